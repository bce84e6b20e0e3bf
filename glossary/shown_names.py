"""Which names of an entry lists show, and the language that each is in.

A name is one of a document or of a public form: both have the same parts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from glossary.closed_lists import ABBREVIATED, ProvenanceStatus, TermStatus, TermType

if TYPE_CHECKING:
    from collections.abc import Sequence


class Origin(Protocol):
    """Where a name comes from."""

    @property
    def status(self) -> str:
        """How sure that is."""
        ...


class NamedSo(Protocol):
    """A name of an entry in one language."""

    @property
    def text(self) -> str:
        """The name itself."""
        ...

    @property
    def type(self) -> str:
        """Whether it is a full form or stands for one."""
        ...

    @property
    def status(self) -> str:
        """Whether it is preferred, admitted, or not in use."""
        ...

    @property
    def provenance(self) -> Origin | None:
        """Where it comes from, if anybody knows."""
        ...


TermT = TypeVar("TermT", bound=NamedSo)


def other_name(terms: Sequence[NamedSo]) -> str:
    """Return the abbreviation of a name, or the full name of an abbreviation."""
    other = other_term(terms)
    return other.text if other else ""


def other_term(terms: Sequence[TermT]) -> TermT | None:
    """Return the abbreviation of the preferred name, or what it stands for.

    What has the preferred name in it stands beside it, and is neither.
    """
    preferred = terms[0]
    is_short = preferred.type in ABBREVIATED
    wanted = {TermType.FULL_FORM} if is_short else ABBREVIATED
    others = (
        row
        for row in terms[1:]
        if row.status == TermStatus.ADMITTED and row.type in wanted
    )
    return next((row for row in others if preferred.text not in row.text), None)


def name_lang(term: NamedSo, lang: str) -> str:
    """Return the language of a name in a section in ``lang``: some stay in English."""
    return "en" if origin_of(term) == ProvenanceStatus.KEPT_IN_ENGLISH else lang


def origin_of(term: NamedSo) -> str:
    """Return what is known of where a name comes from, empty where nothing is."""
    return term.provenance.status if term.provenance else ""
