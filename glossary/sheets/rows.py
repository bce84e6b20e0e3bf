"""The rows of a sheet: one for each text of an entry, with a column per language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from glossary import languages
from glossary.document import LAYERS
from glossary.models import Publication

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

FIELDS = ("short", *LAYERS)
"""The texts of a language, in reading order; only the first one is never empty."""
NAME, FIELD, VERSION = "entry", "field", "version"
_SHOWN = 16  # figures of a digest: enough to tell texts of one entry apart


class Row(NamedTuple):
    """One text of an entry. ``number`` is the row of the sheet, from 1, or 0.

    ``version`` tells of which text of the entry it was made; ``texts`` are those of
    the languages that the sheet has a column for, empty where there is none.
    """

    entry: str
    field: str
    version: str
    texts: Mapping[str, str]
    number: int = 0


def rows_of(keys: Collection[str] | None = None) -> Iterator[Row]:
    """Yield the rows of these public entries, of all of them without ``keys``.

    A text that no language has is left out.
    """
    rows = Publication.objects.entries().readable().order_by("key")
    rows = rows.select_related("revision").defer("body", "index")
    found = rows if keys is None else rows.of(keys)
    for publication in found.iterator(chunk_size=200):
        revision = publication.revision
        data = orjson.loads(revision.document)
        for field in FIELDS:
            texts = {lang: text_in(data, lang, field) for lang in languages.codes()}
            if any(texts.values()):
                yield Row(publication.key, field, version_of(revision.digest), texts)


def text_in(document: Mapping[str, Any], lang: str, field: str) -> str:
    """Return a text of a document, empty where it has none."""
    text: str = document["languages"].get(lang, {}).get(field) or ""
    return text


def version_of(digest: str) -> str:
    """Return by what a sheet tells one text of an entry from another."""
    return digest[:_SHOWN]
