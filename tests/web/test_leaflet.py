"""A support worker puts words on paper for somebody."""

import io
from typing import Any

import pytest
from pypdf import PdfReader

from glossary.models import Entry, Helpline
from tests.factories import published
from tests.web.html import read

pytestmark = pytest.mark.django_db

LEAFLET = "/en/leaflet/?t=problem-profile,grooming"


@pytest.fixture(autouse=True)
def entries():
    for entry_id in ("problem-profile", "grooming", "chief-constable"):
        published(entry_id)


def open_leaflet(site, address=LEAFLET):
    answer = site.get(address)
    assert answer.status == 200
    return read(answer.text)


def headings(page):
    return [one.text for one in page.one("article").every("h2")]


def links(page):
    return {one.text: one.get("href") for one in page.one("main").every("a")}


def helpline(**values):
    row = Helpline.objects.create(
        **{
            "id": "line",
            "position": 1,
            "audience": "adults",
            "phone": "0800 123",
            "web": "https://line.example/",
            "status": "checked",
            "checked_on": "2020-01-02",
            "review_by": "2999-01-01",
            **values,
        }
    )
    for lang, name in (("en", "A line"), ("cy", "Llinell")):
        row.texts.create(lang=lang, name=name, who_for="-", checked_where="-")


def test_words_come_in_the_order_of_the_address(site):
    assert headings(open_leaflet(site))[:2] == ["problem profile", "grooming"]


def test_the_heading_and_the_title_tell_nothing(site):
    page = open_leaflet(site)

    assert page.one("h1").text == "Words explained"
    assert page.one("title").text == "Words explained – Plain Words"


def test_every_change_is_a_link(site):
    found = links(open_leaflet(site))

    assert (
        found["Move down problem profile"] == "/en/leaflet/?t=grooming,problem-profile"
    )
    assert found["Move up grooming"] == "/en/leaflet/?t=grooming,problem-profile"
    assert found["Take out grooming"] == "/en/leaflet/?t=problem-profile"
    assert "Move up problem profile" not in found


def test_a_word_is_found_and_added(site):
    page = open_leaflet(site, f"{LEAFLET}&add=chief&large=1")

    assert links(page)["Add: chief constable"] == (
        "/en/leaflet/?t=problem-profile,grooming,chief-constable&large=1"
    )


def test_both_languages_stand_side_by_side(site):
    page = open_leaflet(site, f"{LEAFLET}&both=1")
    row = page.one("article").every("section")[0].one("div", class_="sheet-row")

    assert [(one.text, one.lang) for one in row.every("h2")] == [
        ("problem profile", "en"),
        ("proffil problem", "cy"),
    ]


def test_the_partner_is_the_same_leaflet(site):
    (link,) = (
        open_leaflet(site, f"{LEAFLET}&large=1").one("nav", class_="tongues").every("a")
    )

    assert link.get("href") == "/cy/taflen/?t=problem-profile,grooming&large=1"


def test_only_helplines_that_count_as_checked_are_on_it(site):
    helpline()
    helpline(id="late", phone="0800 999", review_by="2020-01-03", position=2)

    text = open_leaflet(site).one("article").text

    assert "0800 123 A line" in text
    assert "0800 999" not in text
    assert "We checked all these numbers on 2 January 2020 or later." in text


def test_words_that_are_not_there_are_counted(site):
    page = open_leaflet(site, "/en/leaflet/?t=grooming,nothing,%3Cb%3E")

    assert headings(page)[:1] == ["grooming"]
    assert "How many: 2." in page.one("main").text


def test_a_leaflet_holds_no_more_than_forty(site):
    for number in range(42):
        published(f"entry-{number}")
    ids = ",".join(f"entry-{number}" for number in range(42))

    page = open_leaflet(site, f"/en/leaflet/?t={ids}")

    assert len(page.every("section", class_="sheet-word")) == 40
    assert not page.every("input", id="add")


def test_without_words_it_says_how_to_begin(site):
    page = open_leaflet(site, "/en/leaflet/")

    assert page.one("h1").text == "Make a leaflet"
    assert page.one("form", class_="find", action="/en/leaflet/")


def test_an_entry_leads_to_a_leaflet(site):
    page = read(site.get("/en/terms/grooming/").text)

    assert links(page)["Make a leaflet with this word"] == "/en/leaflet/?t=grooming"


def test_the_short_address_leads_back_in_the_readers_language(site):
    codes = "-".join(
        Entry.objects.get(pk=one).short_code for one in ("grooming", "problem-profile")
    )

    answer = site.get(f"/t/{codes}/", accept_language="cy")

    assert answer.status == 302
    assert answer.headers["location"] == "/cy/taflen/?t=grooming,problem-profile"
    assert f"/t/{codes}/" in open_leaflet(site, answer.headers["location"]).text
    assert site.get("/t/zzz-yyy/").status == 404


def test_qr_codes_lead_to_each_word_and_to_the_set(site):
    page = open_leaflet(site)

    assert len(page.every("svg", class_="qr")) == 3
    assert (
        len(open_leaflet(site, "/en/leaflet/?t=grooming").every("svg", class_="qr"))
        == 1
    )


@pytest.fixture
def file(site):
    answer = site.get("/cy/taflen.pdf?t=grooming,problem-profile&both=1&more=1")
    assert answer.status == 200
    return answer


def test_the_file_has_a_neutral_name_and_is_not_stored(file):
    assert file.headers["content-type"] == "application/pdf"
    assert file.headers["content-disposition"] == 'inline; filename="words.pdf"'
    assert file.headers["cache-control"] == "no-store"


def structure(element, found):
    element = element.get_object()
    if not isinstance(element, dict):
        return
    found.append((element.get("/S"), element.get("/Lang"), element.get("/Alt")))
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        structure(kid, found)


def test_the_file_is_tagged_for_people_who_listen(file):
    root: Any = PdfReader(io.BytesIO(file.body)).trailer["/Root"]
    found: list[tuple[object, object, object]] = []
    structure(root["/StructTreeRoot"], found)

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "cy"
    assert {"/H1", "/H2", "/P", "/Figure", "/Link"} <= {kind for kind, _, _ in found}
    assert "en" in {lang for _, lang, _ in found}
    assert all(says for kind, _, says in found if kind == "/Figure")


def test_the_file_says_what_the_page_says(file):
    text = PdfReader(io.BytesIO(file.body)).pages[0].extract_text()

    assert "proffil problem" in text
    assert "problem profile" in text
    assert "http://testserver/t/" in text


def test_the_font_draws_every_welsh_letter(site):
    answer = site.get("/cy/taflen.pdf?t=grooming")
    pages: Any = PdfReader(io.BytesIO(answer.body)).pages
    fonts = [
        font.get_object()["/BaseFont"]
        for page in pages
        for font in page["/Resources"]["/Font"].values()
    ]

    assert fonts
    assert all("NotoSans" in font for font in fonts)


def test_no_file_without_words(site):
    assert site.get("/en/leaflet.pdf?t=nothing").status == 404
