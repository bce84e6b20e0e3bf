"""Acronyms and capitals: what a heading in capitals does to both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glossary.matching.characters import cased
from glossary.text import unify

if TYPE_CHECKING:
    from glossary.matching.forms import Form

_REACH = 60  # characters on either side by which a line is judged
_LINE_BREAK = re.compile("[\n\v\f\r\x85\u2028\u2029]")

# Words that acronyms are spelled like. In a line of capitals nobody can see which of
# the two is meant, and the word is likelier.
ORDINARY = frozenset(
    """
    A ACE ACT AD ADD AGE AI AID AIM ALL AM AN AND ANY APP AR ARE AREA AS ASK AT BE BY
    CAB CAN CAP CARE CASE CUT DAN DASH DO EI END FOR GAN GET GO HE HEB HELP HER HIS
    HOPE I IF IN IS IT ITS LEAD MAP MASH MAY ME MI MY NA NEW NI NO NOT NOW O OF OFF OLD
    ON ONE OR OS OUR OUT OWN PA PACE PAN PART PEN PLAN RISE SAFE SAY SET SHE SO SOME
    SPOT STAR STAY STEP STOP SUM SY TEAM THE TO UN UP US WE WHO WYTH Y YN YR YOU
    """.split()
)


def looks_ordinary(text: str) -> bool:
    """Whether an acronym's ``text`` in capitals may also be an everyday word."""
    return cased(text).upper() in ORDINARY


class Capitals:
    """The capitals of an acronym or code."""

    __slots__ = ("_letters", "_looks_ordinary", "_others")

    def __init__(self, text: str, *, also_small: bool) -> None:
        self._letters = letters = cased(text)
        self._looks_ordinary = looks_ordinary(text)
        others = [letters.lower(), letters.capitalize()] if also_small else []
        if not letters.endswith("s"):  # of a plural
            others.append(letters.upper())
        others.append(letters[:1].upper() + letters[1:])  # where a sentence begins
        self._others = frozenset((*others, _with_capitals(letters)))

    @classmethod
    def of(cls, form: Form, text: str) -> Capitals | None:
        """Return those of ``form``, which is spelled as ``text``, if they count."""
        if not form.case_sensitive:
            return None
        return cls(text, also_small=form.also_small)

    def are_in(self, written: str, text: str, start: int, end: int) -> bool:
        """Whether what is ``written`` at ``text[start:end]`` has the same.

        All may be capitals but for the s of a plural (MOJ, MOJs), or small letters if
        no word is spelled so (iicsa, Iicsa) or may go on so (polit-ical). In a line of
        capitals it must not be spelled like an everyday word.
        """
        written = cased(written)
        if written == self._letters:
            return not (self._looks_ordinary and _is_in_capitals(text, start, end))
        if self._looks_ordinary or _goes_on_in_small(written, text, end):
            return False
        return written in self._others or (
            written == self._letters.upper() and _is_in_capitals(text, start, end)
        )


def _goes_on_in_small(written: str, text: str, end: int) -> bool:
    """Whether a word in small letters goes on behind a hyphen, like *polit-ical*."""
    return not written[-1:].isupper() and unify(text[end : end + 1]) == "-"


def _with_capitals(letters: str) -> str:
    """Return ``letters`` in capitals up to the last one that is."""
    capitals = (end for end, one in enumerate(letters, 1) if one.isupper())
    last = max(capitals, default=0)
    return letters[:last].upper() + letters[last:]


def _is_in_capitals(text: str, start: int, end: int) -> bool:
    """Whether the line of ``text[start:end]`` has other letters, all capitals."""
    before = _LINE_BREAK.split(text[max(0, start - _REACH) : start])[-1]
    after = _LINE_BREAK.split(text[end : end + _REACH])[0]
    line = f"{before} {after}"
    return line == line.upper() and line != line.lower()
