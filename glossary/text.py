"""Plain text: normal form, words, and how spellings are compared. No Django.

What two spellings may differ in is the business of their language: a ``Folding`` says
it, and ``PLAIN`` is for text of no particular language. Signs are the same in all:
one apostrophe, one hyphen, one space. Unicode Standard Annex 15 names the forms used.
"""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

APOSTROPHES = (
    "\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4\u05f3\u05f4\uff07"
    "\u0091\u0092"  # those of Windows, where a program took them for another's
)
LOST = "\ufffd"
"""What a program writes where it could not read a sign: mostly an apostrophe."""

HYPHENS = "\u2010\u2011\u2012\u2027\u2212\u05be\ufe63\uff0d"
_VARIATIONS = (
    *range(0x180B, 0x1810),
    *range(0xFE00, 0xFE10),
    *range(0xE0100, 0xE01F0),
)
INVISIBLE = (
    "\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
    "\u0640"  # shows nothing but a longer line: the tatweel of Arabic
) + "".join(map(chr, _VARIATIONS))

ACCENTS = (
    "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
"""The accents of letters in any alphabet, as ranges of a character class."""

HARAKAT = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u08d3-\u08ff"
)
"""The vowels and other marks that Arabic is mostly written without, likewise."""

NIQQUD = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
"""The vowels and other marks that Hebrew is mostly written without, likewise."""

_SIGNS = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'")
    | dict.fromkeys(HYPHENS, "-")
    | dict.fromkeys(INVISIBLE, "")
)
_SIGNS_AND_LOST = _SIGNS | {ord(LOST): "'"}
_QUOTES = str.maketrans(
    dict.fromkeys("\u0093\u0094\u201c\u201d\u201e\u00ab\u00bb", '"')
)
# A quotation mark in a Hebrew word is what keyboards have for a gershayim.
_GERSHAYIM = re.compile(r"(?<=[\u05d0-\u05ea])\"(?=[\u05d0-\u05ea])")
_DOTLESS = str.maketrans("\u0131\u0237", "ij")


def is_mark(character: str) -> bool:
    """Whether ``character`` belongs to the letter before it: an accent, a vowel sign.

    One that shows nothing does not.
    """
    return unicodedata.category(character)[0] == "M" and character not in INVISIBLE


def _ranges(points: Sequence[int]) -> Iterator[str]:
    """Yield ``points``, which are in order, as ranges of a character class."""
    start = points[0]
    for last, following in zip(points, [*points[1:], 0], strict=True):
        if following != last + 1:
            yield f"{chr(start)}-{chr(last)}"
            start = following


MARKS = "".join(_ranges([*filter(lambda p: is_mark(chr(p)), range(0x300, 0x20000))]))
"""Every such mark, as ranges of a character class: no letters, but parts of words."""

WORD = rf"[^\W_]+(?:[{MARKS}]+[^\W_]*)*"
"""A word without signs, as an expression: letters and figures with their marks."""

WHOLE_WORD = re.compile(rf"{WORD}(?:['\-]{WORD})*")
"""A word with the apostrophes and hyphens inside it."""

_UNMARKED_WORD = re.compile(r"[^\W_]+(?:['\-][^\W_]+)*")
_BEYOND = re.compile("[\u0300-\u1fff\u2070-\U0010ffff]")
"""Where such marks stand: in a text without it, words are found twice as quickly."""

_JOINTS = re.compile(r"[\s'\-./&]+")


PLURALS_LEFT_OPEN = "s es ies ren en au iau ion iaid oedd od edd nau".split()
"""What stands in brackets behind a word that may be one or several: *officer(s)*."""

REFERENCE_MARKS = "\u2020\u2021"
"""Signs that point to a note, as raised figures do."""

