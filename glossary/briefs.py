"""What entries mean in brief, from the search index alone: no entry is read for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from glossary.addresses import entry_path, short_path
from glossary.closed_lists import LanguageState
from glossary.document import short_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from glossary.search import Index, ListedSection

_MISSING = {"state": LanguageState.MISSING.value}


def in_brief(
    index: Index, entry_ids: Iterable[str], *, langs: Sequence[str], base: str
) -> dict[str, Any]:
    """Return the entries with these ids in the languages given, each once, in order.

    ``base`` is the site's own address. Ids that no public entry has are left out.
    """
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for row in index.sections(dict.fromkeys(entry_ids)):
        found.setdefault(row.entry_id, {})[row.lang] = brief_parts(row, base)
    return {
        entry_id: {
            "id": entry_id,
            "languages": {lang: known.get(lang, _MISSING) for lang in langs},
        }
        for entry_id, known in found.items()
    }


def in_a_sentence(
    index: Index, entry_ids: Sequence[str], *, langs: Sequence[str], base: str
) -> dict[str, dict[str, Any]]:
    """Return what each entry is in the first of ``langs`` that it has, and its link.

    ``base`` is the site's own address. Ids that no public entry has are left out.
    """
    found: dict[str, dict[str, ListedSection]] = {}
    for row in index.sections(dict.fromkeys(entry_ids)):
        found.setdefault(row.entry_id, {})[row.lang] = row
    return {
        entry_id: _sentence(entry_id, known, langs, base)
        for entry_id, known in found.items()
    }


def _sentence(
    entry_id: str, known: Mapping[str, ListedSection], langs: Sequence[str], base: str
) -> dict[str, Any]:
    lang = next((lang for lang in langs if lang in known), langs[0])
    row = known.get(lang)
    if row is None:
        rest = {**_MISSING, "short": None, "short_url": None, "checked": False}
        return {"id": entry_id, "lang": lang, **rest}
    return {
        "id": entry_id,
        "lang": lang,
        "state": row.state,
        "short": row.short,
        "short_url": base + short_path([short_code(entry_id)], lang),
        "checked": not row.standing.not_checked_by,
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


def brief_parts(row: ListedSection, base: str) -> dict[str, Any]:
    """Return what an entry means in a language, its name, its page, and who checked it.

    A name says whether it is only proposed.
    """
    standing = row.standing
    label = {
        "text": row.preferred,
        "provenance": standing.provenance.get(row.preferred),
    }
    return {
        "state": row.state,
        "label": label,
        "short": row.short,
        "url": base + entry_path(row.lang, row.slug),
        "not_checked_by": standing.not_checked_by,
    }
