"""Somebody looks down a list: A to Z, a letter, a topic."""

import pytest

from glossary.document import short_code
from glossary.pages import paging
from glossary.web.parts import see_lines
from tests import factories
from tests.factories import published, section
from tests.web.html import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def topic(db):
    return factories.topic("police-data", 1, en="Police data", cy="Data'r heddlu")


def one_language(entry_id, lang, name, **values):
    return published(entry_id, languages={lang: section(name, lang)}, **values)


def listed(page, class_="index"):
    return [one.every("a")[0].text for one in page.every("ul", class_=class_)]


def headwords(page):
    return [
        link.text
        for part in page.every("ul", class_="index")
        for link in part.every("a")
    ]


def test_the_whole_list_is_in_the_order_of_the_language(site):
    for entry_id, name in {
        "a": "llys",
        "b": "dioddefwr",
        "c": "lwc",
        "d": "ddoe",
        "e": "cyhuddo",
        "f": "chwiliad",
    }.items():
        one_language(entry_id, "cy", name)

    page = read(site.get("/cy/a-i-y/").text)

    assert headwords(page) == [
        "cyhuddo",
        "chwiliad",
        "dioddefwr",
        "ddoe",
        "lwc",
        "llys",
    ]
    groups = [one.text for one in page.every("h2") if one.get("id").startswith("at-")]
    assert groups == ["C", "Ch", "D", "Dd", "L", "Ll"]


def test_letters_lead_down_the_page_and_empty_ones_nowhere(site):
    published("problem-profile")

    letters = read(site.get("/en/a-to-z/").text).one("nav", class_="letters")

    assert [(one.text, one.get("href")) for one in letters.every("a")] == [
        ("P", "#at-P")
    ]
    assert len(letters.every("span")) == 25


def test_a_long_list_is_shown_letter_by_letter(site, monkeypatch):
    monkeypatch.setattr(see_lines, "WHOLE_LIST", 0)
    published("problem-profile")

    page = read(site.get("/en/a-to-z/").text)

    assert headwords(page) == []
    letters = page.one("nav", class_="letters")
    assert letters.one("a").get("href") == "/en/a-to-z/p/"


def test_entries_of_another_language_only_stand_apart(site):
    published("problem-profile")
    one_language("disruption", "en", "disruption")

    page = read(site.get("/cy/a-i-y/").text)

    (link,) = [one for one in page.every("a") if one.text == "disruption"]
    assert link.one("span").lang == "en"
    assert link.get("href") == "/cy/termau/disruption/"
    (heading,) = [one for one in page.every("h2") if one.get("id") == "missing"]
    assert heading.text


def test_a_letter_shows_names_with_what_they_mean(site):
    published("chief-constable")
    published("problem-profile")

    page = read(site.get("/en/a-to-z/c/").text)

    (row,) = page.one("ul", class_="items").every("li")
    assert row.text == "chief constable What chief constable means."
    assert (
        page.one("nav", class_="letters")
        .one("a", href="/en/a-to-z/c/")
        .get("aria-current")
    )


def test_an_abbreviation_is_shown_beside_its_name(site):
    names = section("child sexual exploitation")
    names["terms"].append({"text": "CSE", "type": "acronym", "status": "admitted"})
    published("child-sexual-exploitation", languages={"en": names})

    row = read(site.get("/en/a-to-z/c/").text).one("ul", class_="items").one("h2")

    assert row.text == "child sexual exploitation (CSE)"


def with_names(entry_id, name, *others):
    text = section(name)
    text["terms"] += [
        {"text": other, "type": kind, "status": status, **more}
        for other, kind, status, more in others
    ]
    return published(entry_id, languages={"en": text})


