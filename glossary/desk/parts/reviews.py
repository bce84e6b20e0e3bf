"""What is said in a review, in words: who is asked, and why a text came back."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from glossary.closed_lists import RemarkReason, SignOffRole

ROLES = {
    SignOffRole.EDITOR: _("An editor"),
    SignOffRole.WELSH_LANGUAGE: _("A Welsh-language editor"),
    SignOffRole.SUBJECT_EXPERT: _("A subject expert"),
    SignOffRole.LIVED_EXPERIENCE: _("A person with lived experience"),
}
"""Who is asked to sign a text off."""
REASONS = {
    RemarkReason.HARD_TO_READ: _("Hard to read"),
    RemarkReason.NOT_RIGHT: _("Not right"),
    RemarkReason.NO_SOURCE: _("No source says so"),
    RemarkReason.OUT_OF_DATE: _("Out of date"),
    RemarkReason.COULD_HURT: _("It could hurt somebody"),
    RemarkReason.LANGUAGES_DIFFER: _("The languages do not say the same"),
    RemarkReason.POOR_WELSH: _("The Welsh is not good enough"),
    RemarkReason.MISSING: _("Something is missing"),
    RemarkReason.OTHER: _("Another reason"),
}
"""Why a text went back to its writer."""
