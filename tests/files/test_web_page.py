"""Web pages that were saved: their encoding, and the words that people see."""

from __future__ import annotations

import pytest

from glossary.files import Fault, FileError, Gap, Unread
from glossary.files.charsets import codec_called, codec_of_page
from glossary.files.web_page import read_web_page
from tests.files.damage import damaged


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("utf-8", "utf-8"),
        ("UTF8", "utf-8"),
        ("unicode-1-1-utf-8", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("latin1", "cp1252"),
        ("windows-1252", "cp1252"),
        ("x-cp1252", "cp1252"),
        (' "Windows1252"', "cp1252"),
        ("iso-8859-14", "iso8859-14"),
        ("ISO_8859-14", "iso8859-14"),
        ("l8", "iso8859-14"),
        ("iso-8859-15", "iso8859-15"),
        ("iso-8859-9", "cp1254"),
        ("macintosh", "mac-roman"),
        ("x-mac-roman", "mac-roman"),
        ("windows-1250", "cp1250"),
        ("gb2312", "gb18030"),
        ("shift_jis", "cp932"),
        ("utf-16", "utf-8"),
        ("us-ascii", None),
        ("hex", None),
        ("idna", None),
        ("undefined", None),
        ("ibm850", "cp850"),
        ("utf-7", "utf-7"),
        ("no-such-thing", None),
        ("a\0b", None),
        ("ŵ", None),
        ("", None),
        (None, None),
    ],
)
def test_a_label_is_read_as_browsers_read_it(label, codec):
    assert codec_called(label) == codec


@pytest.mark.parametrize(
    ("markup", "codec"),
    [
        pytest.param("<meta charset=iso-8859-14>", "iso8859-14", id="meta"),
        pytest.param("<META\nCHARSET = 'utf-8'>", "utf-8", id="capitals"),
        pytest.param(
            '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">',
            "cp1252",
            id="http-equiv",
        ),
        pytest.param(
            "<?xml version='1.0' encoding='ISO-8859-14'?><html>", "iso8859-14", id="xml"
        ),
        pytest.param(
            "<!-- <meta charset=utf-8> --><meta charset=l1>", "cp1252", id="comment"
        ),
        pytest.param("<meta name=a content=charset>", None, id="word-alone"),
        pytest.param("<p>charset=utf-8", None, id="no-meta"),
        pytest.param(" " * 4090 + "<meta charset=utf-8>", None, id="too-far-down"),
    ],
)
def test_a_page_declares_its_encoding_near_its_beginning(markup, codec):
    assert codec_of_page(markup.encode()) == codec


@pytest.mark.parametrize(
    ("markup", "encoding", "declared"),
    [
        pytest.param("tŷ dŵr", "iso8859-14", "iso-8859-14", id="welsh"),
        pytest.param("tŷ dŵr", "iso8859-14", "", id="welsh-and-not-declared"),
        pytest.param("it’s £5", "cp1252", "iso-8859-1", id="windows-called-latin"),
        pytest.param("it’s £5", "cp1252", "utf-8", id="windows-called-utf-8"),
        pytest.param("it’s £5", "cp1252", "x-nothing", id="windows-called-nothing"),
        pytest.param("tŷ dŵr", "utf-8", "windows-1252", id="utf-8-called-windows"),
        pytest.param("tŷ dŵr", "utf-8-sig", "iso-8859-14", id="mark-before-all"),
        pytest.param("tŷ dŵr", "utf-16", "utf-8", id="wide-with-a-mark"),
        pytest.param("tŷ dŵr", "utf-16-le", "utf-16", id="wide-without-a-mark"),
        pytest.param("Łódź", "iso8859-2", "iso-8859-2", id="polish"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_has(markup, encoding, declared):
    page = f"<html><meta charset='{declared}'><body><p>{markup}</p></body></html>"

    assert read_web_page(page.encode(encoding)) == (markup, ())


def test_what_brought_a_page_counts_for_more_than_what_it_says():
    page = "<meta charset=windows-1252><p>tŷ".encode("iso8859-14")

    assert read_web_page(page, told="iso8859-14").text == "tŷ"


def test_markup_that_utf_7_hides_stays_hidden_and_is_said():
    page = b"<meta charset=utf-7><p>a +ADw-script+AD4-b"

    assert read_web_page(page) == ("a \ufffdscript\ufffdb", (Gap(Unread.SIGNS),))


def test_signs_that_nobody_can_read_are_said():
    page = "<meta charset=utf-8><p>tŷ dŵr ".encode() + b"\x81"

    assert read_web_page(page) == ("tŷ dŵr \ufffd", (Gap(Unread.SIGNS),))


@pytest.mark.parametrize(
    "markup",
    [
        "<p hidden>secret",
        "<p style='display: none'>secret",
        "<p style='VISIBILITY:hidden'>secret",
        "<p aria-hidden=true>secret",
        "<p style='font-size:0'>secret",
        "<p style='opacity:0'>secret",
        "<span style='mso-hide:all'>secret</span>",
        "<title>secret</title>",
        "<!--[if mso]><p>secret</p><![endif]-->",
    ],
)
def test_what_nobody_sees_of_a_page_is_not_read(markup):
    assert read_web_page(f"{markup}</p><p>seen".encode()) == ("seen", ())


def test_figures_that_point_to_notes_are_raised():
    assert read_web_page(b"<p>safeguarding<sup>12</sup>").text == "safeguarding\xb9\xb2"


PAGES = [
    b"<meta charset=iso-8859-14><p>t\xfe<td>d\xf0r<br>x<!-- y --><b hidden>z</b>",
    "<!doctype html><html><meta charset=utf-8><p>tŷ &amp; dŵr</p></html>".encode(),
    "<html><p>tŷ".encode("utf-16"),
]


def test_damaged_pages_give_a_text_or_say_what_is_the_matter():
    faults = set()
    for data in damaged(PAGES, 4000):
        try:
            read_web_page(data)
        except FileError as error:
            faults.add(error.fault)

    assert faults <= {Fault.BROKEN}