def test_other_names_lead_to_the_one_that_an_entry_is_under(site):
    with_names(
        "child-sexual-exploitation",
        "child sexual exploitation",
        ("CSE", "acronym", "admitted", {}),
        ("sexual exploitation of children", "full-form", "admitted", {}),
    )
    published("grooming")

    page = read(site.get("/en/a-to-z/").text)
    letter = read(site.get("/en/a-to-z/s/").text)

    lines = [
        one.text
        for part in page.every("ul", class_="index")
        for one in part.every("li")
    ]
    assert lines == [
        "child sexual exploitation (CSE)",
        "CSE see: child sexual exploitation",
        "grooming",
        "sexual exploitation of children see: child sexual exploitation",
    ]
    (line,) = letter.one("ul", class_="index").every("li")
    assert line.one("a").get("href") == "/en/terms/child-sexual-exploitation/"
    assert page.one("nav", class_="letters").one("a", href="#at-S")
    assert letter.one("nav", class_="letters").one("a", href="/en/a-to-z/s/")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(("bad word", "full-form", "deprecated", {}), id="harmful"),
        pytest.param(("old word", "full-form", "superseded", {}), id="older"),
        pytest.param(
            ("the force", "short-form", "admitted", {"context_only": True}),
            id="too-general",
        ),
        pytest.param(
            (
                "heddlua",
                "full-form",
                "admitted",
                {"provenance": {"status": "proposed"}},
            ),
            id="ours-alone",
        ),
        pytest.param(("police forces", "full-form", "admitted", {}), id="beside-it"),
        pytest.param(("policing", "full-form", "admitted", {}), id="begins-alike"),
    ],
)
def test_no_name_leads_anywhere_that_should_not_be_used_or_is_beside(site, other):
    with_names("police-force", "police force", other)

    assert "see:" not in read(site.get("/en/a-to-z/").text).text


@pytest.mark.parametrize("more", ["NWG Network", "Nwg"])
def test_of_names_that_begin_alike_one_leads_to_the_entry(site, more):
    acronym: tuple[str, str, dict[str, str]] = ("acronym", "admitted", {})
    others = ("NWG", *acronym), (more, *acronym), ("Polite", *acronym)
    with_names("police-force", "police force", *others)

    page = read(site.get("/en/a-to-z/").text)

    assert [one.text for one in page.every("a", class_="see")] == [
        "NWG see: police force",
        "Polite see: police force",
    ]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/en/a-to-z/q/", 200, id="a-letter-without-entries"),
        pytest.param("/cy/a-i-y/dd/", 200, id="a-digraph"),
        pytest.param("/en/a-to-z/dd/", 404, id="not-a-letter-here"),
        pytest.param("/en/a-to-z/%C3%A9/", 404, id="no-letter-of-ours"),
        pytest.param("/en/a-to-z/0-9/", 404, id="no-name-begins-with-a-figure"),
        pytest.param("/en/a-to-z/p/?page=2", 404, id="no-such-page"),
        pytest.param("/en/a-to-z/p/?page=x", 404, id="not-a-number"),
        pytest.param("/en/topics/nothing/", 404, id="no-such-topic"),
    ],
)
def test_only_letters_pages_and_topics_that_exist_are_found(site, path, status):
    published("problem-profile")

    assert site.get(path).status == status


def test_a_capital_leads_to_the_letter(site):
    answer = site.get("/cy/a-i-y/Dd/")

    assert answer.status == 308
    assert answer.headers["location"] == "/cy/a-i-y/dd/"


def test_names_that_begin_with_a_figure_have_a_list(site):
    one_language("hundred-and-one", "en", "101")

    home = read(site.get("/en/").text).one("nav", class_="letters")
    link = home.one("a")

    assert link.text == "0–9"
    assert "101" in site.get(link.get("href")).text


def test_long_lists_come_in_pages(site, monkeypatch):
    monkeypatch.setattr(paging.page_of, "__kwdefaults__", {"size": 2})
    for number in range(5):
        one_language(f"word-{number}", "en", f"word {number}")

    first = read(site.get("/en/a-to-z/w/").text)
    last = read(site.get("/en/a-to-z/w/?page=3").text)

    assert len(first.one("ul", class_="items").every("h2")) == 2
    assert first.one("nav", class_="pages").one("a").get("href") == "?page=2"
    assert [one.text for one in last.one("ul", class_="items").every("h2")] == [
        "word 4"
    ]
    assert last.one("nav", class_="pages").one("a").get("rel") == "prev"
    titles = [page.one("title").text for page in (first, last)]
    assert titles == [
        "Words under W – Plain Words",
        "Words under W, page 3 of 3 – Plain Words",
    ]


