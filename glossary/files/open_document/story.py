"""Reads one story of an OpenDocument text: its body, a note, a box, a head, a foot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glossary.files.blocks import Blocks, raised
from glossary.files.file_text import Unread
from glossary.files.lengths import centimetres
from glossary.files.looks import PLAIN
from glossary.files.open_document.forms import older_field
from glossary.files.open_document.names import BOXES, UNSEEN, name, names
from glossary.files.symbols import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from xml.etree.ElementTree import Element

    from glossary.files.open_document.place import Place

    Handler = Callable[["Story", Element], None]

_SPACE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 80
_FONT = "OpenSymbol"  # whose signs are the office's own
_STYLE, _COUNT = names("text:style-name text:c")
_DISPLAY, _IS_HIDDEN = names("text:display text:is-hidden")
_VALUE, _LABEL = names("text:string-value text:label")
_HIDDEN_BLOCK = name("text:hidden-paragraph")
_BODY, _CITATION = names("text:note-body text:note-citation")
_VISIBILITY = name("table:visibility")
_IMAGE, _WIDTH, _HEIGHT = names("draw:image svg:width svg:height")
_OTHERS = names("draw:object draw:object-ole draw:text-box")
_ADDRESS, _CONTROL = names("xlink:href draw:control")
_ANCHOR, _IN_LINE = name("text:anchor-type"), "as-char"
_MATH, _CODE = names("math:math math:annotation")
_SIGNS = {name("text:tab"): "\t", name("text:line-break"): "\n"}


class Story:
    """Goes through the elements and writes their words into blocks."""

    def __init__(
        self, place: Place, blocks: Blocks, *, is_hidden: bool = False
    ) -> None:
        """Begin at a place of a document, with words that are hidden or not."""
        self._place = place
        self._blocks = blocks
        self._is_hidden = is_hidden
        self._is_block = False
        self._look = PLAIN

    def read(self, element: Element) -> None:
        """Read what stands in an element; there is text in blocks only."""
        if self._is_block and element.text:
            self._words(element.text)
        for child in element:
            self._one(child)
            if self._is_block and child.tail:
                self._words(child.tail)

    def _one(self, element: Element) -> None:
        handler = _HANDLERS.get(element.tag)
        if handler is None:
            self.read(element)
        else:
            handler(self, element)

    def _words(self, text: str) -> None:
        self._say(shown(self._look.font or _FONT, _SPACE.sub(" ", text)))

    def _say(self, words: str) -> None:
        """Write words, unless nobody sees them."""
        if self._is_hidden or self._look.is_hidden:
            self._place.letter.hide(words)
        else:
            self._blocks.add(raised(words) if self._look.is_raised else words)

    def _is_seen(self) -> bool:
        return not (self._is_hidden or self._look.is_hidden)

    def _inset(self, element: Element) -> str:
        """Return what stands in a story of its own, in the middle of this one."""
        blocks = Blocks()
        is_hidden = not self._is_seen()
        Story(self._place, blocks, is_hidden=is_hidden).read(element)
        return blocks.text()

    def _aside(self, text: str) -> None:
        """Let a text stand after the block around it, where there is one."""
        self._blocks.box(text)
        if not self._is_block:
            self._blocks.end()

    def _part(self, element: Element, *, is_hidden: bool) -> None:
        before = self._is_hidden
        self._is_hidden = before or is_hidden
        self.read(element)
        self._is_hidden = before

    def block(self, block: Element) -> None:
        """Read a paragraph or a heading."""
        before = self._look, self._is_block
        self._look = self._place.styles.look("paragraph", block.get(_STYLE, ""))
        self._is_block = True
        is_hidden = any(_is(field, _IS_HIDDEN) for field in block.iter(_HIDDEN_BLOCK))
        self._part(block, is_hidden=is_hidden)
        self._blocks.end()
        self._look, self._is_block = before

    def span(self, span: Element) -> None:
        """Read words that look alike."""
        before = self._look
        look = self._place.styles.look("text", span.get(_STYLE, ""))
        self._look = look.over(before)
        self.read(span)
        self._look = before

    def section(self, section: Element) -> None:
        """Read a section, which may be hidden."""
        is_hidden = section.get(_DISPLAY) == "none" or _is(section, _IS_HIDDEN)
        self._part(section, is_hidden=is_hidden)

    def variable(self, field: Element) -> None:
        """Read what a field sets, which it may do without showing it."""
        if field.get(_DISPLAY) != "none":
            self.read(field)

    def hidden_text(self, field: Element) -> None:
        """Read words that are shown or hidden."""
        is_hidden = _is(field, _IS_HIDDEN)
        self._part(field, is_hidden=is_hidden)
        if is_hidden:
            self._place.letter.hide(field.get(_VALUE, ""))

    def row(self, row: Element) -> None:
        """Read a row of a table, which may be hidden."""
        self._part(row, is_hidden=row.get(_VISIBILITY, "visible") != "visible")

    def covered(self, cell: Element) -> None:
        """Pass over a cell that another one covers."""
        self._part(cell, is_hidden=True)

    def spaces(self, element: Element) -> None:
        """Read as many spaces as there are."""
        count = element.get(_COUNT, "1")[:3]
        self._say(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES))

    def sign(self, element: Element) -> None:
        """Read a sign that has an element of its own."""
        self._say(_SIGNS[element.tag])

    def note(self, note: Element) -> None:
        """Read a note, and leave its mark."""
        citation, body = note.find(_CITATION), note.find(_BODY)
        if body is None or not self._is_seen():
            return
        letter = self._place.letter
        chosen = "" if citation is None else citation.get(_LABEL, "")
        mark = raised(chosen) or letter.mark()
        self._blocks.add(mark)
        letter.note(mark, self._inset(body))

    def ruby(self, element: Element) -> None:
        """Read small letters above words."""
        self._say(" (")
        self.read(element)
        self._say(")")

    def box(self, box: Element) -> None:
        """Let a box stand after the paragraph that it is fixed to."""
        is_picture = box.find(_IMAGE) is not None
        if is_picture and not any(box.find(one) is not None for one in _OTHERS):
            sides = (centimetres(box.get(side, "")) for side in (_WIDTH, _HEIGHT))
            self._place.letter.picture(*sides)
        self._aside(self._inset(box))

    def control(self, control: Element) -> None:
        """Read what stands in a field of a form, in its line or beside it."""
        words = self._place.controls.get(control.get(_CONTROL, ""), "")
        if not self._is_seen():
            self._place.letter.hide(words)
        elif self._is_block and control.get(_ANCHOR, _IN_LINE) == _IN_LINE:
            self._blocks.add_apart(words)
        else:
            self._aside(words)

    def number(self, number: Element) -> None:
        """Read the number of a head, which is apart from its words."""
        if self._is_block and self._is_seen():
            self._blocks.add_apart("".join(number.itertext()).strip())

    def older_field(self, mark: Element) -> None:
        """Read a box to tick or a list to choose from."""
        self._say(older_field(mark))
        self.read(mark)

    def object(self, element: Element) -> None:
        """Read a chart or an equation; what is none of ours is a gap."""
        root = self._place.inner(element.get(_ADDRESS, ""))
        if root is not None:
            self._one(root)
        elif len(element):
            self.read(element)
        else:
            self.enclosed(element)

    def enclosed(self, _element: Element) -> None:
        """Say that there is a file."""
        if self._is_seen():
            self._place.letter.gaps.add(Unread.ENCLOSED)

    def equation(self, equation: Element) -> None:
        """Read an equation, sign by sign."""
        for code in equation.iter(_CODE):
            code.clear()
        signs = " ".join(" ".join(equation.itertext()).split())
        if self._is_seen():
            self._aside(signs)

    def unseen(self, element: Element) -> None:
        """Leave out what is no text."""


def _is(element: Element, attribute: str) -> bool:
    return element.get(attribute) == "true"


_HANDLERS: Mapping[str, Handler] = {
    **dict.fromkeys(UNSEEN, Story.unseen),
    **dict.fromkeys(_SIGNS, Story.sign),
    **dict.fromkeys(BOXES, Story.box),
    **dict.fromkeys(names("text:p text:h"), Story.block),
    **dict.fromkeys(names("text:span text:a"), Story.span),
    name("text:section"): Story.section,
    name("text:variable-set"): Story.variable,
    name("text:s"): Story.spaces,
    name("text:note"): Story.note,
    name("text:number"): Story.number,
    name("text:hidden-text"): Story.hidden_text,
    name("text:ruby-text"): Story.ruby,
    name("table:table-row"): Story.row,
    name("table:covered-table-cell"): Story.covered,
    name("draw:control"): Story.control,
    name("draw:object"): Story.object,
    name("draw:object-ole"): Story.enclosed,
    name("field:fieldmark"): Story.older_field,
    _MATH: Story.equation,
}
