"""Entries in a content folder: how each stands to what was loaded and what is here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import OuterRef, Subquery
from pydantic import ValidationError

from glossary.document import (
    compare_documents,
    compose_documents,
    count_editions,
    from_json,
    to_json,
)
from glossary.errors import Problem
from glossary.models import (
    DocumentKind,
    Entry,
    Publication,
    PublicationKind,
    Revision,
    batches,
)
from glossary.presentation import language_state
from glossary.transfer.loaded import Loaded, digest_of
from glossary.transfer.plans import Line, Sides, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.document import EntryDocument
    from glossary.transfer.answers import Answers
    from glossary.transfer.content import Content
    from glossary.transfer.reviews import ReviewPlan

REVIEW_RECORD = "/review-record"
"""Stands among the places of an entry whose review consisted of something else."""


@dataclass(frozen=True, slots=True)
class Here:
    """An entry as it is here: its working document, and its newest revision."""

    document: EntryDocument
    revision: Revision | None

    @property
    def frozen(self) -> EntryDocument | None:
        """What the newest revision holds, where it is not the working document."""
        if self.revision is None or self.revision.document == to_json(self.document):
            return None
        return from_json(self.revision.document)

    def differences(self, other: EntryDocument) -> list[str]:
        """Return the places at which ``other`` says something else."""
        places = compare_documents(self.document, other)
        frozen = self.frozen
        return places or (compare_documents(frozen, other) if frozen else [])

    def is_edited_since(self, loaded: str | None) -> bool:
        """Tell whether this is not what was loaded last, if anything was."""
        try:
            return loaded is None or bool(self.differences(from_json(loaded)))
        except ValidationError:  # of an earlier shape of documents
            return True


class Entries:
    """The entries of one folder beside those that are here.

    ``problems`` holds what a file says of editions that cannot be.
    """

    def __init__(self, content: Content, review: ReviewPlan, answers: Answers) -> None:
        """Read what was loaded before, and what is withdrawn."""
        self.problems: list[Problem] = []
        self._files = content.entries
        self._review = review
        self._answers = answers
        self._loaded = Loaded(DocumentKind.ENTRY)
        tombstones = Publication.objects.current().filter(
            kind=PublicationKind.WITHDRAWN
        )
        self._withdrawn = set(tombstones.values_list("entry_id", flat=True))

    def lines(self) -> Iterator[Line]:
        """Yield a line for each entry of the folder, then for each that is gone."""
        for part in batches(self._files):
            yield from self._lines_of(part)
        for key in sorted(self._loaded.last.keys() - self._files - self._withdrawn):
            yield self._answers.to(Line(DocumentKind.ENTRY, key, Standing.GONE))

    def _lines_of(self, ids: Sequence[str]) -> Iterator[Line]:
        here = _entries_here(ids)
        digests = {key: digest_of(to_json(self._files[key])) for key in ids}
        before = self._loaded.before(digests)
        places = {key: row.differences(self._files[key]) for key, row in here.items()}
        loaded = self._loaded.texts([key for key in here if places[key]])
        for key in ids:
            row, file, differs = here.get(key), self._files[key], places.get(key, [])
            sides = Sides(
                file=digests[key],
                loaded=self._loaded.last.get(key),
                is_here=row is not None and bool(row.revision or differs),
                agrees=not differs,
                is_edited=row is not None and row.is_edited_since(loaded.get(key)),
                is_older=key in before or _is_checked_earlier(file, row),
            )
            yield self._line(key, sides, row, differs)

    def _line(
        self, key: str, sides: Sides, here: Here | None, places: Sequence[str]
    ) -> Line:
        standing = sides.standing
        if standing == Standing.UNCHANGED and here and self._is_reviewed_anew(here):
            standing, places = Standing.CHANGED, [REVIEW_RECORD]
        counted = count_editions(here.document if here else None, self._files[key])
        line = self._answers.to(
            Line(
                kind=DocumentKind.ENTRY,
                key=key,
                standing=standing,
                places=places,
                behind=_behind(counted),
                is_withdrawn=key in self._withdrawn,
                is_settled=sides.is_settled,
            )
        )
        if line.is_due:
            self.problems += _miscounted(self._files[key], counted, here)
        return line

    def _is_reviewed_anew(self, here: Here) -> bool:
        """Tell whether the folder says of the same review that it was another."""
        return (
            self._review.is_changed
            and here.revision is not None
            and here.revision.review_record == self._review.before
        )


def _entries_here(ids: Sequence[str]) -> dict[str, Here]:
    documents = compose_documents(ids)
    newest = Revision.objects.filter(entry=OuterRef("pk")).order_by("-number")
    numbers = Entry.objects.filter(pk__in=ids).values_list(
        Subquery(newest.values("pk")[:1]), flat=True
    )
    revisions = {
        row.entry_id: row
        for row in Revision.objects.filter(pk__in=[pk for pk in numbers if pk])
    }
    return {
        key: Here(document, revisions.get(key)) for key, document in documents.items()
    }


def _is_checked_earlier(file: EntryDocument, here: Here | None) -> bool:
    """Tell whether what is here was gone through on a later day than the file."""
    return here is not None and (
        file.review.checked_on < here.document.review.checked_on
    )


def _behind(counted: EntryDocument) -> list[str]:
    return [
        lang for lang in counted.languages if language_state(counted, lang) == "behind"
    ]


def _miscounted(
    file: EntryDocument, counted: EntryDocument, here: Here | None
) -> Iterator[Problem]:
    """Yield a problem for each edition that there is not yet, or is no more."""
    stored = here.document.languages if here else {}
    reached = {lang: section.edition or 1 for lang, section in stored.items()}
    known = {lang: section.edition or 1 for lang, section in counted.languages.items()}
    for lang, section in file.languages.items():
        place = f"{file.id}.yaml#/languages/{lang}"
        if known[lang] < reached.get(lang, 1):
            detail = f"it is edition {reached[lang]} here already"
            yield Problem(f"{place}/edition", "edition-passed", detail)
        for other, edition in (section.matches or {}).items():
            if edition > known.get(other, 0):
                detail = f"there is no edition {edition} of “{other}”"
                yield Problem(f"{place}/matches/{other}", "no-such-edition", detail)
