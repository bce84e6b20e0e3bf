"""The names of an entry, with what there is to know about each, in words."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext_lazy as _

from glossary import labels
from glossary.closed_lists import ProvenanceStatus
from glossary.shown_names import name_lang, origin_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.functional import _StrPromise

    from glossary.public_form import PublicSource, PublicTerm

GENERAL_WORD = _("A more general word:")
GENERAL_PROPOSED = _("A more general word that we propose:")


class EntryName(NamedTuple):
    """A name of the entry. ``label`` comes before one that is better not used."""

    text: str
    lang: str
    facts: Sequence[str | _StrPromise]
    plural: str
    label: str | _StrPromise


class NameGroup(NamedTuple):
    """Names that come from the same place, and in words where that is."""

    names: Sequence[EntryName]
    origin: str | _StrPromise
    is_proposed: bool
    source: PublicSource | None


class Names(NamedTuple):
    """The names that can be used, the preferred one first; then those of old texts.

    Nothing is said of where the latter come from: that somebody uses a word that
    hurts is no reason to use it.
    """

    groups: Sequence[NameGroup]
    last: Sequence[EntryName]


def list_names(terms: Sequence[PublicTerm], lang: str) -> Names:
    """Return the names of an entry in a language."""
    usable = [term for term in terms if not _label(term)]
    order = list(dict.fromkeys(_origin(term) for term in usable))
    usable.sort(key=lambda term: order.index(_origin(term)))
    return Names(
        groups=[_group(list(rows), lang) for _, rows in groupby(usable, key=_origin)],
        last=[_name(term, lang) for term in terms if _label(term)],
    )


def is_proposed(term: PublicTerm) -> bool:
    """Tell whether nobody but us uses the name."""
    return bool(origin_of(term) == ProvenanceStatus.PROPOSED)


def _origin(term: PublicTerm) -> tuple[str, str]:
    """Return what names of one group have in common."""
    source = term.provenance.source if term.provenance else None
    return origin_of(term), source.id if source else ""


def _label(term: PublicTerm) -> str | _StrPromise:
    if term.status in labels.NAMES_LAST:
        return labels.NAMES_LAST[term.status]
    if not term.context_only:
        return ""
    return GENERAL_PROPOSED if is_proposed(term) else GENERAL_WORD


def _group(terms: Sequence[PublicTerm], lang: str) -> NameGroup:
    return NameGroup(
        [_name(term, lang) for term in terms],
        labels.PROVENANCE.get(origin_of(terms[0]), ""),
        is_proposed(terms[0]),
        terms[0].provenance.source if terms[0].provenance else None,
    )


def _name(term: PublicTerm, lang: str) -> EntryName:
    """Return a name in words.

    The gender is that of a noun in the singular. A name without a plural may be a
    verb-noun or a plural itself, for all that we know: nothing is said of it then.
    """
    plural = term.plural or ""
    gender = labels.GENDERS.get(term.gender or "", "") if plural else ""
    facts = (labels.TERM_TYPES.get(term.type, ""), gender)
    return EntryName(
        text=term.text,
        lang=name_lang(term, lang),
        facts=[fact for fact in facts if fact],
        plural=plural,
        label=_label(term),
    )
