"""Links to entries, found by their names: as they are written in a text."""

from __future__ import annotations

from typing import NamedTuple

from glossary import reading

_MOST = 8


class Linkable(NamedTuple):
    """An entry in a language: the link as it is typed, and what it says in short."""

    text: str
    short: str
    lang: str


def linkable(words: str) -> list[Linkable]:
    """Return the links to public entries that these words find, in each language."""
    index, wanted = reading.shelf().index, " ".join(words.split())[:200]
    if not wanted:
        return []
    matches = [
        *index.lookup(wanted, all_tiers=True, limit=_MOST),
        *index.suggest(wanted, limit=_MOST),
    ]
    ids = list(dict.fromkeys(row.entry_id for row in matches))[:_MOST]
    return [
        Linkable(f"[{row.preferred}](entry:{row.entry_id})", row.short, row.lang)
        for row in index.sections(ids)
    ]
