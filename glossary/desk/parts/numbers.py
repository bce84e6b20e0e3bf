"""Numbers to ring that changed, and that nobody has seen on a page since.

The pages on which a helpline's number was seen stay as they are when somebody types
another number: they vouch for the old one.
"""

from __future__ import annotations

from typing import Any

_NUMBERS = ("phone", "text")


def unseen_numbers(before: Any, after: Any) -> list[str]:
    """Return the places of numbers that are others than ``before`` and vouched by none.

    A page that shows the number and was seen anew vouches for it, and so does a day
    on which somebody rang. Both are helplines as JSON has them, finished or not.
    """
    if not isinstance(before, dict) or not isinstance(after, dict):
        return []
    known = _pages(before)
    is_seen = any(row not in known for row in _pages(after))
    if is_seen or after.get("rung_on") != before.get("rung_on"):
        return []
    changed = [one for one in _NUMBERS if after.get(one) != before.get(one)]
    return [f"/{one}" for one in changed if after.get(one)]


def _pages(helpline: dict[str, Any]) -> list[Any]:
    """Return the pages that are said to show the number."""
    rows = helpline.get("seen")
    pages = rows if isinstance(rows, list) else []
    return [row for row in pages if isinstance(row, dict) and row.get("shows_number")]
