"""Entries as an answer has them: whole, in parts, or in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from glossary import languages, reading
from glossary.briefs import in_a_sentence
from glossary.models import Publication
from glossary.public_form import BASE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.api.requests.entries import EntryQuery


def entry_bodies(
    ids: Sequence[str], query: EntryQuery, langs: Sequence[str], base: str
) -> dict[str, bytes]:
    """Return the public entries with these ids as JSON, by id, in their order.

    The index may lag a moment behind: ids that no public entry has are left out.
    """
    if query.is_brief:
        return sentences(ids, langs, base)
    rows = Publication.objects.entries().readable().of(ids)
    bodies = dict(rows.values_list("key", "body"))
    return {
        entry_id: render(bodies[entry_id], langs, query.fields, base)
        for entry_id in ids
        if entry_id in bodies
    }


def sentences(ids: Sequence[str], langs: Sequence[str], base: str) -> dict[str, bytes]:
    """Return the same in one sentence each, from the index alone."""
    found = in_a_sentence(reading.shelf().index, ids, langs=langs, base=base)
    return {entry_id: orjson.dumps(one) for entry_id, one in found.items()}


def render(
    body: str, langs: Sequence[str], fields: Sequence[str] | None, base: str
) -> bytes:
    """Return a stored body with the site's address, cut to what was asked for."""
    text = body.replace(BASE, base)
    if list(langs) == list(languages.codes()) and not fields:
        return text.encode()
    entry = orjson.loads(text)
    entry["languages"] = {lang: entry["languages"][lang] for lang in langs}
    for row in entry["related"]:
        row["labels"] = {
            code: row["labels"][code] for code in langs if code in row["labels"]
        }
    if fields:
        entry = {name: entry[name] for name in entry if name == "id" or name in fields}
    return orjson.dumps(entry)
