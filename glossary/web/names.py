"""The names of an entry, with what there is to know about each, in words."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from glossary.shown_names import name_lang, origin_of
from glossary.web import wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.utils.functional import _StrPromise

    from glossary.shown_names import Term


class Name(NamedTuple):
    """A name of the entry. ``label`` comes before one that is better not used."""

    text: str
    lang: str
    facts: Sequence[str | _StrPromise]
    plural: str
    label: str | _StrPromise


class NameGroup(NamedTuple):
    """Names that come from the same place, and in words where that is."""

    names: Sequence[Name]
    origin: str | _StrPromise
    is_proposed: bool
    source: Mapping[str, Any] | None


class Names(NamedTuple):
    """The names that can be used, the preferred one first; then those of old texts.

    Nothing is said of where the latter come from: that somebody uses a word that
    hurts is no reason to use it.
    """

    groups: Sequence[NameGroup]
    last: Sequence[Name]


def list_names(section: Mapping[str, Any], lang: str) -> Names:
    """Return the names in a section of an entry."""
    terms = section.get("terms", ())
    usable = [term for term in terms if not _label(term)]
    order = list(dict.fromkeys(_origin(term) for term in usable))
    usable.sort(key=lambda term: order.index(_origin(term)))
    return Names(
        groups=[_group(list(rows), lang) for _, rows in groupby(usable, key=_origin)],
        last=[_name(term, lang) for term in terms if _label(term)],
    )


def is_proposed(term: Term) -> bool:
    """Tell whether nobody but us uses the name."""
    return bool(origin_of(term) == "proposed")


def _origin(term: Term) -> tuple[str, str]:
    """Return what names of one group have in common."""
    source = term.get("provenance", {}).get("source") or {}
    return origin_of(term), source.get("id", "")


def _label(term: Term) -> str | _StrPromise:
    if term["status"] in wording.NAMES_LAST:
        return wording.NAMES_LAST[term["status"]]
    if not term.get("context_only"):
        return ""
    return wording.GENERAL_PROPOSED if is_proposed(term) else wording.GENERAL_WORD


def _group(terms: Sequence[Term], lang: str) -> NameGroup:
    return NameGroup(
        [_name(term, lang) for term in terms],
        wording.PROVENANCE.get(origin_of(terms[0]), ""),
        is_proposed(terms[0]),
        terms[0].get("provenance", {}).get("source"),
    )


def _name(term: Term, lang: str) -> Name:
    """Return a name in words.

    The gender is that of a noun in the singular. A name without a plural may be a
    verb-noun or a plural itself, for all that we know: nothing is said of it then.
    """
    plural = term.get("plural", "")
    gender = wording.GENDERS.get(term.get("gender", ""), "") if plural else ""
    facts = (wording.TERM_TYPES.get(term["type"], ""), gender)
    return Name(
        text=term["text"],
        lang=name_lang(term, lang),
        facts=[fact for fact in facts if fact],
        plural=plural,
        label=_label(term),
    )