@pytest.fixture
def many(site, monkeypatch):
    """Eleven words under one letter, two on a page."""
    monkeypatch.setattr(paging.page_of, "__kwdefaults__", {"size": 2})
    for number in range(11):
        published(f"word-{number:02}", languages=in_both(number))
    return site


def in_both(number):
    return {
        "en": section(f"word {number:02}"),
        "cy": section(f"gair {number:02}", "cy"),
    }


@pytest.mark.parametrize(
    ("path", "said", "others"),
    [
        (
            "/en/a-to-z/w/?page=3",
            "Words 5 to 6 of 11: word 04 – word 05",
            "Other pages: 1 2 4 5 6",
        ),
        (
            "/cy/a-i-y/g/?page=6",
            "Geiriau 11 i 11 allan o 11: gair 10 – gair 10",
            "Tudalennau eraill: 1 2 3 4 5",
        ),
        (
            "/en/topics/police-data/",
            "Words 1 to 2 of 11: word 00 – word 01",
            "Other pages: 2 3 4 5 6",
        ),
    ],
)
def test_a_part_of_a_list_says_which_it_is(many, path, said, others):
    page = read(many.get(path).text)

    assert said in page.text
    _, jumps = page.every("nav", class_="pages")
    assert jumps.text == others


def test_a_list_that_fits_on_a_page_says_nothing_of_parts(site):
    published("problem-profile")

    page = read(site.get("/en/a-to-z/p/").text)

    assert "Words 1 to" not in page.text
    assert not page.every("nav", class_="pages")


def test_a_list_of_a_few_pages_has_the_next_one_and_the_one_before_only(
    site, monkeypatch
):
    monkeypatch.setattr(paging.page_of, "__kwdefaults__", {"size": 2})
    for number in range(5):
        one_language(f"word-{number}", "en", f"word {number}")

    page = read(site.get("/en/a-to-z/w/?page=2").text)

    links = page.one("nav", class_="pages").every("a")
    assert [(one.text, one.get("href")) for one in links] == [
        ("Page before", "?page=1"),
        ("Next page", "?page=3"),
    ]


@pytest.mark.parametrize("path", ["/en/a-to-z/w/", "/en/topics/police-data/"])
def test_a_leaflet_is_made_of_the_words_on_the_page(many, path):
    page = read(many.get(f"{path}?page=2").text)

    (add,) = page.every("a", class_="add")
    opened = read(many.get(add.get("href")).text)
    assert [one.get("value") for one in opened.every("input", name="t")] == [
        short_code(f"word-{number:02}") for number in (2, 3)
    ]


def test_what_has_no_text_here_is_at_the_end_of_a_topic(many):
    one_language("disruption", "en", "disruption")

    first, last = (
        read(many.get(f"/cy/pynciau/police-data/?page={number}").text)
        for number in (1, 6)
    )

    assert not first.every("h2", id="missing")
    assert last.every("h2", id="missing")


def test_no_list_asks_the_database(many, django_assert_num_queries):
    paths = ("/en/a-to-z/", "/en/a-to-z/w/?page=2", "/en/topics/police-data/?page=3")
    for path in paths:
        many.get(path)

    for path in paths:
        with django_assert_num_queries(1):  # for the version alone
            many.get(f"{path}&x" if "?" in path else f"{path}?x")


def test_a_topic_says_what_it_is_and_lists_its_entries(site, topic):
    published("problem-profile")
    published("chief-constable", topics=["police-people"])

    page = read(site.get("/cy/pynciau/police-data/").text)

    assert page.one("h1").text == "Data'r heddlu"
    rows = [one.text for one in page.one("ul", class_="items").every("h3")]
    assert rows == ["proffil problem"]


def test_topics_without_entries_are_not_listed(site, topic):
    assert "police-data" not in site.get("/en/topics/").text

    published("problem-profile")

    assert "police-data" in site.get("/en/topics/").text


def test_a_topic_without_a_name_in_the_language_keeps_the_other_one(site, topic):
    factories.topic("police-data", 1, en="Police data")
    published("problem-profile")

    heading = read(site.get("/cy/pynciau/police-data/").text).one("h1")

    assert (heading.text, heading.lang) == ("Police data", "en")
