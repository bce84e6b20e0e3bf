"""What goes into a vocabulary: the forms in which terms are written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a term of ``entry`` in the language ``lang``.

    ``name`` says how it came about (``exact``, ``plural``, ``soft-mutation`` and
    so on). Acronyms and codes are ``case_sensitive``; ``also_small`` says that one is
    no word besides, and is meant in small letters, too. The patterns ``unless`` which
    and ``only`` with which the form is meant are those of ``patterns``.
    """

    text: str
    entry: str
    lang: str
    name: str = "exact"
    case_sensitive: bool = False
    unless: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    also_small: bool = False

    @property
    def has_rules(self) -> bool:
        """Whether it depends on what is around the form that it is meant."""
        return bool(self.unless or self.only)


class Places:
    """The order of forms. Worked out when first asked."""

    def __init__(self, forms: Sequence[Form]) -> None:
        self._forms = forms

    def of(self, form: Form) -> int:
        """Return which of the forms ``form`` is, from 0 on."""
        return self._places[id(form)]

    @cached_property
    def _places(self) -> Mapping[int, int]:
        return {id(form): place for place, form in enumerate(self._forms)}
