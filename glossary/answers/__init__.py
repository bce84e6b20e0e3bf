"""Complete public answers, held in the process and given before Django works.

A public answer depends on what was negotiated, on the version of the content, and
on nothing else, so it can be given again as it is. Django says of each answer
whether that holds, by ``hold``. What somebody looks for is never held, and no
header is: only what was made of it.
"""

from __future__ import annotations

from glossary.answers.asked import Asked, address_of
from glossary.answers.layer import (
    FIELDS,
    HOLD,
    OURS,
    REFUSAL,
    HeldAnswers,
    hold,
    with_limits,
)
from glossary.answers.present import present_at_hand
from glossary.answers.representations import Given
from glossary.answers.unheld import Unheld

SHARED = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": (
        "ETag, Link, Retry-After, RateLimit, RateLimit-Policy, Content-Language"
    ),
}
"""What lets the pages of other sites read an answer of the API (Fetch standard)."""

__all__ = [
    "FIELDS",
    "HOLD",
    "OURS",
    "REFUSAL",
    "SHARED",
    "Asked",
    "Given",
    "HeldAnswers",
    "Unheld",
    "address_of",
    "hold",
    "present_at_hand",
    "with_limits",
]
