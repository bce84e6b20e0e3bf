"""The browser tells kinds and encodings apart as the server does."""

import random

import pytest

from benchmarks.matching_browser import load_module
from tests.browser.reader import chromium_browser
from tests.files.cases import KINDS, PLAIN_TEXTS, each
from tests.files.test_kinds import kind, plain

pytestmark = pytest.mark.browser

KIND = """([name, bytes]) => given.kindOf(name, Uint8Array.from(bytes))"""
KINDS_OF = """(all) => all.map(([name, bytes]) =>
    given.kindOf(name, Uint8Array.from(bytes)))"""
PLAIN = "(all) => all.map((bytes) => given.plainText(Uint8Array.from(bytes)))"
SIGNS = b"\0\0\xff\xfe\xef\xbb\xbf\xc5\xb5\xd0\xf0\xfe\x92\x81\xd8\x00 abc\xe2\x80\x99\xed\xa0\x8e\xd5=\n\x1a\x03E9"
PIECES = [bytes([one]) for one in SIGNS] + [
    *(b"PK\x03\x04" + bytes(26), b"PK\x01\x02" + bytes(42), b"PK\x05\x06"),
    *(bytes(16), b"\x01\0\0\0", b"word/", b"xl\\", b"opendocument.text"),
    *(b"%PDF-", b" obj", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"GIF8"),
    *(
        b"<html",
        b">",
        b"<!doctype\thtml",
        b"<?xml ?>",
        b"<!-- x>",
        b"<office:document ",
        b"<\0b\0o\0d\0y\0>",
    ),
    *(b"From x\n", b"From: a\r\n", b"Received: from", b" b\n", b"\r\n", b"\n"),
    *(b"Message-ID: <a@b>\n", b"MIME-Version: 1\r\n", b"Date: 2 Nov 2026 10:00 GMT\n"),
    *(b"From a@b Mon Nov 2\n", b"; 2 Nov 2026\n", b"Dear Tom, the police wrote."),
]
NAMES = ["", "a", "a.txt", "a.docx", "A.ODT (1)", "a.jpg.", "a.x1", "a.eml", "a.b c"]


@pytest.fixture(scope="module")
def page(chromium):
    with chromium_browser(chromium) as browser:
        page = browser.new_page()
        load_module(page, "given")
        yield page


@pytest.mark.parametrize("case", each(KINDS))
def test_a_file_is_of_the_same_kind(page, case):
    assert page.evaluate(KIND, [case["file"], list(case["bytes"])]) == case["kind"]


@pytest.mark.parametrize("case", each(PLAIN_TEXTS))
def test_a_plain_text_is_the_same(page, case):
    assert page.evaluate(PLAIN, [list(case["bytes"])]) == [case["text"]]


def test_odd_bytes_are_read_alike(page):
    chance = random.Random(4711)  # noqa: S311 (the same odd bytes each time)
    odd = [
        bytes(chance.choices(SIGNS, k=chance.randrange(40))) for _ in range(2000)
    ] + [bytes(chance.randrange(256) for _ in range(30)) for _ in range(500)]

    read = page.evaluate(PLAIN, [list(data) for data in odd])

    assert len(odd) == 2500
    assert [
        (data.hex(" "), theirs, plain(data))
        for data, theirs in zip(odd, read, strict=True)
        if theirs != plain(data)
    ] == []


def test_odd_bytes_are_of_the_same_kind(page):
    chance = random.Random(42)  # noqa: S311
    files = [
        (chance.choice(NAMES), b"".join(chance.choices(PIECES, k=chance.randrange(8))))
        for _ in range(2000)
    ]

    told = page.evaluate(KINDS_OF, [[name, list(data)] for name, data in files])

    assert len(set(told)) >= 8
    assert [
        (name, data, theirs, kind(name, data))
        for (name, data), theirs in zip(files, told, strict=True)
        if theirs != kind(name, data)
    ] == []
