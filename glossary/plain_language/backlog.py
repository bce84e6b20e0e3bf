"""Names and acronyms in a document that no entry explains: an editor's backlog.

Names of people, places and the like, which need no entry, are in
``data/allowed_names.yaml``, each with its reason. A word with a capital at the start
of a sentence is a name only if it has one further in, somewhere in the document.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from glossary.plain_language.abbreviations import (
    find_abbreviations,
    known_abbreviations,
)
from glossary.plain_language.spans import Span, Spans, sentence_spans, unify_signs
from glossary.plain_language.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.plain_language.context import Terms

# A word with a capital; what a possessive ends with is left out.
_CAPITALISED = re.compile(
    r"(?<![\w'-])[^\W\d_a-zà-ÿŵŷ][^\W_]*(?:(?:[\-&/]|'(?!s\b))[^\W_]+)*"
)
_SMALL = re.compile(r"(?<!\w)[a-zà-ÿŵŷ]\w*")
_FIRST_WORD = re.compile(r"[\W_]*(?=\w)")
_OPENING = re.compile(r"""(?<!\w)["'(](?=\w)|: (?=\w)""")
_BETWEEN = re.compile(r" (?:& |(?:(?:of|for|the|and|to|in|on) )+)?")


@dataclass(frozen=True, slots=True)
class MissingWord:
    """A name or an acronym without an entry, and the places where it stands."""

    text: str
    places: tuple[int, ...]
    line: str


def find_backlog(text: str, lang: str, terms: Terms) -> list[MissingWord]:
    """Return what ``text`` names and neither ``terms`` nor the list of names has."""
    text = unify_signs(text)
    places: dict[str, list[int]] = {}
    for span in _joined(text, list(_unknown(text, lang, terms))):
        places.setdefault(text[span.start : span.end], []).append(span.start)
    return [
        MissingWord(name, tuple(found), _line(text, found[0]))
        for name, found in sorted(places.items())
        if _digest(name) not in _allowed_digests()
    ]


@lru_cache
def allowed_names() -> dict[str, str]:
    """Return the names that need no entry, each with the reason."""
    rows = read_table("allowed_names")
    return {name: row["reason"] for row in rows for name in row["names"]}


@lru_cache
def _allowed_digests() -> frozenset[str]:
    """Return the digests of names that must not be written down here."""
    rows = read_table("allowed_names")
    return frozenset(digest for row in rows for digest in row.get("digests", ()))


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:16]


def _unknown(text: str, lang: str, terms: Terms) -> Iterator[Span]:
    """Yield the words with a capital that nothing explains."""
    found = [Span(term.start, term.end) for term in terms.find(text)]
    found += (Span(*allowed.span()) for allowed in _allowed_pattern().finditer(text))
    known = Spans(found)
    words = [Span(*found.span()) for found in _CAPITALISED.finditer(text)]
    words = [word for word in words if not known.cover(word)]
    first = _first_words(text, lang)
    names = {text[word.start : word.end] for word in words if word.start not in first}
    small = set(_SMALL.findall(text))
    for word, after in zip_longest(words, words[1:]):
        said = text[word.start : word.end]
        is_sure = word.start not in first or any(find_abbreviations(said))
        is_likely = said in names or (after and text[word.end : after.start] == " ")
        if is_sure or (is_likely and said.lower() not in small):
            yield word


def _first_words(text: str, lang: str) -> frozenset[int]:
    """Return where the first word of each sentence, quoted ones too, begins."""
    starts = [sentence.start for sentence in sentence_spans(text, lang)]
    starts += (opening.end() for opening in _OPENING.finditer(text))
    found = (_FIRST_WORD.match(text, start) for start in starts)
    return frozenset(word.end() for word in found if word)


def _joined(text: str, words: list[Span]) -> Iterator[Span]:
    """Yield the names that ``words`` are parts of: neighbours are one name."""
    name: Span | None = None
    for word in words:
        if name and _BETWEEN.fullmatch(text, name.end, word.start):
            name = Span(name.start, word.end)
            continue
        if name:
            yield name
        name = word
    if name:
        yield name


def _line(text: str, place: int) -> str:
    return text[text.rfind("\n", 0, place) + 1 :].partition("\n")[0].strip()


@lru_cache
def _allowed_pattern() -> re.Pattern[str]:
    names = sorted({*allowed_names(), *known_abbreviations()}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
