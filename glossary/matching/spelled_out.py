"""Where a text spells an abbreviation out without brackets.

“CPS: Community Pension Scheme”, “CPS = …”, “CPS – …”, “CPS stands for …”, “Car Parking
Services, or CPS”: something links the abbreviation and the words on one side of it.
What is before it is read from the end, in codes that are turned round.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from glossary.matching.characters import IN_WORDS, OTHER, WALL
from glossary.matching.long_forms import (
    are_alike,
    by_initials,
    letters_of,
    may_be_alike,
)
from glossary.matching.whole import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from glossary.matching.abbreviations import Abbreviations

    Span = tuple[int, int]
    Words = Sequence[bytes]

_FEWEST_LETTERS = 3  # two words begin with any two letters too often

_SURELY = "means|stands for|short for|known as|called|golygu|sefyll am|elwir yn|sef"
_PERHAPS = "or|is|neu|yw"
_FILLING = "a|also|hefyd|is|r|simply|the|which|y|yn|yr"  # beside one of those

_WORD_OR_STOP = re.compile(
    f"(?P<stop>[.,;:!?()\\[\\]{chr(WALL)}{chr(OTHER)}])|[{IN_WORDS}]+".encode("latin-1")
)


class SpelledOut(NamedTuple):
    """An abbreviation as it is written, and the words linked with it, nearest first.

    ``capitals`` says which of them begin with one, ``link`` how much the link says by
    itself: a “sign” and a “word” like “or” stand between other things as well.
    """

    short: str
    words: Words
    capitals: Sequence[bool]
    is_before: bool
    link: str

    def is_own(self, names: Sequence[Words]) -> bool | None:
        """Whether the long form is one of ``names``; None if there is no long form.

        Each letter must begin a word. If the link does not say enough, the last of
        the words must have a capital, or be the last one beside a sign.
        """
        letters = letters_of(self.short)
        if len(letters) < _FEWEST_LETTERS:
            return None
        if any(are_alike(self.words[: len(name) + 1], name) for name in names):
            return True
        long = by_initials(letters[:: -1 if self.is_before else 1], self.words)
        if not long or letters in long or not self._is_sure(len(long)):
            return None
        return None if any(may_be_alike(long, name) for name in names) else False

    def _is_sure(self, size: int) -> bool:
        """Whether so many words are a long form, and not how a sentence goes on."""
        is_end = self.link == "sign" and size == len(self.words)
        return self.link == "surely" or is_end or self.capitals[size - 1]


def spelled_out(
    written: Callable[[Span], str], codes: bytes, known: Abbreviations, entry: str
) -> Iterator[SpelledOut]:
    """Yield the places where words are linked with an abbreviation of ``entry``."""
    size, turned = len(codes), codes[::-1]

    def back(span: Span) -> Span:
        return size - span[1], size - span[0]

    for short in known.abbreviations(entry):
        (word,) = words_of(short)
        most = known.reach(short) + 1
        for is_before in (False, True):
            ways = (turned, word[::-1]) if is_before else (codes, word)
            for place, link in _linked(*ways, _LINKS[is_before]):
                spans = [place, *islice(_words(ways[0], link.end()), most)]
                own, *long = map(back, spans) if is_before else spans
                if written(own) == short:
                    words = tuple(codes[start:end] for start, end in long)
                    capitals = tuple(_is_large(written(span)) for span in long)
                    kind = str(link.lastgroup)
                    yield SpelledOut(short, words, capitals, is_before, kind)


def _linked(
    codes: bytes, short: bytes, link: re.Pattern[bytes]
) -> Iterator[tuple[Span, re.Match[bytes]]]:
    for place in _expression(short).finditer(codes):
        found = link.match(codes, place.end())
        if found:
            yield place.span(), found


def _is_large(word: str) -> bool:
    return word[:1] != word[:1].lower()


@lru_cache(maxsize=1024)
def _expression(short: bytes) -> re.Pattern[bytes]:
    """Return an expression that begins with what is sought: it is found in no time."""
    word, inside = re.escape(short), f"[{IN_WORDS}]".encode()
    return re.compile(b"%b(?<!%b%b)" % (word, inside, word))


def _words(codes: bytes, place: int) -> Iterator[Span]:
    """Yield where the words are that follow ``place`` without a stop."""
    for found in _WORD_OR_STOP.finditer(codes, place):
        if found["stop"]:
            return
        yield found.span()


def _link(*, is_before: bool) -> re.Pattern[bytes]:
    """Return an expression for what is between an abbreviation and its long form."""
    surely, perhaps, filling = (
        (words[::-1] if is_before else words).replace(" ", " +")
        for words in (_SURELY, _PERHAPS, _FILLING)
    )
    gap = "[ ,'\"]+"
    before, after = f"{gap}(?:(?:{filling}){gap})*", f"(?:{gap}(?:{filling}))*{gap}"
    return re.compile(
        f"(?P<surely>['\" ]*=['\" ]*|{before}(?:{surely}){after})"
        f"|(?P<word>{before}(?:{perhaps}){after})"
        f"|(?P<sign>['\" ]*:['\" ]*|['\"]* +[\x1f-]+ +['\"]*)".encode("latin-1")
    )


_LINKS = {is_before: _link(is_before=is_before) for is_before in (False, True)}
