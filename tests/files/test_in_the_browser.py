"""The browser tells kinds and encodings apart as the server does."""

import random

import pytest

from benchmarks.matching_browser import load_module
from tests.browser.reader import chromium_browser
from tests.files.cases import KINDS, PLAIN_TEXTS, each
from tests.files.test_kinds import kind, plain

pytestmark = pytest.mark.browser

KIND = """([name, bytes]) => given.kindOf(name, Uint8Array.from(bytes))"""
PLAIN = "(all) => all.map((bytes) => given.plainText(Uint8Array.from(bytes)))"
SIGNS = b"\0\0\xff\xfe\xef\xbb\xbf\xc5\xb5\xd0\xf0\xfe\x92\x81\xd8\x00 abc\xe2\x80\x99\xed\xa0"


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
    for _ in range(200):
        data = bytes(chance.choices(SIGNS + b"PK\3\4%PDF-<html", k=12))
        name = chance.choice(["a", "a.txt", "a.docx", "a.jpg", "a.x1"])

        assert page.evaluate(KIND, [name, list(data)]) == kind(name, data)
