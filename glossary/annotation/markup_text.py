"""Reads the markup of a stranger: the text that people read of it, and where it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from glossary.annotation.bearing import Bearing, Manner
from glossary.annotation.elements import NO_GLOSSARY, SPACED
from glossary.annotation.nesting import Nesting, Note
from glossary.annotation.styles import is_hidden
from glossary.annotation.tokens import decode, read_attributes, read_tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LEFT_ALONE = "\ufffc"
"""Stands in the text for what is given back as it is (U+FFFC, object replacement)."""

_NEW_BLOCK, _NEW_LINE = "\n\n", "\n"
_SPACES = str.maketrans("\t\n\f\r", "    ")
_LETTER = re.compile(r"[^\W\d_]")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOTES = re.compile(r"(?!\s+\Z)[\d\s,\[\]()-]+")
_UNSEEN = str.maketrans(dict.fromkeys("[]() ", "\u2060"))
"""Brackets and spaces of numbers of notes, so that figures are all there is of them."""


class Stretch(NamedTuple):
    """A stretch of the text: where it starts, and which item it is."""

    start: int
    item: int
    lang: str
    can_be_linked: bool


class Words(NamedTuple):
    """The words of a page, and whether there are others that its author hid."""

    text: str
    has_hidden: bool


def read_words(markup: str) -> str:
    """Return all the words that people read of ``markup``, blocks apart."""
    return read_page(markup).text


def read_page(markup: str) -> Words:
    """Return the words that people read of ``markup``, and whether there are others.

    Pictures are there with the words that stand for them.
    """
    reading = MarkupText(markup, is_whole=True)
    return Words(reading.text, reading.has_hidden)


class MarkupText:
    """A markup in order, properly nested, and the text that people read of it.

    ``is_whole`` asks for that, too, in which nobody is to look for terms.
    ``has_hidden`` says that there are words that nobody sees; those do not come back.
    """

    def __init__(self, markup: str, *, is_whole: bool = False) -> None:
        self._is_whole = is_whole
        self.pieces: list[Stretch] = []
        self.has_hidden = False
        self._nesting = Nesting()
        self.items, self.steps = self._nesting.items, self._nesting.steps
        self.linked = self._nesting.linked
        self._shown: list[str] = []
        self._length = 0
        self._pause = ""
        self._is_note = False
        self._read(markup)

    @property
    def text(self) -> str:
        """What people read, with an empty line between blocks."""
        return "".join(self._shown)

    def pieces_in(self, start: int, end: int) -> Sequence[Stretch]:
        """Return the stretches in which ``text[start:end]`` stands."""
        place = attrgetter("start")
        first = bisect_right(self.pieces, start, key=place) - 1
        last = bisect_right(self.pieces, end - 1, key=place)
        return self.pieces[first:last]

    def _read(self, markup: str) -> None:
        for text, start, end, attributes, title in read_tokens(markup):
            if text:
                self._take(text)
            elif end:
                self._end(end)
            else:
                given = read_attributes(attributes)
                self._show_picture(start, given, title)
                self._start(start, given)
        self._nesting.finish()

    def _start(self, name: str, given: Mapping[str, str]) -> None:
        self._nesting.start(name, given)
        self._is_note = self._is_note or name == "sup"
        self._go_on_after(name)

    def _end(self, name: str) -> None:
        self._nesting.end(name)
        self._go_on_after(name)

    def _go_on_after(self, name: str) -> None:
        self._go_on()
        if name in SPACED:
            self._take(" ")

    def _go_on(self) -> None:
        """Take in what the last tags mean for the text that follows."""
        note = self._nesting.take_note()
        if Note.BLOCK in note:
            self._pause = _NEW_BLOCK
        if Note.LINE in note:
            self._pause = _NEW_BLOCK if self._pause else _NEW_LINE
        if Note.SILENCE in note and not self._is_whole:
            self._say(LEFT_ALONE)

    def _show_picture(self, name: str, given: Mapping[str, str], title: str) -> None:
        """Write the words that stand for a picture in its place: as they are."""
        words = " ".join(_words_for(name, given, title).split())
        if words and not is_hidden(name, given):
            place = {key: given[key] for key in ("dir", "id", "lang") if key in given}
            self._start("span", {"class": NO_GLOSSARY, **place})
            self._take(f" {words} ")
            self._end("span")

    def _take(self, text: str) -> None:
        bearing = self._nesting.bearing
        if bearing.is_left_out or bearing.unseen:
            self._leave_out(text, bearing)
            return
        if self._nesting.is_break_due and text.isspace():
            return
        self._nesting.write(text)
        self._go_on()
        is_first = self._pause or not self._length
        is_left = bearing.manner is Manner.SILENT and not self._is_whole
        if is_left or (is_first and text.isspace()):
            return
        self._say(self._as_read(text, bearing))
        start = self._length - len(text)
        can_be_linked = bearing.manner is Manner.FREE
        index = len(self.items) - 1
        self.pieces.append(Stretch(start, index, bearing.lang, can_be_linked))

    def _as_read(self, text: str, bearing: Bearing) -> str:
        """Return ``text`` as people read it, sign for sign.

        Figures above the line with no letter before them there point to a note, or
        are a power. They are no part of the word that they stand at.
        """
        if not bearing.has_lines:
            text = text.translate(_SPACES)
        if not (bearing.is_raised and self._is_note):
            return text
        letter = _LETTER.search(text)
        self._is_note = letter is None
        end = letter.start() if letter else len(text)
        note = text[:end].translate(_RAISED)
        if _NOTES.fullmatch(text):
            note = note.translate(_UNSEEN)
        return note + text[end:]

    def _leave_out(self, text: str, bearing: Bearing) -> None:
        if bearing.hides and any(map(str.isalnum, text)):
            self.has_hidden = True

    def _say(self, text: str) -> None:
        pause = self._pause if self._length else ""
        self._shown += pause, text
        self._length += len(pause) + len(text)
        self._pause = ""


def _words_for(name: str, given: Mapping[str, str], title: str) -> str:
    """Return what is said in the place of a picture."""
    is_picture = name in {"img", "area"} or (
        name == "input" and given.get("type", "").strip().lower() == "image"
    )
    if is_picture:
        return decode(given.get("alt", ""))
    return (decode(given.get("aria-label", "")) or title) if name == "svg" else ""