_RAISED = f"[\u00b9\u00b2\u00b3\u2070\u2074-\u2079{REFERENCE_MARKS}]"
_ENDS = r"\w).*_~'\"\u2019\u201d\]"  # what a word may end with, as it is written
# Each begins with the sign that is looked for: alone, a sign is found in no time.
_BEHIND_WORDS = [
    re.compile(rf"{pattern}(?!\w)")
    for pattern in (
        rf"\((?<=[{_ENDS}]\()(?:{'|'.join(PLURALS_LEFT_OPEN)})\)",
        rf"\[(?:(?<=[{_ENDS}]\[)|(?<=[{_ENDS}] \[))\d{{1,3}}\]",
        rf"{_RAISED}(?<=[{_ENDS}].)(?<!{_RAISED}.)(?:[\s,]*{_RAISED})*",
    )
]
_SIGNS_BY_NAME = {
    name: html.unescape(f"&{name};")
    for name in (
        "amp apos emsp ensp ldquo lsquo mdash nbsp ndash quot rdquo rsquo shy thinsp "
        "acirc ecirc icirc ocirc ucirc wcirc ycirc aacute eacute iacute oacute uacute "
        "auml euml iuml ouml uuml agrave egrave igrave ograve ugrave"
    ).split()
}
REFERENCE = rf"&(?:#x[0-9a-f]{{2,4}}|#[0-9]{{2,5}}|{'|'.join(_SIGNS_BY_NAME)});"
"""What HTML writes for a sign (HTML, 13.1.4), in small letters, as an expression."""

_REFERENCE = re.compile(REFERENCE, re.IGNORECASE)
JOINED = "s r n i u w m th ch".split()
"""What an apostrophe may join to a word that is spelled without one elsewhere."""

MOJIBAKE = "\u00e2\u20ac\u2122"
"""What is left of a typographic apostrophe in UTF-8 that was read as Windows' signs."""

_LOST_APOSTROPHE = re.compile(
    rf"(?<=[^\W_])(?:\?(?=(?:{'|'.join(JOINED)})(?!\w))|{MOJIBAKE})", re.IGNORECASE
)
_GLUED_NOTE = re.compile(r"\d(?<=[^\W\d_]{4}\d)\d?(?![-\w]|[./]\d)")
_STOPS = re.compile(
    r"\.(?<=(?<![\w.])[^\W\d_]\.)(?:[^\W\d_]\.)*[^\W\d_](?:\.|(?!\w))(?!\w)"
)
"""The full stops of an abbreviation, with what is between them."""


def without_notes(text: str) -> str:
    """Return ``text`` without plurals left open, and without the numbers of notes."""
    spans = sorted(
        found.span() for pattern in _BEHIND_WORDS for found in pattern.finditer(text)
    )
    starts = [0, *(end for _, end in spans)]
    ends = [*(start for start, _ in spans), len(text)]
    return "".join(map(text.__getitem__, map(slice, starts, ends)))


def mended(text: str) -> str:
    """Return ``text`` with the signs that a program wrote or lost as it copied it.

    References of HTML are the signs for which they stand, and an apostrophe is what
    became a question mark in *children?s*, or three signs.
    """
    if "&" in text:
        text = _REFERENCE.sub(lambda found: sign_of(found[0]), text)
    if "?" in text or MOJIBAKE in text:
        text = _LOST_APOSTROPHE.sub("'", text)
    return text


def sign_of(reference: str) -> str:
    """Return the sign for which a ``REFERENCE`` of HTML stands; none: itself."""
    name = reference[1:-1].lower()
    if name[0] != "#":
        return _SIGNS_BY_NAME[name]
    point = int(f"0{name[1:]}", 0) if name[1] == "x" else int(name[1:])
    is_sign = point >= 0x20 and not 0xD800 <= point < 0xE000
    return chr(point) if is_sign else reference


def without_glued_notes(text: str) -> str:
    """Return ``text`` without numbers that stand at a word like a part of it."""
    return _GLUED_NOTE.sub("", text)


def as_said(text: str) -> str:
    """Return ``text`` without what of it nobody says.

    That are numbers of notes, plurals left open, and the full stops of abbreviations:
    *N.P.C.C.¹* is *NPCC*.
    """
    plain = without_glued_notes(without_notes(text))
    return _STOPS.sub(lambda found: found[0].replace(".", ""), plain)


def _whole_words(text: str) -> list[str]:
    """Return the words of ``text`` with the apostrophes and hyphens inside them."""
    found = WHOLE_WORD if _BEYOND.search(text) else _UNMARKED_WORD
    return found.findall(text)


