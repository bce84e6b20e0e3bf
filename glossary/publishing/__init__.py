"""Publishes, withdraws, restores and erases documents, and gives out the sequence.

A publication freezes what the public sees of one document. Where it changes what
another entry shows (a name, an address, a relation seen from its other end),
that entry is published again in the same transaction, so a public form never
depends on anything but its own publication.
"""

from glossary.publishing.candidates import form_to_be
from glossary.publishing.clock import readings
from glossary.publishing.conditions import hindrances
from glossary.publishing.copies import TEXTS
from glossary.publishing.erased_list import Listed, read_list
from glossary.publishing.erasing import (
    ask_to_erase,
    confirm_erasure,
    decline_erasure,
    erase_again,
    erase_alone,
)
from glossary.publishing.erasing_keys import KEYS
from glossary.publishing.finding import Found, find_words
from glossary.publishing.foresight import Foreseen, foresee
from glossary.publishing.going import clear_files, is_here
from glossary.publishing.merging import merge_entries
from glossary.publishing.rules import (
    publish_revisions,
    republish_documents,
    restore_document,
    withdraw_document,
    withdraw_unneeded,
)
from glossary.publishing.schedules import (
    Outcome,
    cancel_schedule,
    parts_due,
    publish_due,
    schedule_publication,
    why_not_met,
)

__all__ = [
    "KEYS",
    "TEXTS",
    "Foreseen",
    "Found",
    "Listed",
    "Outcome",
    "ask_to_erase",
    "cancel_schedule",
    "clear_files",
    "confirm_erasure",
    "decline_erasure",
    "erase_again",
    "erase_alone",
    "find_words",
    "foresee",
    "form_to_be",
    "hindrances",
    "is_here",
    "merge_entries",
    "parts_due",
    "publish_due",
    "publish_revisions",
    "read_list",
    "readings",
    "republish_documents",
    "restore_document",
    "schedule_publication",
    "why_not_met",
    "withdraw_document",
    "withdraw_unneeded",
]
