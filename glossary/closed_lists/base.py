"""What every closed list is."""

from __future__ import annotations

from enum import StrEnum


class ClosedList(StrEnum):
    """Some codes, in the order in which they are listed."""

    @classmethod
    def values(cls) -> list[str]:
        """Return the codes as plain strings, as constraints of tables have them."""
        return [code.value for code in cls]

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Return the same as the choices of a column, which shows them as they are."""
        return [(code, code) for code in cls.values()]
