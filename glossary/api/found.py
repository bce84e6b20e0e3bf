"""What was found, as an answer has it: matches, hits in brief, names to suggest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from glossary import languages, reading
from glossary.addresses import entry_path
from glossary.models import Publication
from glossary.public_form import BASE
from glossary.search import highlight

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glossary.search import LabelMatch, SearchHit, SearchPage


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
    page: SearchPage, langs: Sequence[str], base: str
) -> list[dict[str, Any]]:
    """Return the hits with their entries in brief, best first."""
    ids = [row.entry_id for row in page.hits]
    rows = Publication.objects.entries().readable().of(ids).values_list("key", "body")
    entries = {entry_id: orjson.loads(body) for entry_id, body in rows}
    return [
        _hit(row, entries[row.entry_id], langs, base)
        for row in page.hits
        if row.entry_id in entries
    ]


def shown_names(found: Sequence[LabelMatch], base: str) -> list[dict[str, Any]]:
    """Return names with where they lead."""
    index = reading.shelf().index
    sections = ((row, index.section(row.entry_id, row.lang)) for row in found)
    return [
        {
            "label": row.label,
            "lang": row.lang,
            "type": row.type,
            "id": row.entry_id,
            "preferred": section.preferred,
            "url": base + entry_path(row.lang, section.slug),
        }
        for row, section in sections
        if section is not None
    ]


def _hit(
    row: SearchHit, entry: Mapping[str, Any], langs: Sequence[str], base: str
) -> dict[str, Any]:
    return {
        "id": row.entry_id,
        "kind": entry["kind"],
        "topics": entry["topics"],
        "match": {
            "where": "text" if row.is_in_text else "label",
            "tier": row.match.value,
            "lang": row.lang,
            "label": row.label,
            "form": None if row.is_in_text else row.form,
            "older_name": row.is_older,
        },
        "languages": {
            lang: _summary(entry["languages"][lang], lang, row.words, base)
            for lang in langs
        },
    }


def _summary(
    block: Mapping[str, Any], lang: str, words: Sequence[str], base: str
) -> dict[str, Any]:
    """Return one language of an entry in brief, with the places to mark."""
    if "terms" not in block:
        return {"state": block["state"]}
    term = block["terms"][0]["text"]
    return {
        "state": block["state"],
        "term": term,
        "short": block["short"],
        "url": block["url"].replace(BASE, base),
        "term_highlights": _spans(term, lang, words),
        "highlights": _spans(block["short"], lang, words),
    }


def _spans(text: str, lang: str, words: Sequence[str]) -> list[dict[str, int]]:
    places = highlight(text, words, languages.get(lang))
    return [{"start": start, "end": end} for start, end in places]
