"""Fields to fill in, as RTF keeps them."""

from __future__ import annotations

from dataclasses import dataclass, field

_BOX, _LIST = 1, 2
_AS_AT_FIRST = 25


@dataclass(slots=True)
class Form:
    """What is known of one field."""

    kind: int = 0
    chosen: int = _AS_AT_FIRST
    at_first: int = 0
    choices: list[str] = field(default_factory=list)

    def filled_in(self) -> str:
        """Return what stands in a box to tick or a list to choose from."""
        found = self.at_first if self.chosen == _AS_AT_FIRST else self.chosen
        if self.kind == _BOX:
            return "☒" if found else "☐"
        is_there = self.kind == _LIST and 0 <= found < len(self.choices)
        return self.choices[found] if is_there else ""
