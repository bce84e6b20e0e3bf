"""Reads RTF: groups in groups, control words, and bytes that are letters."""

from __future__ import annotations

from itertools import chain

from glossary.files.blocks import Letter, raised
from glossary.files.rtf import controls
from glossary.files.rtf.controls import Mode
from glossary.files.rtf.fonts import Font, Fonts
from glossary.files.rtf.forms import Form
from glossary.files.rtf.groups import GROUPS
from glossary.files.rtf.state import State, changed
from glossary.files.rtf.tokens import tokens

_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_PRIVATE = range(0xE000, 0xF900)
_NO_SIGN = "\ufffd"
_UNICODE = 0x10000
_LONGEST = 2000  # of what is kept of a code
_WITH_LETTERS = frozenset({Mode.SHOWN, Mode.CODE})
_HEAD = "header"  # as long as that of a foot


class Reading:
    """One document, from its first group to its last."""

    def __init__(self) -> None:
        """Begin before the first group."""
        self.letter = Letter()
        self.state = State(self.letter.body)
        self.fonts = Fonts()
        self.form = Form()
        self.code = ""
        """Of the field that is open."""
        self.property = ""
        """The name of the property of a shape that came last."""
        self.mark = ""
        """The mark in the text of the note that comes next."""
        self.size = dict.fromkeys(chain(*controls.SIDES), 0)
        """Of the picture that comes now, in twentieths of a point."""
        self.margins: list[tuple[str, str]] = []
        """What stands at the head and foot of pages, with the name of its group."""
        self._pages = {"", "r"}
        self._font = Font()
        self._outer: list[State] = []
        self._bytes = bytearray()
        self._is_begun = False  # the group, with more than its brace
        self._is_starred = False
        self._skip = 0
        self._high = 0

    def read(self, data: bytes) -> None:
        """Read all groups; what comes after the first one is nobody's."""
        for kind, found, number in tokens(data):
            if isinstance(found, bytes):
                self._text(found)
            elif kind == "word":
                self._word(found, number)
            elif kind == "symbol":
                self._symbol(found)
            elif kind == "open":
                self._open()
            elif self._close():
                break
            self._is_begun = kind != "open"
        while self._outer:
            self._close()
        for name, text in self.margins:
            if name[len(_HEAD) :] in self._pages:
                is_head = name.startswith(_HEAD)
                (self.letter.head if is_head else self.letter.foot)(text)

    def say(self, words: str) -> None:
        """Write words, unless nobody sees them."""
        state = self.state
        if state.mode is Mode.CODE and len(self.code) < _LONGEST:
            self.code += words
        if state.mode is not Mode.SHOWN or state.is_deleted:
            return
        if state.is_hidden:
            self.letter.hide(words)
        else:
            state.blocks.add(raised(words) if state.is_raised else words)

    def is_seen(self) -> bool:
        """Tell whether people see what comes now."""
        return not (self.state.is_hidden or self.state.is_deleted)

    def pass_over(self, signs: int) -> None:
        """Leave out so many signs that come now."""
        self._skip = signs

    def _open(self) -> None:
        self._write()
        self._outer.append(self.state)
        if self.state.ending:
            self.state = self.state._replace(ending=None)

    def _close(self) -> bool:
        """Go back to the group around this one; tell whether there is none."""
        self._write()
        ending = self.state.ending
        self.state = self._outer.pop()
        if ending:
            ending()
        return not self._outer

    def _write(self) -> None:
        """Write the bytes that came; some letters are more than one."""
        self._is_starred = False
        self._skip = self._high = 0
        if self._bytes:
            self.say(self.fonts.decoded(bytes(self._bytes), self.state.font))
            self._bytes.clear()

    def _text(self, data: bytes) -> None:
        mode = self.state.mode
        if mode is Mode.FONTS:
            self._font.add_to_name(data)
        elif mode in _WITH_LETTERS:
            skipped = min(self._skip, len(data))
            self._skip -= skipped
            self._bytes += data[skipped:]

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._is_starred = not self._is_begun
        elif symbol in controls.LITERAL:
            self._text(symbol.encode())
        elif symbol in "\r\n":
            self._word("par", None)
        elif symbol in controls.SYMBOLS:
            self._sign(controls.SYMBOLS[symbol])

    def _sign(self, sign: str) -> None:
        if self._skip:
            self._skip -= 1
        else:
            self._write()
            self.say(sign)

    def _word(self, word: str, number: int | None) -> None:
        if self.state.mode is Mode.SKIPPED:
            return
        if self._is_starred and word not in controls.STARRED:
            self._write()
            self.state = self.state._replace(mode=Mode.SKIPPED)
        elif word == "u":
            if number is not None:
                self._unicode(number)
        elif word in controls.SIGNS:
            self._sign(controls.SIGNS[word])
        else:
            self._write()
            self._control(word, number)

    def _control(self, word: str, number: int | None) -> None:
        if word in GROUPS:
            GROUPS[word](self, word)
        elif controls.is_property(word):
            self.state = self.state._replace(mode=Mode.SKIPPED)
        elif word in controls.ENDS:
            self._end(word)
        elif word == "chftn":
            self._note_mark()
        elif self.state.mode is Mode.FONTS:
            self._describe(word, number or 0)
        else:
            self._know(word, number or 0)
            self.state = changed(self.state, word, number)

    def _end(self, word: str) -> None:
        is_end = self.is_seen() or word in controls.ALWAYS_ENDS
        if self.state.mode is Mode.SHOWN and is_end:
            self.state.blocks.end()

    def _note_mark(self) -> None:
        is_in_text = self.state.mode is Mode.SHOWN and not self.state.is_note
        if is_in_text and self.is_seen():
            self.mark = self.letter.mark()
            self.say(self.mark)

    def _describe(self, word: str, number: int) -> None:
        """Take what is said of a font."""
        if word == "f":
            self._font = self.fonts.begin(number)
        elif word == "fcharset":
            self._font.characters = number
        elif word == "cpg":
            self._font.page = number

    def _know(self, word: str, number: int) -> None:
        """Take what is said of the document, a picture, or a field to fill in."""
        if word in controls.PAGES:
            self.fonts.page = controls.PAGES[word]
        elif word == "ansicpg":
            self.fonts.page = number
        elif word == "deff":
            self.fonts.usual = number
            self.state = self.state._replace(font=number)
        elif word == "plain":
            self.state = self.state._replace(font=self.fonts.usual)
        elif word in self.size:
            self.size[word] = number
        elif word in controls.DIFFERENT:
            self._pages.add(controls.DIFFERENT[word])
        elif word in controls.FORMS:
            setattr(self.form, controls.FORMS[word], number)

    def _unicode(self, code: int) -> None:
        """Write a sign; what some write as two halves is one."""
        high = self._high
        self._write()
        self._skip = self.state.fallback
        code = code + _UNICODE if code < 0 else code
        if code in _HIGH:
            self._high = code
        elif code in _LOW:
            pair = high and chr(
                _UNICODE + (high - _HIGH.start) * 0x400 + code - _LOW.start
            )
            self.say(pair or _NO_SIGN)
        elif code in _PRIVATE:
            self.say(self.fonts.font(self.state.font).sign(code))
        else:
            self.say(chr(code) if 0 < code <= 0x10FFFF else "")
