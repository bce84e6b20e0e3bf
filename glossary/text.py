"""Plain text: normal form, folding for comparison, and words. No Django.

Folding follows what a reader can type: no accents, one apostrophe, one hyphen,
one space, no capitals. It is the same in every language, so that one key serves
search, look-up and addresses. Unicode Standard Annex 15 names the forms used.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

APOSTROPHES = "\u2018\u2019\u02bc\u02b9\u2032\u00b4\uff07"
HYPHENS = "\u2010\u2011\u2012\u2212\ufe63\uff0d"
INVISIBLE = (
    "\u00ad\u034f\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_SIGNS = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'")
    | dict.fromkeys(HYPHENS, "-")
    | dict.fromkeys(INVISIBLE, "")
)
_QUOTES = str.maketrans(dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'))
_WORD = re.compile(r"[^\W_]+(?:['\-][^\W_]+)*")
_JOINTS = re.compile(r"[\s'\-./&]+")


def normalise(text: str) -> str:
    """Return ``text`` in Unicode normal form C, as everything stored here is."""
    return unicodedata.normalize("NFC", text)


def without_accents(text: str) -> str:
    """Return ``text`` with its combining marks removed: ``ŵ`` becomes ``w``."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text)
    return "".join([part for part in parts if not unicodedata.combining(part)])


def unify(text: str) -> str:
    """Return ``text`` in small letters with one kind of each sign, accents kept.

    Compatibility forms, the kinds of apostrophe and hyphen, invisible characters
    and runs of white space disappear.
    """
    if not text.isascii():
        # Twice: an acute accent used as an apostrophe is gone after NFKC, and a
        # letter that holds an apostrophe (ŉ) has none before it.
        signs = normalise(text).translate(_SIGNS)
        text = unicodedata.normalize("NFKC", signs).translate(_SIGNS)
    return " ".join(text.casefold().split())


def fold(text: str) -> str:
    """Return the form of ``text`` in which two spellings of it compare equal.

    As ``unify``, and without accents.
    """
    # Split again: an accent that stood alone leaves a space behind.
    return " ".join(without_accents(unify(text)).split())


def fold_signs(text: str) -> str:
    """Return ``text`` with one kind of space, hyphen, apostrophe and quotation mark.

    Letters stay as they are: this compares quotations, not spellings.
    """
    plain = unicodedata.normalize("NFC", text).translate(_SIGNS).translate(_QUOTES)
    return " ".join(plain.split())


def key(text: str) -> str:
    """Return ``fold(text)`` without spaces, hyphens, apostrophes, dots and slashes.

    ``cam-fanteisio`` and ``camfanteisio`` share a key, as do ``ADR 149`` and
    ``ADR149``.
    """
    return _JOINTS.sub("", fold(text))


def words(text: str) -> Iterator[str]:
    """Yield the folded words of ``text``; apostrophes and hyphens inside stay."""
    for match in _WORD.finditer(fold(text)):
        yield match.group()


def accented_words(text: str) -> Iterator[str]:
    """Yield the words of ``text`` as ``words`` does, their accents kept."""
    for match in _WORD.finditer(unify(text)):
        yield match.group()


def slug(text: str) -> str:
    """Return ``text`` as a part of an address: folded words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text).replace("'", "")).strip("-")
