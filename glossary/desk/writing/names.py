"""Names of a draft that another entry has too, and those that it has no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from glossary import languages, reading
from glossary.desk.parts.lost_names import lost_names
from glossary.desk.writing.alike import Alike, in_work, names_in, public_entries
from glossary.desk.writing.remarks import Led, Remark, Weight
from glossary.document import DocumentKind
from glossary.models import OPEN, Revision
from glossary.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from glossary.review import Draft

_TAKEN = _("Another entry has this name.")
_DIFFERENCE = _(
    "Say in the short meaning how the two differ. Where both are right, say under "
    "“What is rarely needed” when this one is meant."
)
_LOST = _("Readers who look for this name would not find this entry any more.")
_KEEP = _(
    "If they may still meet it, keep it as another name, or among the words that lead "
    "here."
)
_MOST = 5


def remarks_on_names(key: str, draft: Draft, lang: str) -> Iterator[tuple[str, Remark]]:
    """Yield which names others have, with what these say in short."""
    drafts = _in_work(key, lang)
    for place, text in _names(draft):
        found = {**_public(key, text, lang), **drafts.get(fold(text), {})}
        if found:
            links = tuple(
                Led(one.path, one.label, one.short, one.lang) for one in found.values()
            )
            yield place, Remark(_TAKEN, Weight.LOOK, more=_DIFFERENCE, links=links)


def remarks_on_lost_names(public: Draft, draft: Draft) -> Iterator[tuple[str, Remark]]:
    """Yield the names that readers see now, and by which they would find nothing."""
    for lang, name in lost_names(public, draft):
        place = f"/languages/{lang}/terms"
        yield place, Remark(_LOST, Weight.LOOK, words=name, more=_KEEP)


def _names(draft: Draft) -> Iterator[tuple[str, str]]:
    """Yield the names of a draft, and where they stand."""
    sections = draft.get("languages")
    for lang in languages.codes():
        section = sections.get(lang) if isinstance(sections, dict) else None
        terms = section.get("terms") if isinstance(section, dict) else None
        for at, term in enumerate(terms if isinstance(terms, list) else ()):
            text: Any = term.get("text") if isinstance(term, dict) else None
            if isinstance(text, str) and text.strip():
                yield f"/languages/{lang}/terms/{at}/text", text


def _public(key: str, text: str, lang: str) -> dict[str, Alike]:
    matches = reading.shelf().index.lookup(text, limit=_MOST)
    ids = {row.entry_id for row in matches} - {key}
    return {one.key: one for one in public_entries(ids, lang)}


def _in_work(key: str, lang: str) -> Mapping[str, dict[str, Alike]]:
    """Return the names in other drafts, folded, with the drafts that have them."""
    kind = DocumentKind.ENTRY
    rows = Revision.objects.filter(kind=kind, state__in=OPEN).exclude(key=key)
    found: dict[str, dict[str, Alike]] = {}
    for other, document in rows.values_list("key", "document"):
        for text, _lang in names_in(kind, document):
            known = found.setdefault(fold(text), {})
            known[other] = in_work(kind, other, document, lang)
    return found
