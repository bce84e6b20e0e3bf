"""Answers to what a plan leaves open: checked, then put into the plan's lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from glossary.document import DocumentKind
from glossary.errors import StateError
from glossary.transfer.plans import ANSWERS, Answer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from glossary.transfer.plans import Line

ALL = "all"
"""Stands for every document that can be answered so."""


@dataclass(frozen=True, slots=True)
class Answers:
    """For each answer the names of the documents it is for: ``entry/grooming``."""

    take: Collection[str] = ()
    keep: Collection[str] = ()
    remove: Collection[str] = ()

    def to(self, line: Line) -> Line:
        """Return the line with its answer, if there is one.

        Raises ``StateError`` where an entry would be removed.
        """
        for answer, names in self._given():
            if str(line.name) in names and _is_withdrawn_instead(line, answer):
                raise StateError(f"An entry is never removed: withdraw “{line.key}”.")
            if {str(line.name), ALL} & set(names) and _fits(line, answer):
                return replace(line, answer=answer)
        return line

    def require_used(self, lines: Iterable[Line]) -> None:
        """Raise ``StateError`` for an answer to what does not wait for it."""
        given = {(line.answer, str(line.name)) for line in lines}
        for answer, names in self._given():
            for name in sorted(set(names) - {ALL}):
                if (answer, name) not in given:
                    raise StateError(f"There is nothing to {answer} of “{name}”.")

    def _given(self) -> Iterator[tuple[Answer, Collection[str]]]:
        yield Answer.TAKE, self.take
        yield Answer.KEEP, self.keep
        yield Answer.REMOVE, self.remove


def _fits(line: Line, answer: Answer) -> bool:
    allowed = answer in ANSWERS.get(line.standing, ())
    return allowed and not _is_withdrawn_instead(line, answer)


def _is_withdrawn_instead(line: Line, answer: Answer) -> bool:
    return line.kind == DocumentKind.ENTRY and answer == Answer.REMOVE


NO_ANSWERS = Answers()
