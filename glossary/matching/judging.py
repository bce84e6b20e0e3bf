"""Says whether a form is meant where it stands: by its rules, and by the text's own.

Where the text says what an abbreviation stands for, that holds for the whole of it.
An abbreviation of another language than the text's is meant where the text says so,
or says nothing else. A text that is nothing but the term is asking about it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary.matching.definitions import Definitions
from glossary.matching.neighbours import Neighbours
from glossary.matching.whole import Whole

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from glossary.matching.abbreviations import Abbreviations
    from glossary.matching.coding import Coded
    from glossary.matching.forms import Form, Places
    from glossary.matching.neighbours import Sides
    from glossary.matching.rules import Rules


class Background(NamedTuple):
    """What a vocabulary knows besides its forms, by language or altogether.

    ``places`` tell the order of the forms, ``clitics`` are what an apostrophe may join
    to a form, ``conjunctions`` the words for which ``&`` stands, each with the
    languages in which it does, ``field`` the families of phrases that tell what a text
    is about.
    """

    places: Places
    clitics: Mapping[str, frozenset[bytes]]
    conjunctions: Mapping[bytes, Collection[str]]
    abbreviations: Abbreviations
    field: Sequence[Sequence[str]]


class Judge:
    """Judges the forms in one text."""

    def __init__(self, coded: Coded, background: Background) -> None:
        self._neighbours = Neighbours(coded)
        self._definitions = Definitions(coded, background.abbreviations)
        self._whole = Whole(coded, background.field)

    def allows(
        self, form: Form, rules: Rules, start: int, end: int, *, is_foreign: bool
    ) -> bool:
        """Whether ``form`` is meant at ``codes[start:end]``, its clitic included."""
        sides = self._neighbours.beside(start, end, rules.before, rules.after)
        if rules.unless.fits(sides):
            return False
        if form.case_sensitive:
            is_own = self._definitions.of(form.entry)
            if is_own is not None:
                return is_own
        if any(map(self._whole.has, rules.unless.anywhere)):
            return False
        if not is_foreign and (not rules.only or self._has_what_it_needs(rules, sides)):
            return True
        return self._whole.is_only(start, end)

    def _has_what_it_needs(self, rules: Rules, sides: Sides) -> bool:
        """Whether one of the patterns fits of which one must."""
        return (
            rules.only.fits(sides)
            or (rules.only.asks_for_field and self._whole.is_about_field)
            or any(map(self._whole.has, rules.only.anywhere))
        )