def normalise(text: str) -> str:
    """Return ``text`` in Unicode normal form C, as everything stored here is."""
    return unicodedata.normalize("NFC", text)


@dataclass(frozen=True, eq=False)
class Folding:
    """What two spellings of a word may differ in and be one word, in a language.

    ``silent`` are the marks that do not count, as ranges of a character class; a
    letter of ``kept`` is a letter of its own with its mark. ``small`` has capitals
    whose small letter is another one than elsewhere, each with that one. This is plain
    data, so that other programs can do the same. Letters that people write for one
    another are spellings, and belong to the forms of a name.
    """

    silent: str = ACCENTS + HARAKAT + NIQQUD
    kept: str = ""
    small: tuple[tuple[str, str], ...] = ()

    def unify(self, text: str) -> str:
        """Return ``text`` in small letters with one kind of each sign, marks kept.

        Compatibility forms, the kinds of apostrophe and hyphen, invisible characters
        and runs of white space disappear.
        """
        if not text.isascii():
            # Twice: an acute accent used as an apostrophe is gone after NFKC, and a
            # letter that holds an apostrophe (ŉ) has none before it.
            signs = normalise(text).translate(_SIGNS_AND_LOST)
            text = unicodedata.normalize("NFKC", signs)
            if text != signs:
                text = text.translate(_SIGNS_AND_LOST)
            text = _GERSHAYIM.sub("'", text)
        text = text.replace("`", "'")
        for capital, letter in self.small:
            text = text.replace(capital, letter)
        return " ".join(text.casefold().split())

    def without_accents(self, text: str) -> str:
        """Return ``text`` without the marks that do not count: ``ŵ`` becomes ``w``."""
        if text.isascii():
            return text
        bare = self._marked.sub(self._bare, unicodedata.normalize("NFD", text))
        return normalise(bare if "\u0131" in self.kept else bare.translate(_DOTLESS))

    def fold(self, text: str) -> str:
        """Return the form of ``text`` in which two spellings of it compare equal."""
        # Split again: an accent that stood alone leaves a space behind.
        return " ".join(self.without_accents(self.unify(text)).split())

    def key(self, text: str) -> str:
        """Return ``text`` folded, without spaces, hyphens, apostrophes, dots, slashes.

        ``cam-fanteisio`` and ``camfanteisio`` share a key, as do ``ADR 149`` and
        ``ADR149``.
        """
        return _JOINTS.sub("", self.fold(text))

    def words(self, text: str) -> Iterator[str]:
        """Yield the folded words of ``text``; apostrophes and hyphens inside stay."""
        return iter(_whole_words(self.fold(text)))

    def accented_words(self, text: str) -> Iterator[str]:
        """Yield the words of ``text`` as ``words`` does, their marks kept."""
        return iter(_whole_words(self.unify(text)))

    @cached_property
    def _marked(self) -> re.Pattern[str]:
        """Marks that do not count, behind a letter that may keep them."""
        letters = {unicodedata.normalize("NFD", letter)[0] for letter in self.kept}
        kept = f"(?P<kept>[{''.join(sorted(letters))}])?" if letters else ""
        return re.compile(f"{kept}[{self.silent}]+" if self.silent else "(?!)")

    def _bare(self, found: re.Match[str]) -> str:
        letter = found["kept"] if self.kept else None
        if not letter:
            return ""
        marks = found[0][1:]
        return letter + "".join(m for m in marks if normalise(letter + m) in self.kept)


PLAIN = Folding()
"""How spellings are compared where no language says it: as a reader may type them."""

unify = PLAIN.unify
without_accents = PLAIN.without_accents
fold = PLAIN.fold
key = PLAIN.key
words = PLAIN.words
accented_words = PLAIN.accented_words


def fold_signs(text: str) -> str:
    """Return ``text`` with one kind of space, hyphen, apostrophe and quotation mark.

    Letters stay as they are: this compares quotations, not spellings.
    """
    plain = normalise(text).translate(_SIGNS).translate(_QUOTES)
    return " ".join(plain.split())


def slug(text: str) -> str:
    """Return ``text`` as a part of an address: folded words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text).replace("'", "")).strip("-")
