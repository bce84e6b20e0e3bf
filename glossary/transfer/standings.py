"""How the documents of a folder stand to what was loaded and to what is here."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pydantic import ValidationError

from glossary.closed_lists import Change, LanguageState
from glossary.document import (
    SHAPES,
    DocumentKind,
    EntryDocument,
    Name,
    compare_documents,
    count_editions,
    read_json,
    to_json,
)
from glossary.errors import Problem
from glossary.models import Erasure, Publication, Revision, batches, rows_among
from glossary.public_form import language_state
from glossary.review import newest_approved
from glossary.transfer.loaded import Loaded, digest_of
from glossary.transfer.plans import Line, Sides, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from glossary.document import Document
    from glossary.transfer.answers import Answers
    from glossary.transfer.content import Content


class Standings:
    """The documents of one kind in a folder, beside those that are here.

    ``problems`` holds what a file says of editions that cannot be.
    """

    def __init__(self, kind: DocumentKind, content: Content, answers: Answers) -> None:
        """Read what was loaded before, and what is withdrawn."""
        self.problems: list[Problem] = []
        self._kind = kind
        self._files: Mapping[str, Document] | None = content.of(kind)
        self._answers = answers
        self._loaded = Loaded(kind)
        tombstones = Publication.objects.of_kind(kind).withdrawn()
        under_way = Revision.objects.under_way().filter(kind=kind)  # newest last
        self._waiting: dict[str, int] = dict(under_way.values_list("key", "number"))
        changes = dict(tombstones.values_list("key", "change"))
        self._withdrawn = set(changes)
        names = [Name(kind, key) for key in self._files or ()]
        self._erased = {key for key in changes if changes[key] == Change.ERASED}
        self._erased |= {name.key for name in Erasure.objects.keys_taken(names)}

    def lines(self) -> Iterator[Line]:
        """Yield a line for each document of the folder, then for each that is gone."""
        if self._files is None:
            return
        for part in batches(key for key in self._files if key not in self._erased):
            yield from self._lines_of(part, self._files)
        for key in sorted(self._erased & self._files.keys()):
            erased = Line(self._kind, key, Standing.ERASED, is_withdrawn=True)
            yield self._answers.to(erased)
        if self._kind == DocumentKind.REVIEW:
            return  # others, too, say how something was reviewed
        for key in sorted(self._loaded.last.keys() - self._files - self._withdrawn):
            yield self._answers.to(Line(self._kind, key, Standing.GONE))

    def _lines_of(
        self, keys: Sequence[str], files: Mapping[str, Document]
    ) -> Iterator[Line]:
        names = [Name(self._kind, key) for key in keys]
        here = {name.key: row.read() for name, row in newest_approved(names).items()}
        digests = {key: digest_of(to_json(files[key])) for key in keys}
        before = self._loaded.before(digests)
        places = {key: compare_documents(row, files[key]) for key, row in here.items()}
        for key in self._never_public([key for key in here if not places[key]]):
            del here[key]
        loaded = self._loaded.texts([key for key in here if places[key]])
        edited = {
            key
            for key, row in here.items()
            if key not in loaded or _is_edited(row, loaded[key])
        }
        before |= {key for key, row in here.items() if _seen(files[key]) < _seen(row)}
        for key in keys:
            differs = places.get(key, [])
            sides = Sides(
                file=digests[key],
                loaded=self._loaded.last.get(key),
                is_here=key in here,
                agrees=not differs,
                is_edited=key in edited,
                is_older=key in before,
            )
            yield self._line(files[key], sides, here.get(key), differs)

    def _never_public(self, keys: Sequence[str]) -> set[str]:
        """Return those that nobody has published yet: loading them does."""
        rows = Publication.objects.of_kind(self._kind).current()
        public = rows_among(rows.values_list("key", flat=True), "key", keys)
        return set(keys) - set(public)

    def _line(
        self,
        file: Document,
        sides: Sides,
        stored: Document | None,
        places: Sequence[str],
    ) -> Line:
        line = self._answers.to(
            Line(
                kind=self._kind,
                key=file.key,
                standing=sides.standing,
                places=places,
                behind=_behind(file, stored),
                is_withdrawn=file.key in self._withdrawn,
                is_settled=sides.is_settled,
                waiting=self._waiting.get(file.key),
            )
        )
        if isinstance(file, EntryDocument) and line.is_due:
            self.problems += _miscounted(file, stored)
        return line


def _counted(file: EntryDocument, stored: Document | None) -> EntryDocument:
    """Return an entry with its editions counted from those that are here."""
    return count_editions(stored if isinstance(stored, EntryDocument) else None, file)


def _is_edited(stored: Document, loaded: str) -> bool:
    """Tell whether this is not what was loaded last."""
    try:
        last = read_json(SHAPES[stored.document_kind], loaded)
    except ValidationError:  # of an earlier shape of documents
        return True
    return bool(compare_documents(stored, last))


def _seen(document: Document) -> dt.date:
    """Return the day on which it was gone through; without one none is earlier."""
    return document.seen_on or dt.date.max


def _behind(file: Document, stored: Document | None) -> list[str]:
    """Return the languages that will be behind others."""
    if not isinstance(file, EntryDocument):
        return []
    counted = _counted(file, stored)
    return [
        lang
        for lang in counted.languages
        if language_state(counted, lang) == LanguageState.BEHIND
    ]


def _miscounted(file: EntryDocument, stored: Document | None) -> Iterator[Problem]:
    """Yield a problem for each edition that there is not yet, or is no more."""
    reached = _editions(stored) if isinstance(stored, EntryDocument) else {}
    known = _editions(_counted(file, stored))
    for lang, section in file.languages.items():
        place = f"{file.id}.yaml#/languages/{lang}"
        if known[lang] < reached.get(lang, 1):
            detail = f"it is edition {reached[lang]} here already"
            yield Problem(f"{place}/edition", "edition-passed", detail)
        for other, edition in (section.matches or {}).items():
            if edition > known.get(other, 0):
                detail = f"there is no edition {edition} of “{other}”"
                yield Problem(f"{place}/matches/{other}", "no-such-edition", detail)


def _editions(document: EntryDocument) -> dict[str, int]:
    return {lang: row.edition or 1 for lang, row in document.languages.items()}
