"""Reads the markup of a stranger: the text that people read of it, and where it is."""

from __future__ import annotations

from typing import NamedTuple

from glossary.annotation.elements import BREAKS
from glossary.annotation.nesting import Manner, Nesting
from glossary.annotation.tokens import read_tokens

LEFT_ALONE = "\ufffc"
"""Stands in the text for what is given back as it is (U+FFFC, object replacement)."""

_NEW_BLOCK, _NEW_LINE = "\n\n", "\n"
_SPACES = str.maketrans("\t\n\f\r", "    ")


class Stretch(NamedTuple):
    """A stretch of the text: where it starts, and which item it is."""

    start: int
    item: int
    can_be_linked: bool


def read_words(markup: str) -> str:
    """Return all the words that people read of ``markup``, blocks apart."""
    return MarkupText(markup, is_whole=True).text


class MarkupText:
    """A markup in order, properly nested, and the text that people read of it.

    ``is_whole`` asks for that, too, in which nobody is to look for terms.
    """

    def __init__(self, markup: str, *, is_whole: bool = False) -> None:
        self._is_whole = is_whole
        self.pieces: list[Stretch] = []
        self._nesting = Nesting()
        self.items, self.steps = self._nesting.items, self._nesting.steps
        self._shown: list[str] = []
        self._length = 0
        self._pause = ""
        self._read(markup)

    @property
    def text(self) -> str:
        """What people read, with an empty line between blocks."""
        return "".join(self._shown)

    def _read(self, markup: str) -> None:
        for text, start, end, attributes in read_tokens(markup):
            if text:
                self._take(text)
                continue
            before = self._nesting.manner
            if end:
                self._nesting.end(end)
            else:
                self._nesting.start(start, attributes)
            self._go_on(start or end, before, self._nesting.manner)
        self._nesting.finish()

    def _go_on(self, name: str, before: Manner, manner: Manner) -> None:
        """Note what a tag of ``name`` means for the text that follows."""
        if before is Manner.DROPPED is manner:
            return
        if name in BREAKS:
            self._pause = _NEW_BLOCK
        elif name == "br":
            self._pause = _NEW_BLOCK if self._pause else _NEW_LINE
        if manner is Manner.SILENT > before and not self._is_whole:
            self._say(LEFT_ALONE)

    def _take(self, text: str) -> None:
        manner = self._nesting.manner
        if manner is Manner.DROPPED:
            return
        self._nesting.write(text)
        is_first = self._pause or not self._length
        is_left = manner is Manner.SILENT and not self._is_whole
        if is_left or (is_first and text.isspace()):
            return
        self._say(text if self._nesting.has_lines else text.translate(_SPACES))
        start = self._length - len(text)
        can_be_linked = manner is Manner.FREE
        self.pieces.append(Stretch(start, len(self.items) - 1, can_be_linked))

    def _say(self, text: str) -> None:
        pause = self._pause if self._length else ""
        self._shown += pause, text
        self._length += len(pause) + len(text)
        self._pause = ""
