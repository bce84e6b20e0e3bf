"""How words look, as far as it matters to who reads them."""

from __future__ import annotations

from typing import NamedTuple


class Look(NamedTuple):
    """Whether words are hidden or raised, and their font; None: nothing is said."""

    is_hidden: bool | None = None
    is_raised: bool | None = None
    font: str | None = None

    def over(self, other: Look) -> Look:
        """Return this look with what another one says where this says nothing."""
        return Look(
            other.is_hidden if self.is_hidden is None else self.is_hidden,
            other.is_raised if self.is_raised is None else self.is_raised,
            other.font if self.font is None else self.font,
        )


PLAIN = Look()
MOST_BASES = 50
"""Styles that are based on one another, until it is a circle."""
