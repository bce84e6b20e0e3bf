"""A field of a form, or some of them, with what is said of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from glossary.desk.parts.field_words import ROWS
from glossary.desk.writing.slots import Ask, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.utils.functional import _StrPromise

    from glossary.desk.parts.field_words import FieldWords
    from glossary.desk.parts.remarked import Said
    from glossary.desk.writing.choices import Choice
    from glossary.desk.writing.remarks import Changed, Remark

_LISTS = {
    ("CitationDocument", "source"): "sources",
    ("Provenance", "source"): "sources",
    ("RelationDocument", "id"): "entries",
    ("SourceDocument", "licence"): "licences",
    ("SourceDocument", "lang"): "languages",
    ("CitationDocument", "lang"): "languages",
    ("RenderingDocument", "lang"): "languages",
    ("HelplineText", "name_lang"): "languages",
}
"""The fields that hold a name of a list, and which list on the page that is."""

_COUNTED = {("SectionDocument", "short"), ("CitationDocument", "quotation")}


class Odd(NamedTuple):
    """What a draft holds and no field can show, under its name."""

    name: str
    text: str


@dataclass
class Node:
    """A field, or some of them; ``place`` names it, as a JSON pointer.

    ``tongue`` is the name of the language that is written in it, where there are
    several beside each other. ``number`` counts the rows of a list. What
    ``is_locked`` is shown, and not changed.
    """

    slot: Slot
    place: str
    words: FieldWords
    tongue: str = ""
    texts: Sequence[str] = ()
    choices: Sequence[Choice] = ()
    parts: list[Node] = field(default_factory=list)
    rest: str = ""
    odd: Sequence[Odd] = ()
    number: int = 0
    remarks: Sequence[Remark] = ()
    changed: Sequence[Changed] = ()
    reviews: Sequence[Said] = ()
    is_locked: bool = False

    @property
    def label(self) -> str | _StrPromise:
        """What it is called; of a tick, what that says."""
        return self.words.tick or self.words.label

    @property
    def text(self) -> str:
        """What a field of one text shows."""
        return self.texts[0] if self.texts else ""

    @property
    def is_long(self) -> bool:
        """Whether there is room for several paragraphs."""
        return self.slot.ask == Ask.LINES or len(self.text) > 90

    @property
    def is_counted(self) -> bool:
        """Whether there may be only so many words."""
        return (self.slot.shape, self.slot.name) in _COUNTED

    @property
    def listed(self) -> str:
        """The list of names that can be chosen from, if there is one."""
        return _LISTS.get((self.slot.shape, self.slot.name), "")

    @property
    def row_words(self) -> tuple[_StrPromise, _StrPromise]:
        """What a row is called, and what adds one."""
        return ROWS[self.slot.shape, self.slot.name]

    @property
    def often(self) -> list[Node]:
        """The parts that are often needed."""
        return [one for one in self.parts if not one.words.is_rare]

    @property
    def rarely(self) -> list[Node]:
        """The parts that are rarely needed."""
        return [one for one in self.parts if one.words.is_rare]

    @property
    def lines(self) -> list[list[Node]]:
        """The parts of each language, those that say the same beside each other."""
        return self._beside([one.often or [one] for one in self.parts])

    @property
    def rare_lines(self) -> list[list[Node]]:
        """The same of what is rarely needed."""
        return self._beside([one.rarely for one in self.parts])

    @property
    def is_wrong(self) -> bool:
        """Whether something is to be put right here, or in a part of it."""
        here = any(one.is_serious for one in self.remarks) or bool(self.odd)
        return here or any(one.is_wrong for one in self.parts)

    @property
    def is_spoken_of(self) -> bool:
        """Whether a reviewer remarked on this, or on a part of it."""
        return bool(self.reviews) or any(one.is_spoken_of for one in self.parts)

    @property
    def is_open_rarely(self) -> bool:
        """Whether somebody has to see what is rarely needed."""
        columns = self.parts if self.slot.is_by_language else [self]
        rarely = [one for column in columns for one in column.rarely]
        return any(one.is_wrong or one.is_spoken_of for one in rarely)

    @property
    def is_one_for_all(self) -> bool:
        """Whether its parts are languages."""
        return self.slot.is_by_language

    def every(self) -> Iterator[Node]:
        """Yield it and all its parts."""
        yield self
        for part in self.parts:
            yield from part.every()

    @staticmethod
    def _beside(columns: list[list[Node]]) -> list[list[Node]]:
        return [list(line) for line in zip(*columns, strict=True)]
