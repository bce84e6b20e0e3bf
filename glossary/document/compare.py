"""Says what differs between two documents of one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.document.schema import LAYERS, EntryDocument, SectionDocument

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.document.schema import Document

_COUNTERS = ("edition", "matches")


def compare_documents(old: Document, new: Document) -> list[str]:
    """Return the places, as JSON pointers, at which ``new`` differs from ``old``.

    A section of ``new`` without an edition is compared by its content alone: a file
    that people write does not count editions, the glossary does. What ``new`` does
    say of the editions that a section matches must hold.
    """
    names = list(type(new).model_fields)
    if isinstance(old, EntryDocument) and isinstance(new, EntryDocument):
        names.remove("languages")
        return [*_fields(old, new, names), *_sections(old, new)]
    return list(_fields(old, new, names))


def _fields(old: Document, new: Document, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if getattr(old, name) != getattr(new, name):
            yield f"/{name}"


def _sections(old: EntryDocument, new: EntryDocument) -> Iterator[str]:
    """Yield the places in the sections, language by language."""
    for lang in sorted({*old.languages, *new.languages}):
        before, after = old.languages.get(lang), new.languages.get(lang)
        if before is None or after is None:
            yield f"/languages/{lang}"
        else:
            for name in _section(before, after):
                yield f"/languages/{lang}/{name}"


def says_the_same(old: SectionDocument, new: SectionDocument) -> bool:
    """Tell whether a reader is told the same by both: the same names, the same text.

    How a name is inflected or sorted, what leads to it, and its address are the
    business of its own language.
    """
    return _names(old) == _names(new) and all(
        getattr(old, layer) == getattr(new, layer) for layer in ("short", *LAYERS)
    )


def _names(section: SectionDocument) -> list[tuple[str, str, str]]:
    return [(term.text, term.type, term.status) for term in section.terms]


def _section(old: SectionDocument, new: SectionDocument) -> Iterator[str]:
    """Yield the names of the fields that differ."""
    for name in SectionDocument.model_fields:
        before, after = getattr(old, name), getattr(new, name)
        if name in _COUNTERS and after is None:
            continue
        if name == "matches":
            before = {lang: (before or {}).get(lang) for lang in after}
        if before != after:
            yield name
