"""What each character counts as when terms are looked for: a code of one byte.

A small letter or a figure is its own code, a sign of ASCII likewise, and every
other letter shares one of 32 codes with others: codes propose, letters decide.
Every currency's sign counts as the dollar's. Most characters have one code, so that
positions in the codes are positions in the text. Those that vanish or become several
letters are ``SPECIAL``: marks among them, whether they count in a language or not.
"""

from __future__ import annotations

import string
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from glossary.text import INVISIBLE, PLAIN, REFERENCE_MARKS, fold, is_mark

if TYPE_CHECKING:
    from glossary.text import Folding

SPECIAL = 0
TAB = 0x09
NEWLINE = 0x0A
PARAGRAPH = 0x0B
PAGE_END = 0x0C
RETURN = 0x0D
RAISED = 0x19  # a raised figure or a dagger, which points to a note
DASH = 0x1A  # any dash that is no hyphen
WALL = 0x1C  # the first of the spaces over which no term goes on
SEAM = 0x1E  # on both sides of a character that is a word by itself
OTHER = 0x1F  # any sign that ASCII lacks
SPACE = 0x20
AND = 0x26
APOSTROPHE = 0x27
HYPHEN = 0x2D
SHARED = 0xE0  # the first of the codes that several letters share
CODES_SHARED = 32

LETTERS = string.ascii_lowercase + string.digits
WORD = frozenset(LETTERS.encode()) | frozenset(range(SHARED, 256))
IN_WORDS = r"a-z0-9\xe0-\xff"  # the same, for expressions over codes
WORDS_ONLY = bytes(one if one in WORD else SPACE for one in range(256))
SIGNS = bytes(sorted(set(range(256)) - WORD))
_PUNCTUATION = frozenset(string.punctuation)
_DASHES = frozenset(
    "\u0096\u0097\u00ac\u2013\u2014\u2015\u2043\u2e3a\u2e3b\ufe31\ufe32"
)
_QUOTES = frozenset("\u0093\u0094\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb")
_SPACES = {
    "\t": TAB,
    "\n": NEWLINE,
    "\v": NEWLINE,
    "\x85": NEWLINE,
    "\f": PAGE_END,
    "\r": RETURN,
    "\u2028": NEWLINE,
    "\u2029": PARAGRAPH,
}
MONEY = ord("$")
_IGNORED = frozenset(INVISIBLE) | {"\0"}

STACKING = frozenset("\u1039\u17d2")
"""In Burmese and Khmer: the letter behind it stands under the one before it."""

# Scripts that write no space between words: Thai, Lao, Burmese, Khmer, kana, Han.
_UNSPACED = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x3040, 0x30FF),
    (0x3400, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)


def is_ignored(character: str) -> bool:
    """Whether ``character`` shows nothing: a soft hyphen, a zero-width space."""
    return character in _IGNORED or unicodedata.category(character) == "Cf"


def is_letter(character: str) -> bool:
    """Whether ``character`` makes words: a letter or a figure.

    Raised figures are not: they point to a footnote.
    """
    if is_ignored(character) or fold(character) in _PUNCTUATION:
        return False
    kind = unicodedata.category(character)
    return kind[0] == "L" or kind in ("Nd", "Nl")


@lru_cache(maxsize=8192)
def is_in_words(character: str) -> bool:
    """Whether ``character`` is a letter, or belongs to one."""
    return is_letter(character) or is_mark(character)


def is_word_alone(character: str) -> bool:
    """Whether ``character`` is of a script that writes no spaces between words."""
    point = ord(character)
    return any(first <= point <= last for first, last in _UNSPACED)


@lru_cache(maxsize=8192)
def code(character: str) -> int:
    """Return the code of ``character``; ``SPECIAL`` if it has none or several."""
    if is_ignored(character) or is_mark(character):
        return SPECIAL
    if character.isspace():
        return _SPACES.get(character, SPACE)
    folded = '"' if character in _QUOTES else fold(character)
    if folded in _PUNCTUATION:
        return ord(folded)
    if not is_letter(character):
        return _sign_code(character, folded)
    bare = _bare(folded)
    if len(bare) != 1 or is_word_alone(bare):
        return SPECIAL
    return _letter_code(bare)


@lru_cache(maxsize=8192)
def expansion(character: str) -> bytes:
    """Return the codes of a ``SPECIAL`` character: none, or those it stands for."""
    if is_ignored(character) or is_mark(character):
        return b""
    bare = _bare(fold(character))
    if bare == character:  # a word by itself
        return bytes((SEAM, _letter_code(character), SEAM))
    codes = ((code(part), part) for part in bare)
    return b"".join(bytes((one,)) if one else expansion(part) for one, part in codes)


def letters(text: str, folding: Folding = PLAIN) -> str:
    """Return the folded letters of ``text`` alone: what codes stand for.

    The marks that count are with them.
    """
    folded = folding.fold("".join(filter(is_in_words, text)))
    return "".join(filter(is_in_words, folded))


def cased(text: str) -> str:
    """Return the letters of ``text`` with their capitals and accents alone."""
    if text.isascii():
        return "".join(filter(str.isalnum, text))
    return unicodedata.normalize("NFKC", "".join(filter(is_in_words, text)))


def _bare(folded: str) -> str:
    """Return folded letters without any mark."""
    parts = unicodedata.normalize("NFD", folded)
    return "".join(part for part in parts if not is_mark(part))


def _sign_code(character: str, folded: str) -> int:
    if folded in _DASHES:
        return DASH
    if unicodedata.category(character) == "Sc":
        return MONEY
    if character in REFERENCE_MARKS:
        return RAISED
    is_raised = unicodedata.decomposition(character).startswith("<super>")
    is_figure = unicodedata.category(character) == "No"
    return RAISED if is_raised and is_figure else OTHER


def _letter_code(folded: str) -> int:
    if folded in LETTERS:
        return ord(folded)
    return SHARED + ord(folded) % CODES_SHARED
