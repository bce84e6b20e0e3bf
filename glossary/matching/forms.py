"""What goes into a vocabulary: the forms in which terms are written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a term of ``entry`` in the language ``lang``.

    ``name`` says how it came about (``exact``, ``plural``, ``soft-mutation`` and
    so on). Acronyms and codes are ``case_sensitive``. Inside one of the phrases
    of ``not_inside``, in whichever language, the form is something else.
    """

    text: str
    entry: str
    lang: str
    name: str = "exact"
    case_sensitive: bool = False
    not_inside: tuple[str, ...] = ()
