"""Somebody chooses six words for a leaflet, in few steps, and loses none of them."""

import pytest

from glossary.document import short_code
from glossary.web.leaflets import lists
from tests.factories import published, section, source
from tests.web.html import read

pytestmark = pytest.mark.django_db

IDS = ("problem-profile", "grooming", "chief-constable", "police-force")
PROFILE, GROOMING, CHIEF, FORCE = map(short_code, IDS)
START = "/en/leaflet/"


@pytest.fixture(autouse=True)
def entries():
    for entry_id in IDS:
        published(entry_id)


def main(site, path=START):
    answer = site.get(path)
    assert answer.status == 200
    return read(answer.text).one("main")


def offered(page):
    """Return the codes that can be ticked, with whether they are."""
    boxes = page.every("input", type="checkbox")
    return {one.get("value"): "checked" in one.attributes for one in boxes}


def headings(page):
    return [one.text for one in page.one("div", id="words").every("h2")]


def test_all_words_can_be_ticked_on_one_page(site):
    page = main(site)

    assert page.one("h1").text == "Make a leaflet"
    assert offered(page) == dict.fromkeys((CHIEF, GROOMING, FORCE, PROFILE), False)
    assert headings(page) == ["C", "G", "P"]
    jumps = page.one("nav", class_="letters").every("a")
    assert [one.get("href") for one in jumps] == ["#at-C", "#at-G", "#at-P"]


def test_welsh_words_are_under_welsh_letters(site):
    page = main(site, "/cy/taflen/")

    assert headings(page) == ["H", "M", "P"]


def test_a_form_without_storage_carries_the_ticks(site):
    form = main(site, f"{START}?t={GROOMING}&choose=1&large=1").one("form")

    assert (form.get("method"), form.get("action")) == ("get", START)
    hidden = {
        one.get("name"): one.get("value") for one in form.every("input", type="hidden")
    }
    assert hidden == {"large": "1"}
    (ticked,) = [code for code, is_on in offered(form).items() if is_on]
    assert ticked == GROOMING


def test_whatever_is_opened_lands_at_the_words(site):
    form = main(site).one("form")
    opens = [one for one in form.every("button") if one.get("name") != "show"]

    assert opens
    assert {one.get("formaction") for one in opens} == {f"{START}#words"}
    assert form.one("div", id="words").get("tabindex") == "-1"
    # Enter in the search box presses the first button of the form.
    assert form.every("button")[0].get("formaction")


def test_the_button_that_shows_the_leaflet_wins_over_what_is_open(site):
    answer = site.get(f"{START}?q=chief&t={GROOMING}&t={CHIEF}&show=1")

    assert answer.status == 302
    assert answer.headers["location"] == f"{START}?t={GROOMING},{CHIEF}"


@pytest.mark.parametrize(
    ("query", "heading", "codes"),
    [
        pytest.param("q=chief", "Words that we found", {CHIEF}, id="search"),
        pytest.param("letter=p", "P", {PROFILE, FORCE}, id="letter"),
        pytest.param(
            "topic=police-data", "police-data", {PROFILE, CHIEF, FORCE}, id="topic"
        ),
        pytest.param(
            f"from={FORCE},{CHIEF}",
            "The words on the page that you came from",
            {FORCE, CHIEF},
            id="another-page",
        ),
    ],
)
def test_a_list_is_opened_and_the_chosen_words_stay(site, query, heading, codes):
    page = main(site, f"{START}?t={GROOMING}&{query}")

    assert headings(page) == [heading]
    assert offered(page) == {GROOMING: True, **dict.fromkeys(codes, False)}


def test_a_word_is_never_offered_twice(site):
    page = main(site, f"{START}?t={CHIEF}&q=chief")

    boxes = [one.get("value") for one in page.every("input", type="checkbox")]
    assert boxes == [CHIEF]
    assert "There is nothing more to choose here." in page.text


