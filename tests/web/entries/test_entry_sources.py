"""The page of an entry says on which documents it rests, and who has checked it."""

import pytest

from tests.factories import published, record, section, source
from tests.web.entry_page import WELSH, page_of

pytestmark = pytest.mark.django_db


def test_a_publisher_is_called_by_its_name_in_the_language_of_the_page(site):
    citation = {"source": "wales", "quotation": "in its own words", "lang": "en"}
    published(citations=[citation])
    source("wales", publisher="The inspectors", publisher_names={"cy": "Yr arolygwyr"})

    english, welsh = page_of(site), page_of(site, WELSH)

    assert "The inspectors" in english.one("div", class_="cited").text
    assert "Yr arolygwyr" in welsh.one("div", class_="cited").text
    assert "The inspectors" not in welsh.text


def test_official_words_stand_apart_in_their_own_language(site):
    source("hansard", lang="en", licence="OPL", published_on="2025-01-21")
    quotation = {"source": "hansard", "quotation": "in its own words", "lang": "en"}
    published(citations=[quotation | {"locator": "Question 1"}])

    page = page_of(site, WELSH)

    quoted = page.one("blockquote")
    assert quoted.lang == "en"
    assert quoted.one("p", class_="where").text == "Cwestiwn 1"
    assert quoted.one("p", class_="where").lang == "cy"
    (cited,) = page.every("cite")
    assert cited.one("a").lang == "en"
    assert cited.one("a").get("rel") == "noreferrer"
    assert page.one("time", datetime="2025-01-21").text == "21 Ionawr 2025"


def test_a_source_that_is_not_quoted_is_named_apart(site):
    published(citations=[{"source": "report-2023", "quotation": None, "lang": "en"}])

    page = page_of(site)

    assert not page.every("blockquote")
    assert page.one("h2", id="rests").text
    assert not page.every("h2", id="met")


def test_a_page_on_which_a_name_was_seen_is_named_as_that(site):
    welsh = section("proffil problem", "cy")
    welsh["terms"][0]["provenance"] = {"status": "attested", "source": "wales"}
    citations = [
        {"source": name, "quotation": None, "lang": "cy"}
        for name in ("wales", "report-2023")
    ]
    english = section("problem profile")
    published(languages={"en": english, "cy": welsh}, citations=citations)

    fold = page_of(site).one("h2", id="rests").parent.parent

    facts, seen = fold.every("ul")
    assert fold.one("h3").text == "Where we saw a name"
    assert len(facts.every("li")) == len(seen.every("li")) == 1


@pytest.mark.parametrize(
    ("signed_off", "said"),
    [
        pytest.param([], "No editor or expert has checked this text yet.", id="nobody"),
        pytest.param(["editor"], "Some of the people", id="some"),
        pytest.param(
            ["editor", "subject-expert", "lived-experience"], "Everybody", id="all"
        ),
    ],
)
def test_who_has_checked_a_text_is_in_sight_in_one_sentence(site, signed_off, said):
    published()
    record("tests", en=signed_off)

    assert said in page_of(site).one("div", class_="entry-lead").text


def test_who_has_not_checked_a_text_is_said(site):
    published()

    english, welsh = page_of(site), page_of(site, WELSH)

    assert "No editor has checked this text yet." in english.text
    assert not english.every("span", class_="unchecked")
    assert welsh.one("span", class_="unchecked").text


def test_the_dates_and_the_history_are_there(site):
    published()
    published(as_at="2025-06-30")

    page = page_of(site)

    assert "30 June 2025" in page.text
    assert "21 November 2026" in page.text
    changes = page.one("ul", class_="changes").every("li")
    assert [one.text.split(": ")[1] for one in changes] == [
        "Changed",
        "Published for the first time",
    ]


def test_an_echo_is_not_shown_as_an_edit(site):
    published("police-force")
    published(related=[{"relation": "related", "id": "police-force"}])
    published("police-force", languages={"en": section("police service")})

    changes = page_of(site).one("ul", class_="changes").text

    assert "Updated, because something that it shows has changed" in changes
    assert "Changed" not in changes
