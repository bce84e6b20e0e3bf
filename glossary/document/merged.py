"""Entries that were merged into others: what points to them points there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glossary.document.schema import LAYERS, EntryDocument

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary.document.schema import RelationDocument


def with_merged(document: EntryDocument, merged: Mapping[str, str]) -> EntryDocument:
    """Return an entry that points to what others were merged into, by their ids.

    What would then be said twice is said once, and nothing points to itself.
    """
    related = [
        row.model_copy(update={"id": merged.get(row.id, row.id)})
        for row in document.related
    ]
    return document.model_copy(
        update={
            "related": _once(related, document.id),
            "languages": {
                lang: section.model_copy(
                    update={
                        layer: _led(text, merged)
                        for layer in LAYERS
                        if (text := getattr(section, layer))
                    }
                )
                for lang, section in document.languages.items()
            },
        }
    )


def _once(
    related: list[RelationDocument], entry_id: str
) -> tuple[RelationDocument, ...]:
    found = {(row.relation, row.id): row for row in related if row.id != entry_id}
    return tuple(found.values())


def _led(text: str, merged: Mapping[str, str]) -> str:
    """Return a text whose links lead to what the entries were merged into."""
    names = "|".join(map(re.escape, merged))
    return re.sub(
        rf"(?<=entry:)(?:{names})(?![\w-])", lambda found: merged[found[0]], text
    )