def test_words_that_go_with_the_chosen_ones_come_first(site):
    published("abuse", related=[{"relation": "related", "id": "grooming"}])

    page = main(site, f"{START}?t={short_code('abuse')}&choose=1")

    assert headings(page)[0] == "Words that go with these"
    near = page.every("ul", class_="ticks")[1]
    assert list(offered(near)) == [GROOMING]


@pytest.mark.parametrize("query", ["topic=none", "letter=x", "q=zzzz", "from=zzzz"])
def test_a_list_without_words_says_what_to_do(site, query):
    page = main(site, f"{START}?{query}")

    assert "There is nothing more to choose here." in page.text


def test_a_word_without_a_text_in_this_language_can_be_chosen(site):
    published("tegan", languages={"cy": section("tegan", "cy")})

    page = main(site)

    assert headings(page)[-1] == "Only in another language"
    assert ("cy", "tegan") in list(page.spoken())


def test_a_large_glossary_is_opened_letter_by_letter(site, monkeypatch):
    monkeypatch.setattr(lists, "WHOLE_LIST", 3)

    page = main(site)

    assert not offered(page)
    assert not page.every("nav", class_="letters")
    letters = [one.get("value") for one in page.every("button", name="letter")]
    assert letters == ["c", "g", "p"]


@pytest.mark.parametrize("opened", ["letter=p", "topic=police-data"])
def test_of_a_long_list_the_first_words_are_offered_and_that_is_said(
    site, monkeypatch, opened
):
    monkeypatch.setattr(lists, "PAGE_SIZE", 1)
    published("police-force", languages={"en": section("police force")})

    page = main(site, f"{START}?{opened}&choose=1")

    assert len(offered(page)) == 1
    assert "words in this list, and these are the first." in page.text


def test_what_is_no_word_is_counted_and_does_not_stay(site):
    page = main(site, f"{START}?t={GROOMING},nothing&choose=1")

    assert "How many: 1." in page.text


def test_only_what_is_unknown_leads_back_to_the_choice(site):
    page = main(site, f"{START}?t=nothing")

    assert page.one("h1").text == "Make a leaflet"
    assert "How many: 1." in page.text


@pytest.mark.parametrize("typed", ["%FF", "%00", "x" * 300, "%3Cb%3E"])
def test_whatever_is_typed_is_taken_as_words(site, typed):
    assert main(site, f"{START}?q={typed}").one("form")


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("", "/cy/taflen/"),
        ("?q=chief&utm=1", "/cy/taflen/?q=chief"),
        (
            f"?t={GROOMING}&q=&topic=a&both=1",
            f"/cy/taflen/?t={GROOMING}&both=1&topic=a",
        ),
    ],
)
def test_the_choice_goes_on_in_the_other_language(site, query, there):
    page = read(site.get(f"{START}{query}").text)

    (partner,) = page.one("nav", class_="tongues").every("a")
    assert partner.get("href") == there


def test_the_first_page_can_be_found_and_the_others_not(site):
    start, opened = (read(site.get(path).text) for path in (START, f"{START}?q=chief"))

    assert start.one("link", rel="canonical")
    assert opened.one("meta", name="robots").get("content") == "noindex, nofollow"


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("/en/a-to-z/", "/en/leaflet/#words"),
        ("/cy/a-i-y/", "/cy/taflen/#words"),
        ("/en/a-to-z/p/", "/en/leaflet/?letter=p#words"),
        ("/en/topics/police-data/", "/en/leaflet/?topic=police-data#words"),
        ("/en/search/?q=force+police", "/en/leaflet/?q=force%20police#words"),
        ("/en/sources/report-2023/", f"/en/leaflet/?from={CHIEF}"),
    ],
)
def test_every_page_with_words_leads_here(site, path, there):
    source()

    page = main(site, path)

    (link,) = [
        one
        for one in page.every("a")
        if "for a leaflet" in one.text or "i wneud taflen" in one.text
    ]
    assert link.get("href").startswith(there)
    assert link.get("rel") == "nofollow"
    assert main(site, link.get("href").partition("#")[0]).one("form")
