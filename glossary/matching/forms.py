"""What goes into a vocabulary: the forms in which terms are written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a term of ``entry`` in the language ``lang``.

    ``name`` says how it came about (``exact``, ``plural``, ``soft-mutation`` and
    so on). Acronyms and codes are ``case_sensitive``. The patterns ``unless`` which
    and ``only`` with which the form is meant are those of ``patterns``.
    """

    text: str
    entry: str
    lang: str
    name: str = "exact"
    case_sensitive: bool = False
    unless: tuple[str, ...] = ()
    only: tuple[str, ...] = ()

    @property
    def has_rules(self) -> bool:
        """Whether it depends on what is around the form that it is meant."""
        return bool(self.unless or self.only)
