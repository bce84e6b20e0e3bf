"""The documents that a draft can name: found by what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary import labels, languages, reading
from glossary.desk.parts.titles import title_of
from glossary.desk.writing.choices import Choice
from glossary.document import DocumentKind
from glossary.models import OPEN, Publication, Revision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_MOST = 3000  # names that one page can hold


class Lists(NamedTuple):
    """Names to choose from: in fields of their own, and beside what somebody types."""

    choices: Mapping[str, Sequence[Choice]]
    beside: Mapping[str, Sequence[tuple[str, str]]]


def lists_around(kind: DocumentKind, lang: str) -> Lists:
    """Return what a document of this kind can name, public or in work."""
    tongues = [(one.code, one.name) for one in languages.all_languages()]
    if kind == DocumentKind.SOURCE:
        licences = [(code, str(label)) for code, label in labels.LICENCES.items()]
        return Lists({}, {"licences": licences, "languages": tongues})
    if kind != DocumentKind.ENTRY:
        return Lists({}, {"languages": tongues})
    topics = [
        Choice(key, label, False) for key, label in named(DocumentKind.TOPIC, lang)
    ]
    return Lists(
        {"topics": topics},
        {
            "sources": list(named(DocumentKind.SOURCE, lang)),
            "entries": list(_entries(lang)),
            "languages": tongues,
        },
    )


def named(kind: DocumentKind, lang: str) -> Iterator[tuple[str, str]]:
    """Yield the keys of documents, and what these are called."""
    rows = (
        Publication.objects.of_kind(kind)
        .readable()
        .values_list("key", "revision__document")
    )
    known = dict(rows[:_MOST])
    known |= dict(_open(kind))
    for key in sorted(known):
        yield key, title_of(kind, key, known[key], lang).text


def _entries(lang: str) -> Iterator[tuple[str, str]]:
    kind, index = DocumentKind.ENTRY, reading.shelf().index
    for section in index.all_sections(lang)[:_MOST]:
        yield section.entry_id, section.preferred
    for key, document in _open(kind):
        yield key, title_of(kind, key, document, lang).text


def _open(kind: DocumentKind) -> Iterator[tuple[str, str]]:
    rows = Revision.objects.filter(kind=kind, state__in=OPEN)
    yield from rows.values_list("key", "document")[:_MOST]
