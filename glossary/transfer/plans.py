"""A plan: how each document of a folder stands to what is here, and who decides.

Three texts are compared: the one that was loaded last, the one in the file, and the
one in the database. So it is known which side has changed. Loading brings in what
only the file has changed; whatever else there is waits for somebody's answer.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from glossary.document import Name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.document import Document, DocumentKind
    from glossary.transfer.content import Content


class Standing(StrEnum):
    """How a document stands."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    EDITED = "edited here"
    DIVERGED = "edited here and in the file"
    OLDER = "older"
    GONE = "gone from the folder"
    ERASED = "erased"


class Answer(StrEnum):
    """What somebody says of a document that loading would leave as it is.

    Take what the file has; keep what is here, as if the file had said it before;
    remove what the folder no longer holds.
    """

    TAKE = "take"
    KEEP = "keep"
    REMOVE = "remove"


ANSWERS: dict[Standing, tuple[Answer, ...]] = {
    Standing.EDITED: (Answer.TAKE,),
    Standing.DIVERGED: (Answer.TAKE, Answer.KEEP),
    Standing.OLDER: (Answer.TAKE,),
    Standing.GONE: (Answer.KEEP, Answer.REMOVE),
}
"""What can be answered to what waits for an answer."""


@dataclass(frozen=True, slots=True)
class Sides:
    """One document on its three sides; ``file`` and ``loaded`` are digests.

    ``agrees``: what is here says what the file says. ``is_edited``: it does not say
    what was loaded last. ``is_older``: the file's text was here before.
    """

    file: str
    loaded: str | None
    is_here: bool
    agrees: bool
    is_edited: bool
    is_older: bool

    @property
    def standing(self) -> Standing:
        """How the document stands."""
        if not self.is_here:
            return Standing.NEW
        if self.agrees:
            return Standing.UNCHANGED
        if self.is_edited:
            was_loaded = self.file == self.loaded
            return Standing.EDITED if was_loaded else Standing.DIVERGED
        return Standing.OLDER if self.is_older else Standing.CHANGED

    @property
    def is_settled(self) -> bool:
        """Whether it is not just to be recorded that file and database agree."""
        return self.standing != Standing.UNCHANGED or self.loaded == self.file


@dataclass(frozen=True, slots=True)
class Line:
    """What a plan says of one document.

    ``places`` are where it differs, as JSON pointers. ``behind`` names the languages
    that will be behind others. What is withdrawn stays so: what is brought in for it
    is shown when somebody restores it. ``waiting`` is the number of a revision that
    was written here and is not public yet, if there is one.
    is shown when somebody restores it. What was erased here comes in by no file.
    """

    kind: DocumentKind
    key: str
    standing: Standing
    places: Sequence[str] = ()
    behind: Sequence[str] = ()
    is_withdrawn: bool = False
    is_settled: bool = True
    waiting: int | None = None
    answer: Answer | None = None

    @property
    def name(self) -> Name:
        """The name of the document."""
        return Name(self.kind, self.key)

    @property
    def is_due(self) -> bool:
        """Whether loading brings in what the file has."""
        changed = self.standing in {Standing.NEW, Standing.CHANGED}
        return changed or self.answer == Answer.TAKE

    @property
    def passes_by(self) -> bool:
        """Whether somebody's work here will depart from an earlier text afterwards."""
        return self.is_due and self.waiting is not None

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self.standing in ANSWERS and self.answer is None

    @property
    def does_something(self) -> bool:
        """Whether loading leaves any trace of it."""
        return self.is_due or self.answer is not None or not self.is_settled


@dataclass(frozen=True, slots=True)
class Plan:
    """What loading some content would do."""

    content: Content
    lines: Sequence[Line]

    @property
    def is_empty(self) -> bool:
        """Whether loading would do nothing at all."""
        return not any(row.does_something for row in self.lines)

    @property
    def open(self) -> list[Line]:
        """What waits for an answer."""
        return [row for row in self.lines if row.is_open]

    @property
    def withdrawn(self) -> set[Name]:
        """What is withdrawn of the folder. It stays so."""
        return {row.name for row in self.lines if row.is_withdrawn}

    @property
    def due(self) -> list[Document]:
        """The documents that are brought in."""
        return [
            document
            for row in self.lines
            if row.is_due and (document := self.content.document(row.name))
        ]

    def answered(self, answer: Answer) -> list[Line]:
        """Return the lines that were answered so."""
        return [row for row in self.lines if row.answer == answer]

    def counts(self) -> Iterator[tuple[DocumentKind, Counter[Standing]]]:
        """Yield how many documents of each kind stand how."""
        for kind in dict.fromkeys(row.kind for row in self.lines):
            found = (row.standing for row in self.lines if row.kind == kind)
            yield kind, Counter(found)
