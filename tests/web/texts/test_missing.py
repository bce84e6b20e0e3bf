"""Beside a text that came from a file, the page says what of the file is not in it."""

from __future__ import annotations

import pytest

from glossary.files import Unread
from glossary.gaps import SENTENCES
from tests.factories import published
from tests.files.mails import written
from tests.web.html import read
from tests.web.sending import send

pytestmark = pytest.mark.django_db

PATHS = {"en": ["/en/explain/", "/en/check/"], "cy": ["/cy/egluro/", "/cy/gwirio/"]}
EACH = [path for paths in PATHS.values() for path in paths]
OTHER = dict(zip(EACH, PATHS["cy"] + PATHS["en"], strict=True))
SIGNS = ("letter.txt", "The problem profile, tŷ ".encode() + b"caf\x81")
PAGES = "14 picture-pages:2,5-7 signs"


@pytest.fixture(autouse=True)
def _words(db):
    published("problem-profile")


def asked(site, path, text="", file=None, **fields):
    answer = send(site, path, text, file, fields)
    return read(answer.text)


def missing(page):
    """Return the lines that say what is missing; none where the note is hidden."""
    return [line.text for note in notes(page) for line in note.every("li")]


def notes(page):
    return [
        one
        for one in page.one("main").every("div", class_="note-care")
        if one.get("data-fill") == "missing" and "hidden" not in one.attributes
    ]


def field(page):
    return page.one("input", name="unread").get("value")


def mail():
    message = written()
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf")
    return "letter.eml", bytes(message)


@pytest.mark.parametrize("path", PATHS["en"])
def test_signs_that_are_lost_are_said(site, path):
    assert missing(asked(site, path, file=SIGNS)) == [str(SENTENCES[Unread.SIGNS])]


@pytest.mark.parametrize("path", PATHS["en"])
def test_files_in_a_mail_are_said(site, path):
    assert missing(asked(site, path, file=mail())) == [str(SENTENCES[Unread.ENCLOSED])]


@pytest.mark.parametrize("path", EACH)
def test_of_a_text_that_is_whole_nothing_is_said(site, path):
    page = asked(site, path, "The problem profile.")

    assert missing(page) == []
    assert field(page) == ""


@pytest.mark.parametrize("path", EACH)
def test_it_is_said_in_the_other_language_too(site, path):
    first = asked(site, path, file=SIGNS)
    text = first.one("textarea").text

    second = asked(site, OTHER[path], text, unread=field(first))

    assert len(missing(first)) == len(missing(second)) == 1
    assert missing(first) != missing(second)
    assert field(first) == field(second) != ""


@pytest.mark.parametrize("path", PATHS["en"])
def test_it_is_said_with_the_pages(site, path):
    page = asked(site, path, "problem profile", unread=PAGES)

    assert missing(page) == [
        f"{SENTENCES[Unread.PICTURE_PAGES]} Pages: 2, 5 to 7",
        str(SENTENCES[Unread.SIGNS]),
    ]


@pytest.mark.parametrize("path", PATHS["en"])
def test_of_another_text_it_is_not_said(site, path):
    page = asked(site, path, "Another text.", unread=PAGES)

    assert missing(page) == []
    assert field(page) == ""


@pytest.mark.parametrize("path", EACH)
def test_it_is_kept_where_a_file_is_refused(site, path):
    page = asked(site, path, "problem profile", ("a.exe", b"x"), unread=PAGES)

    assert page.one("textarea").text == "problem profile"
    assert field(page) == PAGES


@pytest.mark.parametrize("path", EACH)
def test_a_new_file_says_what_is_missing_in_itself(site, path):
    page = asked(site, path, "problem profile", SIGNS, unread=PAGES)

    assert len(missing(page)) == 1
    assert field(page).endswith(" signs")


def test_it_is_on_paper_and_without_scripts(site):
    page = asked(site, "/en/explain/", file=SIGNS)
    (note,) = notes(page)

    assert "unprinted" not in note.get("class")
