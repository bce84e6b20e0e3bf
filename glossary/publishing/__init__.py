"""Publishes, withdraws and restores entries, and gives out the sequence.

A publication freezes what the public sees of one document. Where it changes what
another entry shows (a name, an address, a relation seen from its other end),
that entry is published again in the same transaction, so a public form never
depends on anything but its own publication.
"""

from glossary.publishing.candidates import form_to_be
from glossary.publishing.rules import (
    publish_revisions,
    republish_documents,
    restore_document,
    withdraw_document,
    withdraw_unneeded,
)

__all__ = [
    "form_to_be",
    "publish_revisions",
    "republish_documents",
    "restore_document",
    "withdraw_document",
    "withdraw_unneeded",
]
