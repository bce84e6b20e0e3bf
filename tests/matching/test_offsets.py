"""Offsets into the original text, counted in three ways."""

import pytest

from glossary.matching import Match, to_utf8, to_utf16
from tests.matching.marking import term, vocabulary

WORDS = vocabulary("cafe", term("effaith", lang="cy"), "problem profile")

TEXTS = [
    pytest.param("a cafe", id="ascii"),
    pytest.param("ŵ cafe ŷ cafe", id="two-bytes"),
    pytest.param("“cafe” — cafe", id="three-bytes"),
    pytest.param("😀 cafe 👩‍👩‍👧 cafe 𝔘 cafe", id="astral"),
    pytest.param("e\u0301\u0301 cafe\u0301 x", id="decomposed"),
    pytest.param("e\ufb00aith ß effaith ẞ effaith", id="ligature-and-sharp-s"),
    pytest.param("problem\r\n\r\n  profile\u00ad x problem\u00a0profile", id="spaces"),
    pytest.param("\ufeffcafe\u200b\u200bcafe cafe", id="hidden"),
    pytest.param("한국 警察 cafe", id="other-scripts"),
    pytest.param("\ud83d cafe \ude00 cafe", id="lone-surrogates"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_utf16_offsets_cut_out_the_same(text):
    units = text.encode("utf-16-le", "surrogatepass")
    found = WORDS.find(text)

    assert found
    assert [
        units[2 * match.start : 2 * match.end].decode("utf-16-le")
        for match in to_utf16(text, found)
    ] == [text[match.start : match.end] for match in found]


@pytest.mark.parametrize("text", TEXTS)
def test_utf8_offsets_cut_out_the_same(text):
    units = text.encode("utf-8", "surrogatepass")
    found = WORDS.find(text)

    assert found
    assert [
        units[match.start : match.end].decode() for match in to_utf8(text, found)
    ] == [text[match.start : match.end] for match in found]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        pytest.param("xx cafe\u0301, x", (3, 8), id="accent-at-the-end-belongs"),
        pytest.param("xx cafe\u00ad\u0301, x", (3, 9), id="hidden-before-the-accent"),
        pytest.param("xx cafe\u20dd, x", (3, 8), id="circle-around-the-end"),
        pytest.param("xx cafe\u200b, x", (3, 7), id="hidden-at-the-end-does-not"),
        pytest.param("xx \u200bcafe", (4, 8), id="hidden-at-the-start-does-not"),
        pytest.param("\u0301cafe", (1, 5), id="accent-on-nothing"),
        pytest.param("xx e\ufb00aith", (3, 9), id="one-character-for-two-letters"),
        pytest.param("xx ca\u00ad\r\nfe", (3, 10), id="broken-word"),
        pytest.param("e\u0301x ß cafe\ufe0f cafe", (6, 10), id="after-other-oddities"),
        pytest.param("xx cafe\u0301", (3, 8), id="accent-at-the-end-of-the-text"),
        pytest.param("xx cafe警", (3, 7), id="before-a-script-without-spaces"),
    ],
)
def test_a_span_covers_what_the_reader_sees(text, span):
    assert WORDS.find(text)[0][:2] == span


def test_no_text_has_no_terms():
    assert WORDS.find("") == []
    assert to_utf8("ŵ", []) == []


def test_a_match_says_all_there_is_to_say():
    assert WORDS.find("A problem\nprofile.") == [
        Match(2, 17, ("problem profile",), "en", "folded")
    ]
