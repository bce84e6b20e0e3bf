"""What the clients have in common: what they are given, and what comes of it.

To each question there came a ``status`` and an ``answer``, and ``known`` is what the
client makes of that; or there is a ``problem``, what it has against the question or
against the answer.
"""

from __future__ import annotations

from typing import Any

LOST = "an answer that lacks its first member"
"""Judged like the others: whoever has nothing against it judges nothing."""


def given(**values: Any) -> dict[str, Any]:
    """Return what is given, without what is empty."""
    return {name: value for name, value in values.items() if value}
