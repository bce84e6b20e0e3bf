"""The sources of an entry: those that are quoted, those that are named, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from glossary import labels
from glossary.addresses import page_path

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.utils.functional import _StrPromise


class CitedSource(NamedTuple):
    """A source with the words of it that are quoted."""

    source: Mapping[str, Any]
    licence: str | _StrPromise
    path: str
    quotations: Sequence[Mapping[str, Any]]


class Cited(NamedTuple):
    """The sources of an entry, each once.

    ``quoted`` are those whose own words are shown, ``further`` those that support
    what the text says, ``names`` those on which a name of the entry was seen.
    """

    quoted: Sequence[CitedSource]
    further: Sequence[CitedSource]
    names: Sequence[CitedSource]
    quotes_another_language: bool

    @classmethod
    def of(cls, body: Mapping[str, Any], lang: str) -> Cited:
        """Read the sources of a published entry for a page in ``lang``."""
        rows, with_names = _sources(body, lang), name_source_ids(body)
        named = [row for row in rows if not row.quotations]
        quoted = [row for row in rows if row.quotations]
        return cls(
            quoted,
            [row for row in named if row.source["id"] not in with_names],
            [row for row in named if row.source["id"] in with_names],
            any(one["lang"] != lang for row in quoted for one in row.quotations),
        )


def name_source_ids(body: Mapping[str, Any]) -> set[str]:
    """Return the ids of the sources on which names of an entry were seen."""
    return {
        term["provenance"]["source"]["id"]
        for section in body["languages"].values()
        for term in section.get("terms", ())
        if term.get("provenance", {}).get("source")
    }


def licence_words(licence: str | None) -> str | _StrPromise:
    """Return what a licence is called, its identifier where we have no words."""
    return labels.LICENCES.get(licence or "", licence or "")


def _sources(body: Mapping[str, Any], lang: str) -> list[CitedSource]:
    found: dict[str, list[Mapping[str, Any]]] = {}
    known: dict[str, Mapping[str, Any]] = {}
    for row in body["citations"]:
        source = row["source"]
        known[source["id"]] = source
        found.setdefault(source["id"], []).extend([row] if row["quotation"] else [])
    return [
        CitedSource(
            known[source_id],
            licence_words(known[source_id]["licence"]),
            page_path(lang, "source", source_id),
            quotations,
        )
        for source_id, quotations in found.items()
    ]
