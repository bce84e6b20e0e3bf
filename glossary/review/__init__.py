"""Revisions: how a document comes to be one that can be published.

Nothing becomes public but an approved revision. One that is written here is approved
when persons who had no part in it have signed it off (``sign_offs`` has the rule,
``drafts`` and ``steps`` the way there). Content that was reviewed elsewhere comes in
by an act of its own, and says what that review consisted of.
"""

from glossary.review.arrivals import (
    add_copy,
    add_entries,
    add_reviewed_elsewhere,
    newest_approved,
)
from glossary.review.differences import changed_languages, changed_places
from glossary.review.drafts import (
    WRITTEN,
    Draft,
    abandon_draft,
    begin_draft,
    save_draft,
)
from glossary.review.notes import require_note
from glossary.review.sign_offs import (
    Asked,
    given_sign_offs,
    missing_sign_offs,
    places_changed,
    require_may_sign_off,
    required_sign_offs,
    roles_of,
    signed_off_by,
    still_required,
)
from glossary.review.steps import (
    ConflictError,
    return_to_writer,
    sign_off,
    submit_draft,
    take_back,
)
from glossary.review.words import Piece, difference

__all__ = [
    "WRITTEN",
    "Asked",
    "ConflictError",
    "Draft",
    "Piece",
    "abandon_draft",
    "add_copy",
    "add_entries",
    "add_reviewed_elsewhere",
    "begin_draft",
    "changed_languages",
    "changed_places",
    "difference",
    "given_sign_offs",
    "missing_sign_offs",
    "newest_approved",
    "places_changed",
    "require_may_sign_off",
    "require_note",
    "required_sign_offs",
    "return_to_writer",
    "roles_of",
    "save_draft",
    "sign_off",
    "signed_off_by",
    "still_required",
    "submit_draft",
    "take_back",
]
