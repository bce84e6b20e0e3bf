"""A leaflet as a file: the same words as the page, for people who listen too."""

import io
from typing import Any

import pytest
from pypdf import PdfReader

from glossary.document import short_code
from tests.factories import published, section
from tests.helplines import OLD, helpline, seen, starters, stored
from tests.web.leaflets.test_leaflet import kept_in_english

pytestmark = pytest.mark.django_db

CODES = ",".join(map(short_code, ("grooming", "problem-profile")))
LONG = " ".join(["word"] * 40)
"""As many words as a short version may have."""


@pytest.fixture(autouse=True)
def entries():
    for entry_id in ("problem-profile", "grooming"):
        published(entry_id)


def pages(site, address):
    answer = site.get(address)
    assert answer.status == 200
    return PdfReader(io.BytesIO(answer.body)).pages


def words(found):
    return " ".join(" ".join(page.extract_text() for page in found).split())


@pytest.fixture
def file(site):
    answer = site.get(f"/cy/taflen.pdf?t={CODES}&both=1&more=1")
    assert answer.status == 200
    return answer


def test_the_file_has_a_neutral_name_and_is_not_stored(file):
    assert file.headers["content-type"] == "application/pdf"
    assert file.headers["content-disposition"] == 'inline; filename="words.pdf"'
    assert file.headers["cache-control"] == "no-store"
    assert file.headers["content-language"] == "cy, en"


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


def test_a_short_form_stands_beside_its_name(site):
    kept_in_english()

    assert "Evolve Team (ET)" in words(
        pages(site, f"/cy/taflen.pdf?t={short_code('evolve')}")
    )


def test_the_file_says_what_the_page_says(site, file):
    stored(helpline(seen=[seen(dated=OLD)]))

    text = words(pages(site, f"/en/leaflet.pdf?t={CODES}"))

    assert "problem profile" in text
    assert "0800 000 000 A line: people. Wales. English, Cymraeg." in text
    assert "These numbers may have changed." in text
    assert "http://testserver/t/" in text
    both = words(PdfReader(io.BytesIO(file.body)).pages)
    assert "proffil problem" in both
    assert "problem profile" in both


@pytest.mark.parametrize("written", ["grooming", "meithrin-perthynas-amhriodol"])
def test_ids_and_slugs_are_understood(site, written):
    text = words(pages(site, f"/cy/taflen.pdf?t={written}"))

    assert "meithrin perthynas amhriodol" in text


@pytest.mark.parametrize(
    ("options", "codes"), [("", 1), ("&codes=1", 3), ("&both=1", 2)]
)
def test_there_are_as_many_qr_codes_as_were_asked_for(site, options, codes):
    answer = site.get(f"/en/leaflet.pdf?t={CODES}{options}")
    root: Any = PdfReader(io.BytesIO(answer.body)).trailer["/Root"]
    found: list[tuple[object, object, object]] = []
    structure(root["/StructTreeRoot"], found)

    assert [kind for kind, _, _ in found].count("/Figure") == codes


@pytest.mark.parametrize("path", ["/en/leaflet.pdf", "/cy/taflen.pdf"])
@pytest.mark.parametrize("options", ["", "&both=1"])
def test_three_words_fit_on_one_side_with_all_the_helplines(
    site, starter_content, path, options
):
    starters(starter_content)
    names = ("one name that is long enough to need a second line", "two", "three")
    for name in names:
        sections = {
            "en": section(name, short=LONG),
            "cy": section(f"{name} cy", "cy", short=LONG),
        }
        published(name.split()[0], languages=sections)

    found = pages(site, f"{path}?t=one,two,three{options}")

    assert len(found) == 1


def test_the_font_draws_every_welsh_letter(site):
    fonts = [
        font.get_object()["/BaseFont"]
        for page in pages(site, "/cy/taflen.pdf?t=grooming")
        for font in page["/Resources"]["/Font"].values()
    ]

    assert fonts
    assert all("NotoSans" in font for font in fonts)


def test_no_file_without_words(site):
    assert site.get("/en/leaflet.pdf?t=nothing").status == 404
