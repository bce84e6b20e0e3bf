"""Somebody arrives without knowing where."""

import pytest

from tests.factories import published
from tests.web.html import read

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("accept", "home"),
    [
        pytest.param("cy", "/cy/", id="welsh"),
        pytest.param("cy-GB,en;q=0.5", "/cy/", id="welsh-of-a-place"),
        pytest.param("en;q=0.3,cy;q=0.2", "/en/", id="the-better-one"),
        pytest.param("fr", "/en/", id="none-of-ours"),
        pytest.param("", "/en/", id="not-said"),
        pytest.param("cy;q=nonsense", "/en/", id="nonsense"),
    ],
)
def test_the_root_leads_to_the_readers_language(site, accept, home):
    answer = site.get("/", accept_language=accept)

    assert answer.status == 302
    assert answer.headers["location"] == home
    assert "Accept-Language" in answer.headers["vary"]
    assert answer.headers["cache-control"] == "no-store"


def test_a_word_can_be_looked_up_at_once(site):
    page = read(site.get("/en/").text)

    box = page.one("input", name="q")
    (label,) = [one for one in page.every("label") if one.get("for") == box.get("id")]
    assert label.text
    assert box.get("autocomplete") == "off"
    form = page.one("form")
    assert (form.get("action"), form.get("method")) == ("/en/search/", "get")


def test_words_to_start_with_are_shown_where_they_exist(site):
    published("problem-profile")

    cards = read(site.get("/cy/").text).every("li", class_="card")

    assert any(one.text.startswith("proffil problem") for one in cards)


def test_the_words_that_matter_most_come_first(site, starter_glossary):
    page = read(site.get("/en/").text)

    cards = page.one("h2", id="starts").parent.every("h3")

    assert [one.one("a").text for one in cards] == [
        "child sexual exploitation (CSE)",
        "ADR149",
        "Operation Makesafe",
        "Independent Inquiry into Child Sexual Abuse (IICSA)",
        "Hydrant Programme",
        "problem profile",
    ]


def test_nothing_is_said_of_what_readers_look_for(site, starter_glossary):
    assert "often" not in read(site.get("/en/").text).one("main").text


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_the_other_tools_and_hiding_have_their_place(site, lang):
    main = read(site.get(f"/{lang}/").text).one("main")
    pages = {
        "en": ("/en/explain/", "/en/leaflet/", "/en/hide-your-visit/", "/en/help/"),
        "cy": (
            "/cy/egluro/",
            "/cy/taflen/",
            "/cy/cuddio-eich-ymweliad/",
            "/cy/cymorth/",
        ),
    }

    assert [path for path in pages[lang] if not main.every("a", href=path)] == []


def test_what_the_site_is_and_is_not_is_said_with_the_number_of_documents(
    site, starter_glossary
):
    said = read(site.get("/en/").text).one("section", **{"aria-labelledby": "what"})

    assert "Number of documents so far: 5." in said.text
    assert said.one("a", href="/en/sources/")
    assert "no advice" in said.text
    assert "not run by the police" in said.text


def test_an_empty_glossary_has_a_home_too(site):
    assert site.get("/en/").status == 200


def test_letters_are_those_of_the_language(site):
    published("chief-constable")

    letters = read(site.get("/cy/").text).one("nav", class_="letters")

    labels = [one.text for one in letters.every("li")]
    assert labels[:8] == ["A", "B", "C", "Ch", "D", "Dd", "E", "F"]
    assert "Ll" in labels
    assert "Z" not in labels
