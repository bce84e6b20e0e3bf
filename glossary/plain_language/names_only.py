"""Whether a few words name something, or say something that must not be kept.

For where anybody may send a word and nobody may tell us of a case. A name of somebody
without a title before it cannot be told from the name of a law or a service.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from glossary.plain_language.tables import read_table
from glossary.text import fold_signs, key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

MOST_CHARACTERS = 60
MOST_WORDS = 6

# The last of them are inside words: in Hebrew (hyphen, geresh, gershayim), in Persian
# and in the scripts of India (joiners).
_SIGNS = frozenset(" '-./&(),+:\u05be\u05f3\u05f4\u200c\u200d")
_AROUND = "\"' ,;:"
_STOPS = ".…"

_CONTACT = re.compile(
    r"@|://|\bwww\b"
    r"|[^\W\d_]{2,}\.[^\W\d_]{2,}"  # example.org
    r"|\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b",  # a postcode
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d(?:[ ./-]*\d){4}"  # of a telephone, a case, somebody's birth
    r"|(?:\d\D*){7}"
    r"|\b\d{1,2}[./-]\d{1,2}[./-]\d{2}"
    r"|\b\d{1,2}\w{0,4} +\w?[a-z]{2,} +\d{4}\b"
)
_INITIALS = re.compile(r"\. ?\w\.\Z")
_END = re.compile(r"[?!…;]|(?P<word>[^\W_]{2,}\.) ")


class NotAName(StrEnum):
    """Why some words are no name; stable, for whoever says it in words."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    CONTACT = "contact"
    """An address of somebody: by e-mail, on the web, or of a house."""
    NUMBER = "number"
    """The number of a telephone or a case, or a date."""
    PERSON = "person"
    SENTENCE = "sentence"
    UNREADABLE = "unreadable"
    """There are signs in it that no name has."""


def bare_name(text: str) -> str:
    """Return ``text`` with one kind of each sign, and without marks around it."""
    bare, before = fold_signs(text), None
    while bare != before:
        before = bare
        bare = _out_of_brackets(_without_stops(bare.strip(_AROUND)))
    return bare


def _without_stops(text: str) -> str:
    """Return ``text`` without dots around it, but for the last one of C.S.E."""
    found = text.lstrip(_STOPS)
    return found if _INITIALS.search(found) else found.rstrip(_STOPS)


def _out_of_brackets(text: str) -> str:
    """Return what brackets are around, and no bracket that has lost its other half.

    Those of "police (force)" and of "(a) or (b)" stay.
    """
    opened, closed = text.startswith("("), text.endswith(")")
    inner = text[opened : len(text) - closed]
    is_whole = inner.count("(") == inner.count(")")
    return inner if is_whole and inner.find("(") <= inner.find(")") else text


def not_a_name(text: str, lang: str) -> NotAName | None:
    """Return why ``text``, as ``bare_name`` returns it, is no name in ``lang``."""
    return next((fault for fault, has in _FAULTS.items() if has(text, lang)), None)


def _is_too_long(text: str, _lang: str) -> bool:
    # The key too: one character can be compared as eighteen.
    longest = max(len(text), len(key(text)))
    return longest > MOST_CHARACTERS or len(text.split()) > MOST_WORDS


def _names_a_person(text: str, _lang: str) -> bool:
    rows = read_table("statements")
    titles = {word for row in rows for word in row["titles"]}
    ranks = {word for row in rows for word in row["ranks"]}
    return any(
        before.casefold() in titles or (before.casefold() in ranks and after.istitle())
        for before, after in pairwise(_words(text))
    )


def _is_a_sentence(text: str, lang: str) -> bool:
    words = _words(text)
    return _ends_a_sentence(text) or (
        len(words) > 1
        and any(_states(words, row, lang) for row in read_table("statements"))
    )


def _ends_a_sentence(text: str) -> bool:
    rows = read_table("sentences")
    short = {word.casefold() for row in rows for word in row["abbreviations"]}
    ends = (end["word"] or "" for end in _END.finditer(text))
    return any(end.casefold() not in short for end in ends)


def _states(words: Sequence[str], row: dict[str, Any], lang: str) -> bool:
    """Tell whether ``words`` say something, by what ``row`` knows of its language."""
    if any(word in row["anywhere"] for word in _compared(words)):
        return True
    if row["language"] != lang:
        return False
    return words[0].casefold() in row["first"] or any(
        word.casefold() in row["inside"] and before.casefold() not in row["after"]
        for before, word in pairwise(words)
    )


def _compared(words: Sequence[str]) -> Iterator[str]:
    """Yield the words in which a pronoun can be: ME beside small letters is none.

    A letter that stands alone at the end is a number (Part I).
    """
    is_loud = all(word.isupper() for word in words)
    for place, word in enumerate(words, 1):
        if len(word) == 1:
            yield word if place < len(words) else ""
        elif is_loud or not word.isupper():
            small = word.casefold()
            yield f"I{small[1:]}" if small.startswith("i'") else small


def _words(text: str) -> list[str]:
    return [word for part in text.split() if (word := part.strip(f"{_AROUND}().&/+-"))]


def _is_unreadable(text: str, _lang: str) -> bool:
    kinds = (unicodedata.category(sign)[0] for sign in text if sign not in _SIGNS)
    return not text[0].isalnum() or any(kind not in "LMN" for kind in kinds)


_FAULTS: dict[NotAName, Callable[[str, str], bool]] = {
    NotAName.EMPTY: lambda text, _lang: not text,
    NotAName.TOO_LONG: _is_too_long,
    NotAName.CONTACT: lambda text, _lang: bool(_CONTACT.search(text)),
    NotAName.NUMBER: lambda text, _lang: bool(_NUMBER.search(text)),
    NotAName.PERSON: _names_a_person,
    NotAName.SENTENCE: _is_a_sentence,
    NotAName.UNREADABLE: _is_unreadable,
}
"""In the order in which they are looked for: the first that holds is told."""
