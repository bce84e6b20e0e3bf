"""What was done, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from glossary.models import Action

if TYPE_CHECKING:
    from glossary.models import Event

ACTIONS = {
    Action.CONTENT_LOADED: _("Content was loaded"),
    Action.DRAFT_BEGUN: _("A draft was begun"),
    Action.DRAFT_SAVED: _("A draft was saved"),
    Action.DRAFT_MERGED: _("A draft was brought up to date"),
    Action.DRAFT_ABANDONED: _("A draft was given up"),
    Action.CHECK_BEGUN: _("Others were asked to check what is public"),
    Action.SUBMITTED: _("A text was submitted"),
    Action.TAKEN_BACK: _("A text was taken back"),
    Action.RETURNED: _("A text was returned to its writer"),
    Action.SIGNED_OFF: _("A text was signed off"),
    Action.APPROVED: _("A text was approved"),
    Action.PUBLISHED: _("It was published"),
    Action.REFRESHED: _("It was published again, as something it shows had changed"),
    Action.CHECKED: _("What is public was checked as it is"),
    Action.WITHDRAWN: _("It was withdrawn"),
    Action.RESTORED: _("It was brought back"),
    Action.ERASED: _("A document was erased for ever"),
    Action.EARLIER_ERASED: _("Earlier texts were erased for ever"),
    Action.ERASURE_ASKED: _("Somebody asked to erase something"),
    Action.ERASURE_DECLINED: _("A wish to erase was declined"),
    Action.ERASURE_DONE: _("Something was erased for ever"),
    Action.ERASURE_CONFIRMED: _("A second person confirmed what was erased"),
    Action.ERASURE_REPEATED: _("What a backup had brought back was erased again"),
    Action.MERGED: _("An entry was merged into another one"),
    Action.SCHEDULED: _("Publishing was planned"),
    Action.SCHEDULE_CANCELLED: _("A plan to publish was cancelled"),
    Action.SCHEDULE_MET: _("What was planned was published"),
    Action.SCHEDULE_FAILED: _("What was planned could not be published"),
    Action.DEMO_FILLED: _("Invented people and work were made, for trying"),
    Action.KEY_ISSUED: _("A key was issued"),
    Action.KEY_REVOKED: _("A key was revoked"),
    Action.SUGGESTIONS_FORGOTTEN: _("Words that readers sent were deleted"),
    Action.ACCOUNT_ADDED: _("An account was made"),
    Action.ACCOUNT_ALLOWED: _("An account may do more"),
    Action.ACCOUNT_FORBIDDEN: _("An account may do less"),
    Action.ACCOUNT_CLOSED: _("An account was closed"),
    Action.ACCOUNT_REOPENED: _("An account was opened again"),
    Action.ACCOUNTS_ARE_ONE_PERSON: _("Accounts were marked as one person's"),
    Action.ACCOUNT_IS_OWN_PERSON: _("An account was marked as nobody else's"),
    Action.CLAIMED: _("Somebody said that they do it"),
    Action.CLAIM_RELEASED: _("Somebody left it to others"),
    Action.DIGEST_ASKED_FOR: _("Somebody asked for letters by e-mail"),
    Action.DIGEST_STOPPED: _("Somebody wants no letters any more"),
    Action.DIGESTS_SENT: _("Letters were sent"),
    Action.PASSWORD_CHANGED: _("A password was changed"),
    Action.ACCOUNT_INVITED: _("Somebody was sent a link to choose a password"),
    Action.EMAIL_CHANGED: _("An e-mail address was changed"),
    Action.SESSIONS_ENDED: _("Sessions were ended"),
    Action.FACTOR_ADDED: _("A second factor was added"),
    Action.FACTOR_REMOVED: _("A second factor was removed"),
    Action.FACTORS_RESET: _("All second factors of somebody were removed"),
    Action.RECOVERY_CODES_MADE: _("Codes on paper were made"),
    Action.RECOVERY_CODE_USED: _("A code on paper was used"),
}
"""Every act has words; a test asks for them."""


def in_words(action: str) -> str:
    """Return what was done; a code that this release does not know stays as it is."""
    return str(ACTIONS[Action(action)]) if action in Action.values else action


def all_details(event: Event) -> dict[str, object]:
    """Return what was noted beside an act, with what was said to those who write.

    That stands beside the text that it is about, to be erased with it: what an event
    says stays for ever.
    """
    said = event.publication.comment if event.publication else ""
    return {**event.details, "comment": said} if said else event.details
