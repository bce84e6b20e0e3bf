"""Publishes, withdraws and restores entries, and gives out the sequence.

A publication freezes what the public sees of one entry. Where it changes what
another entry shows (a name, an address, a relation seen from its other end),
that entry is published again in the same transaction, so a public form never
depends on anything but its own publication.
"""

from glossary.publishing.drafts import NO_NOTE, Note
from glossary.publishing.numbering import locked_dataset, move_reference
from glossary.publishing.rules import (
    publish_revisions,
    refresh_publications,
    republish_entries,
    restore_entry,
    withdraw_entry,
)

__all__ = [
    "NO_NOTE",
    "Note",
    "locked_dataset",
    "move_reference",
    "publish_revisions",
    "refresh_publications",
    "republish_entries",
    "restore_entry",
    "withdraw_entry",
]
