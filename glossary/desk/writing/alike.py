"""What is called alike: public, or in a draft that somebody works on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from glossary import reading
from glossary.desk.page import desk_path
from glossary.desk.parts.titles import title_of
from glossary.document import DocumentKind
from glossary.models import OPEN, Publication, Revision
from glossary.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Alike(NamedTuple):
    """A document, what it is called, what it says in short, and that language."""

    key: str
    path: str
    label: str
    short: str
    lang: str


def alike(kind: DocumentKind, text: str, lang: str) -> list[Alike]:
    """Return the documents of a kind that are called so, or nearly."""
    rows = Revision.objects.filter(kind=kind, state__in=OPEN)
    wanted, found = fold(text), {}
    if kind == DocumentKind.ENTRY:
        index = reading.shelf().index
        matches = index.lookup(text, all_tiers=True, limit=10)
        found = {
            one.key: one
            for one in public_entries({row.entry_id for row in matches}, lang)
        }
    else:
        public = Publication.objects.of_kind(kind).readable()
        rows = (
            Revision.objects.filter(kind=kind, pk__in=public.values("revision")) | rows
        )
    for key, document in rows.values_list("key", "document"):
        if any(fold(name) == wanted for name, _ in names_in(kind, document)):
            found[key] = in_work(kind, key, document, lang)
    return list(found.values())


def public_entries(ids: Iterable[str], lang: str) -> Iterator[Alike]:
    """Yield public entries with their text in ``lang``, or else in another."""
    seen: dict[str, Alike] = {}
    for row in reading.shelf().index.sections(sorted(ids)):
        if row.entry_id not in seen or row.lang == lang:
            path = desk_path("document", DocumentKind.ENTRY, row.entry_id)
            seen[row.entry_id] = Alike(
                row.entry_id, path, row.preferred, row.short, row.lang
            )
    yield from seen.values()


def in_work(kind: DocumentKind, key: str, document: str, lang: str) -> Alike:
    """Return a document as a draft has it."""
    title = title_of(kind, key, document, lang)
    sections = orjson.loads(document).get("languages")
    section = sections.get(title.lang) if isinstance(sections, dict) else None
    short = section.get("short") if isinstance(section, dict) else ""
    said = short if isinstance(short, str) else ""
    return Alike(key, desk_path("document", kind, key), title.text, said, title.lang)


def names_in(kind: DocumentKind, document: str) -> Iterator[tuple[str, str]]:
    """Yield the names in a document, whatever a draft has there: a text, a language."""
    data = orjson.loads(document)
    if kind == DocumentKind.SOURCE:
        yield from _texts(data.get("title"), str(data.get("lang", "")))
        return
    sections = data.get("languages")
    for lang, section in sections.items() if isinstance(sections, dict) else ():
        if isinstance(section, dict):
            yield from _of_section(section, lang)


def _of_section(section: dict[str, Any], lang: str) -> Iterator[tuple[str, str]]:
    yield from _texts(section.get("label"), lang)
    yield from _texts(section.get("name"), lang)
    terms = section.get("terms")
    for term in terms if isinstance(terms, list) else ():
        if isinstance(term, dict):
            yield from _texts(term.get("text"), lang)


def _texts(text: Any, lang: str) -> Iterator[tuple[str, str]]:
    if isinstance(text, str) and text.strip():
        yield text, lang
