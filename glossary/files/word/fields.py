"""Fields of Word: what is code in them, and what stands in those of a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.files.field_codes import shown_by
from glossary.files.word.names import is_on, name, path, value

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MARK, _KIND = name("w:fldChar"), name("w:fldCharType")
_CHECKBOX = path("w:ffData/w:checkBox")
_CHECKED, _AT_FIRST = name("w:checked"), name("w:default")
_LIST = path("w:ffData/w:ddList")
_CHOSEN, _CHOICE = name("w:result"), name("w:listEntry")


@dataclass(slots=True)
class _Field:
    code: list[str]
    is_code: bool
    """Whether what comes now is its code."""
    has_words: bool = False


class Fields:
    """Follows the marks of fields: from "begin" to "separate" there is code."""

    def __init__(self, root: Element) -> None:
        """Begin with the part, where a mark without its end is a slip."""
        self._ended: set[Element] = set()
        self._open: list[_Field] = []
        self._codes = 0
        begun: list[Element] = []
        for mark in root.iter(_MARK):
            if mark.get(_KIND) == "begin":
                begun.append(mark)
            elif mark.get(_KIND) == "end" and begun:
                self._ended.add(begun.pop())

    def is_code(self) -> bool:
        """Tell whether what comes now is code, also of a field around this one."""
        return self._codes > 0

    def write(self, code: str) -> None:
        """Take a piece of code."""
        if self._open and self._open[-1].is_code:
            self._open[-1].code.append(code)

    def show(self) -> None:
        """Take note that the field that is open has words."""
        if self._open:
            self._open[-1].has_words = True

    def begin(self, code: str) -> None:
        """Open a field that has its code elsewhere."""
        self._open.append(_Field([code], is_code=False))

    def end(self) -> str:
        """Close a field; return what it shows where it has no words but its code."""
        if not self._open:
            return ""
        field = self._open.pop()
        self._codes -= field.is_code
        if not field.has_words:
            return shown_by("".join(field.code))
        self.show()
        return ""

    def follow(self, mark: Element) -> str:
        """Go on at a mark; return what a field shows that ends."""
        kind = mark.get(_KIND)
        if kind == "begin" and mark in self._ended:
            self._open.append(_Field([], is_code=True))
            self._codes += 1
        elif kind == "separate" and self._open:
            self._codes -= self._open[-1].is_code
            self._open[-1].is_code = False
        return self.end() if kind == "end" else ""


def filled_in(mark: Element) -> str:
    """Return what stands in a box to tick or a list to choose from, if it is one."""
    box, choices = mark.find(_CHECKBOX), mark.find(_LIST)
    if box is not None:
        ticked = is_on(box.find(_CHECKED))
        is_ticked = is_on(box.find(_AT_FIRST)) if ticked is None else ticked
        return "☒" if is_ticked else "☐"
    if choices is None:
        return ""
    texts = [value(row) for row in choices.iterfind(_CHOICE)]
    place = value(choices.find(_CHOSEN)) or value(choices.find(_AT_FIRST), "0")
    is_there = place.isdecimal() and int(place[:9]) < len(texts)
    return texts[int(place)] if is_there else ""
