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
    require_unmerged,
)
from glossary.review.authors import is_check, text_of_check
from glossary.review.checks import begin_check
from glossary.review.differences import (
    COUNTED,
    at_place,
    changed_languages,
    changed_places,
    language_of,
)
from glossary.review.drafts import (
    WRITTEN,
    Draft,
    abandon_draft,
    begin_draft,
    may_abandon,
    save_draft,
)
from glossary.review.looks import look_at
from glossary.review.merging import Merged, bring_up_to_date
from glossary.review.notes import require_note
from glossary.review.sign_offs import (
    SIGNABLE,
    Asked,
    Void,
    given_sign_offs,
    honest_sign_offs,
    judged_sign_offs,
    missing_sign_offs,
    places_changed,
    possible_sign_offs,
    require_may_sign_off,
    require_signable,
    required_sign_offs,
    roles_of,
    signed_off_by,
    still_required,
)
from glossary.review.steps import (
    ConflictError,
    may_be_returned,
    return_to_writer,
    sign_off,
    take_back,
)
from glossary.review.submitting import submit_draft
from glossary.review.waiting import Waiting, sign_offs_due, waiting_for
from glossary.review.words import Piece, difference

__all__ = [
    "COUNTED",
    "SIGNABLE",
    "WRITTEN",
    "Asked",
    "ConflictError",
    "Draft",
    "Merged",
    "Piece",
    "Void",
    "Waiting",
    "abandon_draft",
    "add_copy",
    "add_entries",
    "add_reviewed_elsewhere",
    "at_place",
    "begin_check",
    "begin_draft",
    "bring_up_to_date",
    "changed_languages",
    "changed_places",
    "difference",
    "given_sign_offs",
    "honest_sign_offs",
    "is_check",
    "judged_sign_offs",
    "language_of",
    "look_at",
    "may_abandon",
    "may_be_returned",
    "missing_sign_offs",
    "newest_approved",
    "places_changed",
    "possible_sign_offs",
    "require_may_sign_off",
    "require_note",
    "require_signable",
    "require_unmerged",
    "required_sign_offs",
    "return_to_writer",
    "roles_of",
    "save_draft",
    "sign_off",
    "sign_offs_due",
    "signed_off_by",
    "still_required",
    "submit_draft",
    "take_back",
    "text_of_check",
    "waiting_for",
]
