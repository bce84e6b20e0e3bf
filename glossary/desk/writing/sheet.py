"""What is on a form: the draft, and what is said beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import orjson

from glossary.desk.writing.conflict import TAKE, settled
from glossary.desk.writing.form import form_of, pairs_of
from glossary.desk.writing.rows import Move, move
from glossary.desk.writing.slots import slots_of
from glossary.desk.writing.typed import draft_of, typed_in, without_blanks
from glossary.document import SHAPES
from glossary.models import Note
from glossary.permissions import can_write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import QueryDict

    from glossary.desk.writing.slots import Slot
    from glossary.models import Actor, Revision
    from glossary.review import Draft

SAVE, SUBMIT, FIND = "save", "submit", "find"


@dataclass(frozen=True)
class Sheet:
    """A draft with its claims and its line for readers.

    ``seen`` is the digest of the text that somebody started from, ``opened`` that
    text; ``go_on`` is the place at which to go on.
    """

    draft: Draft
    note: Note
    untouched: tuple[str, ...]
    seen: str
    opened: str
    go_on: str = ""

    @property
    def document(self) -> Draft:
        """The draft as it is saved: no row without a word."""
        found = without_blanks(self.draft)
        return found if isinstance(found, dict) else {}

    def says_the_same_as(self, other: Sheet) -> bool:
        """Tell whether nothing would change where the other one is saved already."""
        mine = (self.seen, self.note.text, {*self.untouched}, self.document)
        lang = self.note.lang if self.note.text else ""
        theirs = (other.seen, other.note.text, {*other.untouched}, other.document)
        return (*mine, lang) == (*theirs, other.note.lang)


def fields_of(revision: Revision) -> tuple[Slot, ...]:
    """Return the fields of what a revision holds."""
    return slots_of(SHAPES[revision.name.kind])


def sheet_of(revision: Revision, actor: Actor) -> Sheet:
    """Return the form as a revision fills it in.

    Whoever may not write in a language says nothing of it: what was said of it is
    said anew when something changes.
    """
    return Sheet(
        draft=orjson.loads(revision.document),
        note=revision.note_for_readers,
        untouched=tuple(one for one in revision.untouched if can_write(actor, [one])),
        seen=revision.digest,
        opened=revision.document,
    )


def sheet_sent(sent: QueryDict, revision: Revision) -> Sheet:
    """Return the form as somebody sent it; what its button asks for is done."""
    slots, seen = fields_of(revision), sent.get("seen", "")
    draft = draft_of(slots, typed_in(sent.lists()))
    _name(draft, revision)
    if seen == revision.digest:
        draft = settled(draft, orjson.loads(revision.document), _chosen(sent))
    sheet = Sheet(
        draft=draft,
        note=Note(" ".join(sent.get("note", "").split()), sent.get("note_lang", "")),
        untouched=tuple(sent.getlist("untouched")),
        seen=seen,
        opened=sent.get("opened", ""),
    )
    asked = Move.of(sent.get("do", ""))
    return _moved(sheet, slots, asked) if asked else sheet


def after_conflict(sheet: Sheet, theirs: Revision) -> Sheet:
    """Return the form with which somebody goes on who has seen the other version."""
    return replace(sheet, seen=theirs.digest, opened=theirs.document)


def opened_with(sheet: Sheet) -> Draft:
    """Return the text that somebody started from; what was typed, if nobody knows."""
    try:
        found = orjson.loads(sheet.opened)
    except orjson.JSONDecodeError:
        return {}
    return found if isinstance(found, dict) else {}


def _name(draft: Draft, revision: Revision) -> None:
    """Let a draft have the name of its revision, which nobody types."""
    field = SHAPES[revision.name.kind].key_field
    if draft.get(field) != revision.key:
        draft[field] = revision.key


def _moved(sheet: Sheet, slots: Sequence[Slot], asked: Move) -> Sheet:
    pairs = pairs_of(form_of(slots, sheet.draft, {}))
    typed = typed_in((name, [text]) for name, text in pairs)
    place = move(typed, asked)
    return replace(sheet, draft=draft_of(slots, typed), go_on=place)


def _chosen(sent: Any) -> dict[str, str]:
    return {
        name.removeprefix(TAKE): sent[name] for name in sent if name.startswith(TAKE)
    }
