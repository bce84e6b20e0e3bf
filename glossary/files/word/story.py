"""Reads one story of a Word document: its body, a note, a box, a head or a foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.files.blocks import Blocks, raised
from glossary.files.looks import PLAIN
from glossary.files.symbols import shown, sign
from glossary.files.word.fields import Fields, filled_in
from glossary.files.word.insets import INSETS
from glossary.files.word.names import ID, name, names, value
from glossary.files.word.styles import look_of
from glossary.files.word.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from xml.etree.ElementTree import Element

    from glossary.files.looks import Look
    from glossary.files.word.place import Place

    Handler = Callable[["Story", Element], None]

_RUN_LOOK, _BLOCK_LOOK = name("w:rPr"), name("w:pPr")
_RUN_STYLE, _BLOCK_STYLE = name("w:rStyle"), name("w:pStyle")
_FONT, _CODE = name("w:font"), name("w:char")
_GONE = names("w:del w:moveFrom")
_FRAME, _INITIAL = name("w:framePr"), name("w:dropCap")
_BASE, _RUBY = name("w:rubyBase"), name("w:rt")
_SIMPLE_FIELD, _INSTRUCTION = names("w:fldSimple w:instr")
_TARGETS = (ID, name("w:anchor"), _INSTRUCTION)
_SIGNS = {
    name("w:tab"): "\t",
    name("w:ptab"): "\t",
    name("w:br"): "\n",
    name("w:cr"): "\n",
    name("w:noBreakHyphen"): "\u2011",
    name("w:softHyphen"): "\u00ad",
}
_UNSEEN = names(
    "w:del w:moveFrom w:delInstrText w:delText w:rPr w:tblPr w:tblGrid"
    " w:sdtPr w:pPr mc:Fallback"
)


class Story:
    """Goes through the elements and writes their words into blocks."""

    def __init__(
        self, place: Place, root: Element, blocks: Blocks, *, is_hidden: bool = False
    ) -> None:
        """Begin at a place of a document, with words that are hidden or not."""
        self.place = place
        self.blocks = blocks
        self.is_hidden = is_hidden
        self._fields = Fields(root)
        self._is_machinery = False
        self.table = self._block = PLAIN
        self.has_merged = False
        """Whether a cell of the table covers others below it."""
        self._run = place.styles.seen(PLAIN)
        self._link = ""  # where the words lead that were read last

    def read(self, element: Element) -> None:
        """Read what stands in an element."""
        for child in element:
            handler = _HANDLERS.get(child.tag)
            if handler is None:
                self.read(child)
            else:
                handler(self, child)

    def read_hidden(self, element: Element) -> None:
        """Read an element that nobody sees."""
        before, self.is_hidden = self.is_hidden, True
        self.read(element)
        self.is_hidden = before

    def is_seen(self) -> bool:
        """Tell whether people see what comes now."""
        is_hidden = self.is_hidden or self._is_machinery or self._run.is_hidden
        return not is_hidden and not self._fields.is_code()

    def written(self) -> tuple[int, int]:
        """Return how much was found, to tell later whether there is more."""
        return self.blocks.written, self.place.letter.pictures

    def say(self, words: str) -> None:
        """Write words, unless nobody sees them."""
        self._link = ""
        if self.is_seen():
            self.blocks.add(raised(words) if self._run.is_raised else words)
            if words.strip():
                self._fields.show()
        elif not self._fields.is_code() and not self._is_machinery:
            self.place.letter.hide(words)

    def inset(self, element: Element) -> str:
        """Return what stands in a story of its own, in the middle of this one."""
        blocks = Blocks()
        is_hidden = not self.is_seen()
        Story(self.place, element, blocks, is_hidden=is_hidden).read(element)
        return blocks.text()

    def paragraph(self, paragraph: Element) -> None:
        """Read a paragraph, and end it."""
        before = self._block, self._run, self._is_machinery
        properties = paragraph.find(_BLOCK_LOOK)
        style = "" if properties is None else value(properties.find(_BLOCK_STYLE))
        styles = self.place.styles
        self._block = styles.look(style, "paragraph")
        self._run = self._look(None)
        self._is_machinery = styles.is_machinery(style)
        self.read(paragraph)
        if properties is None or not self._goes_on(properties):
            self.blocks.end()
        self._block, self._run, self._is_machinery = before

    def _goes_on(self, properties: Element) -> bool:
        """Tell whether the next paragraph is one with this one.

        So it is where the mark between them was deleted, or is hidden, and where this
        one is but the large letter with which the next one begins.
        """
        frame, mark = properties.find(_FRAME), properties.find(_RUN_LOOK)
        if frame is not None and frame.get(_INITIAL, "none") != "none":
            return True
        if mark is None:
            return False
        is_gone = any(mark.find(gone) is not None for gone in _GONE)
        return is_gone or bool(self._look(mark).is_hidden)

    def _look(self, properties: Element | None) -> Look:
        style = "" if properties is None else value(properties.find(_RUN_STYLE))
        styles = self.place.styles
        run = styles.look(style, "character")
        return styles.seen(look_of(properties), run, self._block, self.table)

    def run(self, run: Element) -> None:
        """Read words that look alike."""
        before = self._run
        self._run = self._look(run.find(_RUN_LOOK))
        self.read(run)
        self._run = before

    def words(self, element: Element) -> None:
        """Read words."""
        words = (element.text or "").replace("\r", "").replace("\n", " ")
        self.say(shown(self._run.font or "", words))

    def symbol(self, element: Element) -> None:
        """Read a sign of a font."""
        try:
            code = int(element.get(_CODE, ""), 16)
        except ValueError:
            code = 0
        self.say(sign(element.get(_FONT, ""), code))

    def field(self, mark: Element) -> None:
        """Go on at a mark of a field."""
        self.say(filled_in(mark))
        self.say(self._fields.follow(mark))

    def code(self, element: Element) -> None:
        """Take a piece of the code of a field."""
        self._fields.write(element.text or "")

    def note(self, reference: Element) -> None:
        """Read what points to a note, and the note."""
        if self.is_seen():
            self.blocks.add(self.place.note(reference, Story))

    def link(self, link: Element) -> None:
        """Read words that lead somewhere, or are told by a field.

        Those that stand side by side and lead to two places are two: people see where
        one ends.
        """
        target = next(filter(None, map(link.get, _TARGETS)), "")
        if self._link not in {"", target}:
            self.say(" ")
        if link.tag == _SIMPLE_FIELD:
            self._fields.begin(link.get(_INSTRUCTION, ""))
            self.read(link)
            self.say(self._fields.end())
        else:
            self.read(link)
        self._link = target

    def ruby(self, element: Element) -> None:
        """Read words with others in small letters above them."""
        for part in element.iterfind(_BASE):
            self.read(part)
        for part in element.iterfind(_RUBY):
            self.say(" (")
            self.read(part)
            self.say(")")

    def divided(self, element: Element) -> None:
        """Read what stands below the line of a fraction."""
        self.say("/")
        self.read(element)

    def sign(self, element: Element) -> None:
        """Read a sign that has an element of its own."""
        self.say(_SIGNS[element.tag])

    def unseen(self, element: Element) -> None:
        """Leave out what is no text."""


_HANDLERS: Mapping[str, Handler] = {
    **dict.fromkeys(_UNSEEN, Story.unseen),
    **dict.fromkeys(_SIGNS, Story.sign),
    **dict.fromkeys(names("w:t m:t"), Story.words),
    **dict.fromkeys(names("w:r m:r"), Story.run),
    **dict.fromkeys(names("w:footnoteReference w:endnoteReference"), Story.note),
    name("w:p"): Story.paragraph,
    name("w:sym"): Story.symbol,
    name("w:fldChar"): Story.field,
    name("w:instrText"): Story.code,
    **dict.fromkeys(names("w:hyperlink w:fldSimple"), Story.link),
    name("w:ruby"): Story.ruby,
    name("m:den"): Story.divided,
    **INSETS,
    **TABLES,
}
