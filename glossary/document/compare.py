"""Says what differs between two documents of one entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.document.schema import EntryDocument, SectionDocument

if TYPE_CHECKING:
    from collections.abc import Iterator

_COUNTERS = ("edition", "matches")


def compare_documents(old: EntryDocument, new: EntryDocument) -> list[str]:
    """Return the places, as JSON pointers, at which ``new`` differs from ``old``.

    A section of ``new`` without an edition is compared by its content alone:
    a file that people write does not count editions, the glossary does.
    """
    fields = [name for name in EntryDocument.model_fields if name != "languages"]
    places = [f"/{name}" for name in fields if getattr(old, name) != getattr(new, name)]
    for lang in sorted({*old.languages, *new.languages}):
        before, after = old.languages.get(lang), new.languages.get(lang)
        if before is None or after is None:
            places.append(f"/languages/{lang}")
        else:
            places += (f"/languages/{lang}/{name}" for name in _section(before, after))
    return places


def same_content(old: SectionDocument, new: SectionDocument) -> bool:
    """Tell whether two sections say the same, whatever their editions."""
    return all(
        getattr(old, name) == getattr(new, name)
        for name in SectionDocument.model_fields
        if name not in _COUNTERS
    )


def _section(old: SectionDocument, new: SectionDocument) -> Iterator[str]:
    """Yield the names of the fields that differ."""
    for name in SectionDocument.model_fields:
        if name in _COUNTERS and getattr(new, name) is None:
            continue
        if getattr(old, name) != getattr(new, name):
            yield name
