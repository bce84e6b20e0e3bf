"""The public form of an entry: one shape for the API, the pages and every export.

A pure function of the frozen document and of what it points at. Addresses
begin with ``BASE``, one private-use character that no text can contain; whoever
serves the entry puts the site's own address in its place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from glossary import languages, markdown
from glossary.document import LAYERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glossary.document import (
        CitationDocument,
        EntryDocument,
        SectionDocument,
        TermDocument,
    )
    from glossary.models import Source

BASE = "\ue000"
LICENCE = "CC-BY-4.0"


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What an entry needs to know of another one: its names and its slugs."""

    labels: Mapping[str, str]
    slugs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Everything outside its document that an entry's public form depends on.

    ``neighbours`` holds public entries only. ``relations_back`` are the
    relations that other entries state, as seen from this one.
    """

    sources: Mapping[str, Source]
    neighbours: Mapping[str, Neighbour]
    relations_back: Sequence[tuple[str, str]] = ()
    checked_by: Mapping[str, Sequence[str]] = field(default_factory=dict)
    not_checked_by: Mapping[str, Sequence[str]] = field(default_factory=dict)
    review: Mapping[str, Any] = field(default_factory=dict)


INVERSE = {"broader": "narrower", "related": "related", "replaced-by": "replaces"}
"""The name of a relation as it is seen from its other end (SKOS)."""


def entry_path(lang: str, slug: str) -> str:
    """Return the path of an entry's page."""
    return address_path(lang, path_word(lang, "terms"), slug)


def letter_path(lang: str, letter: str) -> str:
    """Return the path of the list under a letter; without one, under figures."""
    return address_path(lang, path_word(lang, "a-to-z"), letter or "0-9")


def address_path(*parts: str) -> str:
    """Return the path of what has these parts in its address, percent-encoded."""
    return f"/{'/'.join(quote(part, safe='') for part in parts)}/"


def path_word(lang: str, word: str) -> str:
    """Return a word of our addresses in ``lang``; English where it has none."""
    return languages.get(lang).path_words.get(word, word)


def public_entry(
    document: EntryDocument, around: Surroundings, *, short_code: str, revision: int
) -> dict[str, Any]:
    """Return the entry as the API gives it, without ``sequence`` and time."""
    paths = {code: section.slug for code, section in document.languages.items()}
    first = next(iter(paths))
    return {
        "id": document.id,
        "url": BASE + entry_path(first, paths[first]),
        "short_url": f"{BASE}/t/{short_code}/",
        "revision": revision,
        "kind": document.kind,
        "topics": list(document.topics),
        "applies_in": list(document.applies_in),
        "as_at": document.as_at.isoformat(),
        "in_use": {"from": document.in_use.start, "to": document.in_use.end},
        "replaced_by": _replacements(document, around),
        "checked_on": document.review.checked_on.isoformat(),
        "check_due": document.review.check_due.isoformat(),
        "review": dict(around.review),
        "languages": {
            lang: _language(document, lang, around) for lang in languages.codes()
        },
        "citations": [_citation(row, around.sources) for row in document.citations],
        "related": _related(document, around),
        "licence": LICENCE,
    }


def language_state(document: EntryDocument, lang: str) -> str:
    """Return ``current``, ``behind`` or ``missing``.

    A section is behind when another language has reached an edition that this
    one was not made to match.
    """
    section = document.languages.get(lang)
    if section is None:
        return "missing"
    matches = section.matches or {}
    behind = any(
        (other.edition or 1) > matches.get(code, 0)
        for code, other in document.languages.items()
        if code != lang
    )
    return "behind" if behind else "current"


def _language(
    document: EntryDocument, lang: str, around: Surroundings
) -> dict[str, Any]:
    section = document.languages.get(lang)
    if section is None:
        return {"state": "missing"}
    paths = {
        entry_id: entry_path(lang, neighbour.slugs[lang])
        for entry_id, neighbour in around.neighbours.items()
        if lang in neighbour.slugs
    }
    return {
        "state": language_state(document, lang),
        "slug": section.slug,
        "url": BASE + entry_path(lang, section.slug),
        "terms": [_term(term, lang, around.sources) for term in section.terms],
        "short": section.short,
        **{
            layer: _layer(
                section,
                layer,
                lang,
                paths=paths,
                names=foreign_names(document, lang, around),
            )
            for layer in LAYERS
        },
        "checked_by": list(around.checked_by.get(lang, ())),
        "not_checked_by": list(around.not_checked_by.get(lang, ())),
    }


def foreign_names(
    document: EntryDocument, lang: str, around: Surroundings
) -> dict[str, str]:
    """Return the names in the first language that a text in ``lang`` may have in it.

    Those of several words, each with its language: the entry's own, and those of the
    entries near it.
    """
    first = languages.codes()[0]
    if lang == first:
        return {}
    known = document.languages
    mine = {term.text for term in known[lang].terms if not _is_kept(term)}
    names = {term.text for term in known[first].terms} if first in known else set()
    names |= {row.labels.get(first, "") for row in around.neighbours.values()}
    return {name: first for name in sorted(names - mine) if " " in name}


def _is_kept(term: TermDocument) -> bool:
    """Tell whether a name stays as it is in the first language."""
    return bool(term.provenance and term.provenance.status == "kept-in-english")


def _layer(
    section: SectionDocument,
    layer: str,
    lang: str,
    *,
    paths: Mapping[str, str],
    names: Mapping[str, str],
) -> dict[str, str] | None:
    text = getattr(section, layer)
    if text is None:
        return None
    turned = partial(languages.turned, around=lang)
    html = markdown.to_html(text, paths, names, turned)
    html = html.replace('href="/', f'href="{BASE}/')
    return {"markdown": text, "html": html, "text": markdown.to_text(text)}


def _term(
    term: TermDocument, lang: str, sources: Mapping[str, Source]
) -> dict[str, Any]:
    """Return a name; what does not apply to it is left out."""
    shown: dict[str, Any] = {
        "text": term.text,
        "type": term.type,
        "status": term.status,
    }
    if term.plural:
        shown["plural"] = term.plural
    shown |= languages.get(lang).grammar.model_validate(term.grammar).shown()
    if term.context_only:
        shown["context_only"] = True
    if term.provenance:
        source = sources.get(term.provenance.source or "")
        shown["provenance"] = {
            "status": term.provenance.status,
            "source": public_source(source) if source else None,
        }
    return shown


def _citation(row: CitationDocument, sources: Mapping[str, Source]) -> dict[str, Any]:
    return {
        "source": public_source(sources[row.source]),
        "quotation": row.quotation,
        "lang": row.lang,
        "locator": row.locator,
    }


def public_source(source: Source) -> dict[str, Any]:
    """Return a source as the API gives it."""
    published = source.published_on
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "publisher_names": source.publisher_names,
        "url": source.url,
        "published_on": published.isoformat() if published else None,
        "licence": source.licence or None,
        "lang": source.lang,
    }


def _replacements(document: EntryDocument, around: Surroundings) -> list[str]:
    return [
        row.id
        for row in document.related
        if row.relation == "replaced-by" and row.id in around.neighbours
    ]


def _related(document: EntryDocument, around: Surroundings) -> list[dict[str, Any]]:
    """Return the relations from both ends: each other entry once for each name."""
    own = [(row.relation, row.id) for row in document.related]
    pairs = dict.fromkeys([*own, *around.relations_back])
    return [
        {
            "relation": relation,
            "id": other,
            "label": dict(around.neighbours[other].labels),
        }
        for relation, other in pairs
        if other in around.neighbours
    ]
