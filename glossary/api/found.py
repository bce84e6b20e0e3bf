"""What was found, as an answer has it: matches, hits in brief, names to suggest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from glossary import languages
from glossary.addresses import entry_path
from glossary.search import highlight

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary.search import Index, LabelMatch, ListedSection, SearchHit, SearchPage


def shown_match(row: LabelMatch) -> dict[str, Any]:
    """Return how a name matched what was looked up."""
    return {
        "tier": row.match.value,
        "lang": row.lang,
        "label": row.label,
        "type": row.type,
        "status": row.status,
        "form": row.form,
        "older_name": row.is_older,
        "score": round(row.score, 3),
    }


def shown_hits(
    index: Index, page: SearchPage, langs: Sequence[str], base: str
) -> list[dict[str, Any]]:
    """Return the hits with their entries in brief, best first."""
    ids = [row.entry_id for row in page.hits]
    entries, sections = index.described(ids), _by_language(index.sections(ids))
    return [
        {
            "id": row.entry_id,
            "kind": entries[row.entry_id].kind,
            "topics": entries[row.entry_id].topics,
            "match": _match(row),
            "languages": {
                lang: _summary(sections.get((row.entry_id, lang)), row.words, base)
                for lang in langs
            },
        }
        for row in page.hits
    ]


def shown_names(
    index: Index, found: Sequence[LabelMatch], base: str
) -> list[dict[str, Any]]:
    """Return names with where they lead."""
    sections = _by_language(index.sections(row.entry_id for row in found))
    named = ((row, sections[row.entry_id, row.lang]) for row in found)
    return [
        {
            "label": row.label,
            "lang": row.lang,
            "type": row.type,
            "id": row.entry_id,
            "preferred": section.preferred,
            "url": base + entry_path(row.lang, section.slug),
        }
        for row, section in named
    ]


def _by_language(
    sections: Iterable[ListedSection],
) -> dict[tuple[str, str], ListedSection]:
    return {(row.entry_id, row.lang): row for row in sections}


def _match(row: SearchHit) -> dict[str, Any]:
    return {
        "where": "text" if row.is_in_text else "label",
        "tier": row.match.value,
        "lang": row.lang,
        "label": row.label,
        "form": None if row.is_in_text else row.form,
        "older_name": row.is_older,
    }


def _summary(
    section: ListedSection | None, words: Sequence[str], base: str
) -> dict[str, Any]:
    """Return one language of an entry in brief, with the places to mark."""
    if section is None:
        return {"state": "missing"}
    return {
        "state": section.state,
        "term": section.preferred,
        "short": section.short,
        "url": base + entry_path(section.lang, section.slug),
        "term_highlights": _spans(section.preferred, section.lang, words),
        "highlights": _spans(section.short, section.lang, words),
    }


def _spans(text: str, lang: str, words: Sequence[str]) -> list[dict[str, int]]:
    places = highlight(text, words, languages.get(lang))
    return [{"start": start, "end": end} for start, end in places]
