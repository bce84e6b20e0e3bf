"""The facts in a text that no translation changes: figures, dates, abbreviations.

Words for numbers and names of months are in ``data/numbers.yaml`` and
``data/months.yaml``, with their mutated forms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from glossary.plain_language.abbreviations import find_abbreviations
from glossary.plain_language.spans import Span
from glossary.plain_language.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from glossary.plain_language.passages import Passage

_FIGURES = re.compile(r"(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?")
_WORD = re.compile(r"(?<![\w'-])[^\W\d_]+(?![\w-])")


@dataclass(frozen=True, slots=True)
class TextFacts:
    """What is said in figures and names: each fact with a place where it stands."""

    dates: Mapping[str, Span]
    figures: Mapping[str, Span]
    number_words: Mapping[str, Span]
    unsure: frozenset[str]
    abbreviations: Mapping[str, Span]

    @property
    def numbers(self) -> set[str]:
        """The numbers, in figures, in words or in dates."""
        dated = (part.lstrip("0") for date in self.dates for part in date.split("-"))
        return {*self.figures, *self.number_words, *self.unsure, *dated}


@lru_cache(maxsize=8)
def read_facts(passage: Passage) -> TextFacts:
    """Return the facts in ``passage``; a date is no longer a figure."""
    text = passage.text
    dates, rest = _dates(text, passage.lang)
    abbreviations = {text[a.start : a.end]: a for a in find_abbreviations(text)}
    return TextFacts(
        dates=dates,
        figures=dict(_figures(rest)),
        number_words=dict(_number_words(rest, passage.lang, "numbers")),
        unsure=frozenset(dict(_number_words(rest, passage.lang, "unsure"))),
        abbreviations=abbreviations,
    )


def _dates(text: str, lang: str) -> tuple[dict[str, Span], str]:
    """Return the dates as ``2024-05-21``, and ``text`` with blanks in their place."""
    pattern = _date_pattern(lang)
    dates = {_iso(date, lang): Span(*date.span()) for date in pattern.finditer(text)}
    return dates, pattern.sub(lambda date: " " * len(date[0]), text)


def _iso(date: re.Match[str], lang: str) -> str:
    """Return ``date`` as far as it goes: ``2024-05-21``, ``2024-05``, ``05-21``."""
    month = _months(lang)[date["month"] or date["only_month"]]
    day = f"{int(date['day']):02}" if date["day"] else ""
    parts = (date["year"] or date["only_year"], f"{month:02}", day)
    return "-".join(part for part in parts if part)


def _figures(text: str) -> Iterator[tuple[str, Span]]:
    for found in _FIGURES.finditer(text):
        yield found[0].replace(",", ""), Span(*found.span())


def _number_words(text: str, lang: str, column: str) -> Iterator[tuple[str, Span]]:
    numbers = _numbers(lang, column)
    for found in _WORD.finditer(text):
        number = numbers.get(found[0].lower())
        if number:
            yield number, Span(*found.span())


@lru_cache
def _date_pattern(lang: str) -> re.Pattern[str]:
    """Return the pattern of a month with a day before it or a year after it."""
    month = "|".join(_months(lang)) or r"(?!)"
    return re.compile(
        rf"(?<![\w.,])(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{month})"
        rf"(?: (?P<year>\d{{4}}))?|(?P<only_month>{month}) (?P<only_year>\d{{4}}))\b"
    )


@lru_cache
def _months(lang: str) -> dict[str, int]:
    return {
        name: month
        for row in read_table("months")
        if row["language"] == lang
        for month, names in enumerate(row["months"], start=1)
        for name in names
    }


@lru_cache
def _numbers(lang: str, column: str) -> dict[str, str]:
    return {
        word: str(number)
        for row in read_table("numbers")
        if row["language"] == lang
        for number, words in row[column].items()
        for word in words
    }
