"""What entries mean in brief, from the search index alone: no entry is read for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from glossary.addresses import entry_path
from glossary.closed_lists import LanguageState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary.search import Index, ListedSection

_MISSING = {"state": LanguageState.MISSING.value}


def in_brief(
    index: Index, entry_ids: Iterable[str], *, langs: Sequence[str], base: str
) -> dict[str, Any]:
    """Return the entries with these ids in the languages given, each once, in order.

    ``base`` is the site's own address. Ids that no public entry has are left out.
    """
    found: dict[str, dict[str, dict[str, str]]] = {}
    for row in index.sections(dict.fromkeys(entry_ids)):
        found.setdefault(row.entry_id, {})[row.lang] = _brief(row, base)
    return {
        entry_id: {"languages": {lang: known.get(lang, _MISSING) for lang in langs}}
        for entry_id, known in found.items()
    }


def page(
    index: Index, entry_ids: Iterable[str], *, langs: Sequence[str], base: str
) -> tuple[str, str] | None:
    """Return address and language of the first of these entries that is public.

    The language is the first of ``langs`` that the entry has.
    """
    found: dict[str, dict[str, ListedSection]] = {}
    for row in index.sections(entry_ids):
        found.setdefault(row.entry_id, {})[row.lang] = row
    for known in found.values():
        for lang in langs:
            if lang in known:
                return base + entry_path(lang, known[lang].slug), lang
    return None


def _brief(row: ListedSection, base: str) -> dict[str, str]:
    return {
        "state": row.state,
        "term": row.preferred,
        "short": row.short,
        "url": base + entry_path(row.lang, row.slug),
    }
