"""Finds what the documents that come in point to and what is nowhere."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from glossary import languages
from glossary.closed_lists import GONE
from glossary.document import DocumentKind, pointers
from glossary.errors import Problem
from glossary.models import Entry, Erasure, Publication

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from glossary.document import EntryDocument
    from glossary.transfer.content import Content
    from glossary.transfer.plans import Line


def loose_ends(content: Content, lines: Sequence[Line]) -> Iterator[Problem]:
    """Yield a problem for everything that comes in and leads nowhere.

    What is left as it is may lead where it likes, and what stays withdrawn to what is
    withdrawn too.
    """
    due = [line for line in lines if line.is_due]
    if not due:
        return
    is_shown = any(not line.is_withdrawn for line in due)
    review = _Beside(DocumentKind.REVIEW, due)
    if fault := review.fault(content.review.key, is_shown=is_shown):
        yield Problem("review.yaml#/record", "unknown", fault)
    shown = {
        line.key: not line.is_withdrawn
        for line in due
        if line.kind == DocumentKind.ENTRY
    }
    yield from _pointers(content, due, shown)
    yield from _addresses(content, shown)


def erased_ends(content: Content, lines: Sequence[Line]) -> Iterator[Problem]:
    """Yield a problem for everything that would be kept and leads to an erased key.

    What stays withdrawn and what is only noted down would have the key, too.
    """
    leading = {
        row.name: {one.other for one in pointers(file)}
        for row in lines
        if row.does_something and (file := content.document(row.name))
    }
    taken = Erasure.objects.keys_taken({*chain.from_iterable(leading.values())})
    for name, others in leading.items():
        if others & taken:
            detail = "it leads to a key that was erased for ever"
            yield Problem(str(name), "erased", detail)


class _Beside:
    """The documents of a kind that others can point to: those coming in or here.

    What the folder has of one that waits for an answer does not come in.
    """

    def __init__(self, kind: DocumentKind, due: Sequence[Line]) -> None:
        self._kind = kind
        rows = Publication.objects.of_kind(kind).current()
        here = dict(rows.values_list("key", "change"))
        self._known = {*(line.key for line in due if line.kind == kind), *here}
        self._withdrawn = {key for key, change in here.items() if change in GONE}

    def fault(self, key: str, *, is_shown: bool) -> str | None:
        """Return in words why what is shown, or is not, cannot point there."""
        if key not in self._known:
            return f"there is no {self._kind} “{key}”"
        if is_shown and key in self._withdrawn:
            return f"the {self._kind} “{key}” is withdrawn"
        return None


class _Around(NamedTuple):
    """Everything that entries can point to."""

    topics: _Beside
    sources: _Beside
    entries: set[str]


def _pointers(
    content: Content, due: Sequence[Line], shown: Mapping[str, bool]
) -> Iterator[Problem]:
    """Yield what is wrong with where these entries point; some will be shown."""
    around = _Around(
        topics=_Beside(DocumentKind.TOPIC, due),
        sources=_Beside(DocumentKind.SOURCE, due),
        entries={*content.entries, *Entry.objects.values_list("pk", flat=True)},
    )
    for entry_id, is_shown in shown.items():
        document = content.entries[entry_id]
        for place, fault in _faults(document, around, is_shown=is_shown):
            if fault:
                yield Problem(f"{entry_id}.yaml#{place}", "unknown", fault)


def _faults(
    document: EntryDocument, around: _Around, *, is_shown: bool
) -> Iterator[tuple[str, str | None]]:
    """Yield each place where an entry points somewhere, and what is wrong with it."""
    for place, topic in enumerate(document.topics):
        yield f"/topics/{place}", around.topics.fault(topic, is_shown=is_shown)
    for source in sorted(document.source_ids):
        yield "/citations", around.sources.fault(source, is_shown=is_shown)
    for place, relation in enumerate(document.related):
        if relation.id not in around.entries:
            yield f"/related/{place}", f"there is no entry “{relation.id}”"
    for lang in document.languages:
        if lang not in languages.codes():
            yield f"/languages/{lang}", f"this installation has no language “{lang}”"


def _addresses(content: Content, shown: Mapping[str, bool]) -> Iterator[Problem]:
    """Yield a problem for each of these entries whose address another file has."""
    slugs: dict[tuple[str, str], str] = {}
    for entry_id in sorted(content.entries, key=lambda key: key in shown):
        for lang, section in content.entries[entry_id].languages.items():
            owner = slugs.setdefault((lang, section.slug), entry_id)
            if owner != entry_id and entry_id in shown:
                detail = f"“{section.slug}” is the address of “{owner}” already"
                place = f"{entry_id}.yaml#/languages/{lang}/slug"
                yield Problem(place, "address-taken", detail)
