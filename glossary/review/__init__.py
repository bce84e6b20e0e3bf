"""Revisions: how a document comes to be one that can be published.

Nothing becomes public but an approved revision. Content that was reviewed elsewhere
comes in by an act of its own, and says what that review consisted of.
"""

from glossary.review.arrivals import add_copy, add_reviewed_elsewhere, newest_approved
from glossary.review.sign_offs import missing_sign_offs

__all__ = [
    "add_copy",
    "add_reviewed_elsewhere",
    "missing_sign_offs",
    "newest_approved",
]
