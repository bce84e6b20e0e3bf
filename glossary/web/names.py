"""The names of an entry, with what there is to know about each, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from glossary.web import wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.utils.functional import _StrPromise


class Name(NamedTuple):
    """A name of the entry and what there is to know about it, in words."""

    text: str
    lang: str
    facts: Sequence[str | _StrPromise]
    plural: str
    provenance: str | _StrPromise
    is_proposed: bool
    source: Mapping[str, Any] | None


def list_names(section: Mapping[str, Any], lang: str) -> list[Name]:
    """Return the names in a section, the preferred one first."""
    return [_name(term, lang) for term in section.get("terms", ())]


def _name(term: Mapping[str, Any], lang: str) -> Name:
    provenance = term.get("provenance", {})
    facts = (
        wording.TERM_TYPES.get(term["type"], ""),
        wording.TERM_STATUSES.get(term["status"], ""),
        wording.GENDERS.get(term.get("gender", ""), ""),
    )
    return Name(
        text=term["text"],
        lang=lang,
        facts=[fact for fact in facts if fact],
        plural=term.get("plural", ""),
        provenance=wording.PROVENANCE.get(provenance.get("status", ""), ""),
        is_proposed=provenance.get("status") == "proposed",
        source=provenance.get("source"),
    )
