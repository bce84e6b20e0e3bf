"""Official words that a text leaves unexplained, for whoever has to understand it.

The words are rows of ``official_words.yaml`` and ``short_forms.yaml``, to be looked for
as terms are; other short forms are told by how they are written. Names, headings in
capitals, postcodes and numbers are none. ``unexplained.js`` tells them in the same way
in the browser, and both pass ``tests/plain_language/short_forms.json``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from glossary.plain_language.abbreviations import known_abbreviations
from glossary.plain_language.spans import Span
from glossary.plain_language.tables import read_table


class OfficialWord(NamedTuple):
    """Some words, and their plural where they have one."""

    text: str
    plural: str | None


_CAPITAL = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0174\u0176"
_SIGN = f"{_CAPITAL}a-z0-9_\u00df-\u00f6\u00f8-\u00ff\u0175\u0177"
_SHORT_FORM = re.compile(
    rf"(?<![{_SIGN}@&./#'\u2019\-])([{_CAPITAL}]{{3,6}})(?:['\u2019]?s)?"
    rf"(?![{_SIGN}@&]|[-./'\u2019][{_SIGN}])"
)
_LARGE = re.compile(f"[{_CAPITAL}]")
_SMALL = re.compile("[a-z\u00df-\u00f6\u00f8-\u00ff\u0175\u0177]")
# A name or a title stands before it, or figures after it.
_TITLE = re.compile(
    rf"(?i)(?<![{_SIGN}])(?:cllr|dr|miss|mr|mrs|ms|mx|no|parch|rev|ref|sgt)[.:]? $"
)
_NAME = re.compile(rf"[{_SIGN},;)]['\u2019]? [{_CAPITAL}][^\s(]* $")
_NUMBERED = re.compile(" ?[/:]? ?[0-9]")
_ROMAN = re.compile("[IVXLC]+")
# Can be said as a word: no short form, but a word or a name in capitals.
_VOWEL = "AEIOUWY\u00c2\u00ca\u00ce\u00d4\u00db\u0174\u0176"
_ONSET = "SCH|SCR|SHR|SPL|SPR|STR|THR|CHR|PHR"
_CODA = (
    "GHT|TCH|NGS|NDS|NTS|RDS|RTS|RKS|RMS|RNS|RST|LDS|LTS|CKS|STS|NCH|NTH|RCH|RTH|LTH|"
    "MPS|NKS|CTS|PTS"
)
_SAID = re.compile(
    rf"(?:[^{_VOWEL}]{{0,2}}|{_ONSET})[{_VOWEL}]{{1,3}}"
    rf"(?:[^{_VOWEL}]{{1,3}}[{_VOWEL}]{{1,3}})*(?:[^{_VOWEL}]{{0,2}}|{_CODA})"
)
_REACH = 60  # characters on either side by which a line is judged


@lru_cache
def official_words(lang: str) -> tuple[OfficialWord, ...]:
    """Return the words of ``lang`` that letters take for known."""
    rows = read_table("official_words")
    texts = (text for row in rows if row["language"] == lang for text in row["words"])
    parts = (text.partition(" / ") for text in texts)
    return tuple(OfficialWord(text, plural or None) for text, _, plural in parts)


@lru_cache
def short_forms(kind: str) -> tuple[str, ...]:
    """Return the short forms of all languages that are ``official`` or ``ordinary``."""
    rows = read_table("short_forms")
    return tuple(
        text for row in rows if row["kind"] == kind for text in row["short_forms"]
    )


@lru_cache
def never_named() -> frozenset[str]:
    """Return the short forms that nobody has to ask about."""
    return known_abbreviations() | frozenset(short_forms("ordinary"))


def find_short_forms(text: str) -> list[Span]:
    """Return what looks like a short form in ``text`` and is not widely known.

    One that the text itself spells out, wherever it does, is none.
    """
    spans = [Span(*found.span(1)) for found in _SHORT_FORM.finditer(text)]
    spelled_out = {
        text[span.start : span.end] for span in spans if _is_spelled_out(text, span)
    }
    known = never_named() | spelled_out
    return [
        span
        for span in spans
        if text[span.start : span.end] not in known and _is_short_form(text, span)
    ]


def _is_spelled_out(text: str, span: Span) -> bool:
    """Whether what its letters stand for is before it, and a bracket around it."""
    said, bracket, rest = _before(text, span).rpartition("(")
    initials = "".join(_LARGE.findall(said))
    return bool(bracket) and not rest and initials.endswith(text[span.start : span.end])


def _is_short_form(text: str, span: Span) -> bool:
    words = text[span.start : span.end]
    if _ROMAN.fullmatch(words) or _SAID.fullmatch(words):
        return False
    before = _before(text, span)
    after = text[span.end : span.end + _REACH].partition("\n")[0]
    if _TITLE.search(before) or _NAME.search(before) or _NUMBERED.match(after):
        return False
    line = before + after
    small, large = len(_SMALL.findall(line)), len(_LARGE.findall(line))
    return small >= large


def _before(text: str, span: Span) -> str:
    """Return what stands before ``span`` in its line, as far as it matters."""
    return text[max(0, span.start - _REACH) : span.start].rpartition("\n")[2]
