"""Somebody starts from a document, or checks one."""

import pytest

from glossary import reading
from tests.factories import published, section, source
from tests.web.html import read

pytestmark = pytest.mark.django_db


def test_documents_come_before_further_pages(site):
    source("page", kind="web-page", title="A page")
    source(
        "report", title="A report", published_on="2023-12-08", genre="inspection-report"
    )
    published()

    page = read(site.get("/cy/dogfennau/").text)

    documents, pages = page.every("ul", class_="items")
    assert "A report" in documents.text
    assert "8 Rhagfyr 2023" in documents.text
    assert pages.one("a").text == "A page"


def test_a_document_says_what_it_is(site):
    published(citations=[{"source": "report", "quotation": None, "lang": "cy"}])
    source(
        "report",
        title="Adroddiad",
        publisher="Arolygiaeth",
        lang="cy",
        licence="OGL-UK-3.0",
        genre="inspection-report",
        note="The summary was used.",
    )

    page = read(site.get("/en/sources/report/").text)

    assert (page.one("h1").text, page.one("h1").lang) == ("Adroddiad", "cy")
    facts = [one.text for one in page.one("dl", class_="facts").every("dd")]
    assert "Inspection report" in facts
    assert "Open Government Licence 3.0" in facts
    assert "The summary was used." in facts


def test_a_document_shows_the_passages_quoted_with_their_entries(site):
    citation = {"source": "report-2023", "lang": "en"}
    published(
        citations=[
            {**citation, "quotation": "First."},
            {**citation, "quotation": "Second."},
        ]
    )
    published("grooming", citations=[{**citation, "quotation": None}])

    page = read(site.get("/cy/dogfennau/report-2023/").text)

    quoting, naming = page.one("ul", class_="items").every("h3")
    assert {quoting.text, naming.text} == {
        "proffil problem",
        "meithrin perthynas amhriodol",
    }
    quoted = page.every("blockquote")
    assert [one.text for one in quoted] == ["First.", "Second."]
    assert {one.lang for one in quoted} == {"en"}


def test_a_document_that_is_not_there_is_not_found(site):
    assert site.get("/en/sources/nothing/").status == 404


def test_further_pages_are_parted_by_what_they_are_for(site):
    welsh = section("proffil problem", "cy")
    welsh["terms"][0]["provenance"] = {"status": "attested", "source": "name-page"}
    english = section("problem profile")
    citations = [
        {"source": name, "quotation": None, "lang": "en"}
        for name in ("name-page", "fact-page")
    ]
    published(languages={"en": english, "cy": welsh}, citations=citations)
    for name in ("name-page", "fact-page"):
        source(name, kind="web-page", title=name)
    reading.forget()

    page = read(site.get("/en/sources/").text)

    lists = page.one("main").every("ul", class_="items-small")
    assert [one.one("a").text for one in lists] == ["fact-page", "name-page"]
    contents = page.one("nav", class_="contents").every("a")
    assert [one.get("href") for one in contents] == ["#documents", "#support", "#names"]


def test_the_words_of_a_document_are_in_order_with_their_letters(site):
    for one in ("fact", "data", "evidence", "bail", "area", "charge", "xylograph"):
        published(one)

    page = read(site.get("/en/sources/report-2023/").text)

    words = [one.text for one in page.every("h3")]
    assert words == sorted(words)
    letters = page.one("nav", class_="letters").every("a")
    assert [one.get("href") for one in letters] == [f"#at-{one}" for one in "ABCDEFX"]
