"""Finds what the entries of a folder point to and what is nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary import languages
from glossary.document import DocumentKind
from glossary.errors import Problem
from glossary.models import Entry, Publication

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from glossary.document import EntryDocument
    from glossary.transfer.content import Content


class _Known(NamedTuple):
    """The ids that there are, in the folder or here."""

    entries: set[str]
    sources: set[str]
    topics: set[str]


def loose_ends(content: Content) -> Iterator[Problem]:
    """Yield a problem for everything that an entry points to and that is not there."""
    known = _Known(
        entries={*content.entries, *Entry.objects.values_list("pk", flat=True)},
        sources=_known(content.sources, DocumentKind.SOURCE),
        topics=_known(content.topics, DocumentKind.TOPIC),
    )
    slugs: dict[tuple[str, str], str] = {}
    for document in content.entries.values():
        for place, detail in _loose_ends_of(document, known):
            yield Problem(f"{document.id}.yaml#{place}", "unknown", detail)
        for lang, section in document.languages.items():
            owner = slugs.setdefault((lang, section.slug), document.id)
            if owner != document.id:
                detail = f"“{section.slug}” is the address of “{owner}” already"
                place = f"{document.id}.yaml#/languages/{lang}/slug"
                yield Problem(place, "address-taken", detail)


def _loose_ends_of(document: EntryDocument, known: _Known) -> Iterator[tuple[str, str]]:
    for place, topic in enumerate(document.topics):
        if topic not in known.topics:
            yield f"/topics/{place}", f"there is no topic “{topic}”"
    for source in sorted(document.source_ids - known.sources):
        yield "/citations", f"there is no source “{source}”"
    for place, relation in enumerate(document.related):
        if relation.id not in known.entries:
            yield f"/related/{place}", f"there is no entry “{relation.id}”"
    for lang in document.languages:
        if lang not in languages.codes():
            yield f"/languages/{lang}", f"this installation has no language “{lang}”"


def _known(file: Collection[str], kind: DocumentKind) -> set[str]:
    """Return what is public of a kind, or will be when the folder is loaded."""
    rows = Publication.objects.of_kind(kind)
    withdrawn = set(rows.withdrawn().values_list("key", flat=True))
    return {*file, *rows.readable().values_list("key", flat=True)} - withdrawn
