"""A helpline, as a file has it."""

from __future__ import annotations

from typing import Any


def helpline(**values: Any) -> dict[str, Any]:
    """Return a valid helpline in both languages."""
    words = {"name": "A line", "who_for": "For you.", "checked_where": "Its page."}
    return {
        "id": "a-line",
        "audience": "adults",
        "areas": ["wales"],
        "speaks": ["en", "cy"],
        "phone": "0800 000 000",
        "web": "https://line.example/",
        "languages": {"en": words, "cy": dict(words)},
        "status": "checked",
        "source": "https://line.example/contact/",
        "checked_on": "2026-11-21",
        "review_by": "2027-05-21",
        **values,
    }
