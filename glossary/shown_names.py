"""Which names of an entry lists show, and the language that each is in.

Names are those of the public form of an entry: mappings with a text, a type, a status
and, where it is known, a provenance.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Term: TypeAlias = Mapping[str, Any]

SHORTENED = frozenset({"acronym", "abbreviation", "code"})
"""Types of names that stand for a longer one."""


def other_name(terms: Sequence[Term]) -> str:
    """Return the abbreviation of a name, or the full name of an abbreviation."""
    other = other_term(terms)
    return other["text"] if other else ""


def other_term(terms: Sequence[Term]) -> Term | None:
    """Return the abbreviation of the preferred name, or what it stands for.

    What has the preferred name in it stands beside it, and is neither.
    """
    preferred = terms[0]
    wanted = {"full-form"} if preferred["type"] in SHORTENED else SHORTENED
    others = (
        row
        for row in terms[1:]
        if row["status"] == "admitted" and row["type"] in wanted
    )
    return next((row for row in others if preferred["text"] not in row["text"]), None)


def name_lang(term: Term, lang: str) -> str:
    """Return the language of a name in a section in ``lang``: some stay in English."""
    return "en" if origin_of(term) == "kept-in-english" else lang


def origin_of(term: Term) -> str:
    """Return what is known of where a name comes from, empty where nothing is."""
    return str(term.get("provenance", {}).get("status", ""))
