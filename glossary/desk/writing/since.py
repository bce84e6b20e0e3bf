"""What the other language says otherwise, since a text was made to match it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from glossary import languages
from glossary.desk.writing.remarks import Changed
from glossary.document import LAYERS
from glossary.models import Publication
from glossary.review import difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.models import Revision
    from glossary.review import Draft

_LAYERS = ("short", *LAYERS)


def changes_since(revision: Revision, draft: Draft) -> Iterator[tuple[str, Changed]]:
    """Yield what has changed in another language, by the place that may have to follow.

    A text that is public matches an edition of each other one; the draft's own changes
    come on top.
    """
    if revision.base is None:
        return
    base = _sections(orjson.loads(revision.base.revision.document))
    now = _sections(draft)
    for lang in languages.codes():
        for other in languages.codes():
            if lang == other or lang not in base or other not in now:
                continue
            before = _matched(revision, base, lang, other)
            yield from _changes(lang, other, before, now[other])


def _changes(
    lang: str, other: str, before: dict[str, Any], now: dict[str, Any]
) -> Iterator[tuple[str, Changed]]:
    name = languages.get(other).name
    for layer in _LAYERS:
        old, new = _text(before.get(layer)), _text(now.get(layer))
        if old != new:
            place = f"/languages/{lang}/{layer}"
            yield place, Changed(other, name, difference(old, new))
    old, new = _names(before), _names(now)
    if old != new:
        place = f"/languages/{lang}/terms"
        yield place, Changed(other, name, difference(old, new))


def _matched(
    revision: Revision, base: dict[str, Any], lang: str, other: str
) -> dict[str, Any]:
    """Return the text in ``other`` that the public one in ``lang`` was made to match.

    Where nobody knows, that is the public one, or none if there is none.
    """
    edition = (base[lang].get("matches") or {}).get(other)
    public: dict[str, Any] = base.get(other, {})
    if edition is None or edition == public.get("edition"):
        return public
    rows = Publication.objects.filter(kind=revision.kind, key=revision.key)
    former = rows.order_by("-sequence").values_list("revision__document", flat=True)
    for document in former.iterator():
        found = _sections(orjson.loads(document)).get(other, {})
        if found.get("edition") == edition:
            return dict(found)
    return public


def _sections(document: Draft) -> dict[str, dict[str, Any]]:
    """Return the sections of an entry, whatever a draft has there."""
    sections = document.get("languages")
    found = sections.items() if isinstance(sections, dict) else ()
    return {lang: one for lang, one in found if isinstance(one, dict)}


def _names(section: dict[str, Any]) -> str:
    terms = section.get("terms")
    rows = terms if isinstance(terms, list) else ()
    return "\n".join(_text(row.get("text")) for row in rows if isinstance(row, dict))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
