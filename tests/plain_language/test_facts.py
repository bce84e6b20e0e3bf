"""Figures, dates and number words in a text."""

from __future__ import annotations

import pytest

from glossary.plain_language.facts import read_facts
from glossary.plain_language.passages import plain_passage


def facts(text, lang="en"):
    return read_facts(plain_passage(text, lang))


@pytest.mark.parametrize(
    ("text", "lang", "dates"),
    [
        ("on 21 May 2024", "en", {"2024-05-21"}),
        ("asked on 13th January 2025", "en", {"2025-01-13"}),
        ("in May 2024", "en", {"2024-05"}),
        ("on 16 January", "en", {"01-16"}),
        ("You may go. May we?", "en", set()),
        ("ar 21 Mai 2024", "cy", {"2024-05-21"}),
        ("o fis Fedi 2022 i 8 Ragfyr", "cy", {"2022-09", "12-08"}),
        ("21 May 2024", "kw", set()),
    ],
    ids=["day", "ordinal", "month", "no year", "verb", "Welsh", "mutated", "unknown"],
)
def test_dates(text, lang, dates):
    assert facts(text, lang).dates.keys() == dates


@pytest.mark.parametrize(
    ("text", "lang", "numbers"),
    [
        ("24 of 43 forces", "en", {"24", "43"}),
        ("over 40,000 in 2023-24", "en", {"40000", "2023", "24"}),
        ("nine or twelve", "en", {"9", "12"}),
        ("ei naw argymhelliad, a'r chwe heddlu", "cy", {"9", "6"}),
        ("ADR149", "en", set()),
        ("£4.5m", "en", {"4.5"}),
        ("21 May 2024", "en", {"2024", "5", "21"}),
    ],
    ids=["figures", "thousands", "words", "Welsh words", "code", "money", "date"],
)
def test_numbers(text, lang, numbers):
    assert facts(text, lang).numbers == numbers


def test_a_word_that_may_be_something_else_only_answers():
    read = facts("mae'n deg", "cy")

    assert read.number_words == {}
    assert read.numbers == {"10"}
