"""Pieces of a text: words, sentences, and what stands in quotation marks.

Positions are kept: every piece is ``text[start:end]`` of the text it is from.
Signs are unified one for one, so that nobody else needs to know how many kinds
of apostrophe there are.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from glossary.plain_language.tables import read_table
from glossary.text import APOSTROPHES, HYPHENS, WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SIGNS = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'")
    | dict.fromkeys(HYPHENS, "-")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"')
    | dict.fromkeys("\u00a0\u202f\u2007\u2009", " ")
)
_WORD = re.compile(rf"{WORD}(?:(?:['\-./&]|(?<=\d),(?=\d)){WORD})*")
# Quotations and addresses are looked for in steps, each of which reads on: a pattern
# of the whole would read a line anew for every sign in it.
_OPENING = re.compile(r"\"(?=[^\"\n])|(?<!\w)'(?=\S)")
_STOPS = {
    '"': re.compile(r'["\n]'),
    # An apostrophe before a letter is inside a word, so it closes nothing.
    "'": re.compile(r"\n|'(?!\w)"),
}
_RUN = re.compile(r"\S+")
_JOINT = re.compile(r"\S(?:://|@)\S")
_DOTTED = re.compile(r"(?<![\w-])[\w-]++(?:\.[\w-]++)+")
_SITE_ENDING = re.compile(r"(?i)\.(?:com|cymru|org|uk|wales)\b")
_LINE_END = re.compile(r"\n(?=[ \t]*([^\W\d_]))")
# Possessive, and only from the first of a row: ten thousand dots are read once.
_SENTENCE_END = re.compile(
    r"(?<![.!?])[.!?]++[\"')\]]*+(?=\s++[\"'(\[]*+(?:[^\W_a-z]|\d))"
)


class Span(NamedTuple):
    """``text[start:end]`` of some text."""

    start: int
    end: int


class Spans:
    """Spans of one text, in its order: asked in the logarithm of their number."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._all = sorted(spans)
        self._starts = [span.start for span in self._all]
        # How far the spans reach that begin no later than each.
        self._reach = list(accumulate((span.end for span in self._all), max))

    def __iter__(self) -> Iterator[Span]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def __contains__(self, span: Span) -> bool:
        index = bisect_left(self._all, span)
        return index < len(self) and self._all[index] == span

    def cover(self, span: Span) -> bool:
        """Whether one of these has all of ``span`` inside it."""
        index = bisect_right(self._starts, span.start)
        return index > 0 and self._reach[index - 1] >= span.end

    def count_in(self, span: Span) -> int:
        """Return how many of these begin inside ``span``."""
        return bisect_left(self._starts, span.end) - bisect_left(
            self._starts, span.start
        )


def unify_signs(text: str) -> str:
    """Return ``text``, as long as before, with one kind of each sign."""
    return text.translate(_SIGNS)


def join_lines(text: str) -> str:
    """Return ``text``, as long as before, with broken sentences on one line.

    A sentence goes on over the end of a line if the next begins with a small
    letter, as it does in what was copied out of a PDF.
    """
    return _LINE_END.sub(lambda end: " " if end[1].islower() else "\n", text)


def word_spans(text: str) -> list[Span]:
    """Return the words and figures of ``text``; ``mae'r`` and ``1,000`` are one."""
    return [Span(*found.span()) for found in _WORD.finditer(text)]


def quoted_spans(text: str) -> list[Span]:
    """Return what stands in quotation marks, the marks included."""
    return list(_quoted(text))


def _quoted(text: str) -> Iterator[Span]:
    place = 0
    ahead = dict.fromkeys(_STOPS, -1)  # the next stop of each sign, found once
    while opening := _OPENING.search(text, place):
        start, place, sign = opening.start(), opening.end(), opening[0]
        if ahead[sign] <= start:
            stop = _STOPS[sign].search(text, place)
            ahead[sign] = stop.start() if stop else len(text)
        end = ahead[sign]
        is_apart = sign == "'" and text[end - 1].isspace()
        if text[end : end + 1] == sign and not is_apart:
            place = end + 1
            yield Span(start, place)


def name_spans(text: str) -> list[Span]:
    """Return the names of several words in ``text``, in any language.

    They are words with a capital, with little words between them: ``Working
    Together to Safeguard Children``.
    """
    return [Span(*found.span()) for found in _name_pattern().finditer(text)]


def address_spans(text: str) -> list[Span]:
    """Return the addresses of pages and mail boxes in ``text``."""
    runs = (Span(*found.span()) for found in _RUN.finditer(text))
    starts = ((_address_start(text, run), run.end) for run in runs)
    return [Span(start, end) for start, end in starts if start is not None]


def _address_start(text: str, run: Span) -> int | None:
    """Return where an address begins that goes on to the end of ``run``, if any."""
    if _JOINT.search(text, *run):
        return run.start
    for dotted in _DOTTED.finditer(text, *run):
        if _SITE_ENDING.search(dotted[0]):
            return dotted.start()
    return None


def sentence_spans(text: str, lang: str) -> list[Span]:
    """Return the sentences of ``text``; a line that ends, ends a sentence."""
    found: list[Span] = []
    place = 0
    for line in text.split("\n"):
        found += (
            Span(place + start, place + end) for start, end in _in_line(line, lang)
        )
        place += len(line) + 1
    return found


def _in_line(line: str, lang: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _SENTENCE_END.finditer(line):
        word = max(start, line.rfind(" ", start, stop.start()) + 1)
        last = line[word : stop.start()].lstrip("(\"'")
        if f"{last}." not in _abbreviations(lang):
            yield start, stop.end()
            start = stop.end() + 1
    if line[start:].strip():
        yield start, len(line)


@lru_cache
def _name_pattern() -> re.Pattern[str]:
    rows = read_table("sentences")
    little = "|".join(word for row in rows for word in row["little_words"])
    word = r"[^\W\d_a-zà-ÿŵŷ][^\W\d_]*(?:['\-][^\W\d_]+)*"
    return re.compile(rf"(?<![\w'-]){word}(?:(?: (?:{little}))*,? {word})+")


@lru_cache
def _abbreviations(lang: str) -> frozenset[str]:
    """Return the abbreviations whose full stop ends no sentence."""
    rows = read_table("sentences")
    return frozenset(
        text for row in rows if row["language"] == lang for text in row["abbreviations"]
    )
