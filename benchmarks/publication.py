"""Publishes a new name of one entry, and says when, as JSON.

``python -m benchmarks.publication NUMBER`` changes a made-up entry of the database
that the settings name, by the project's own rules.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from glossary.document import EntryDocument


def main(number: int) -> None:
    """Publish, and print the name, the entry and the time of the commit."""
    from django.db import transaction

    from benchmarks.entries import entry_id
    from glossary.document import DocumentKind, EntryDocument, Name, read_json
    from glossary.models import CommandLine, locked_dataset
    from glossary.publishing import publish_revisions
    from glossary.review import add_reviewed_elsewhere, newest_approved

    changed, actor = (
        Name(DocumentKind.ENTRY, entry_id(number)),
        CommandLine("benchmark"),
    )
    with transaction.atomic():
        locked_dataset()
        last = newest_approved([changed])[changed]
        before = read_json(EntryDocument, last.document)
        after = _renamed(before, f"{before.id} {time.time_ns():x}")
        revisions = add_reviewed_elsewhere([after], review=last.review, actor=actor)
        publish_revisions(revisions=revisions, actor=actor)
    name = after.languages["en"].preferred.text
    print(json.dumps({"id": changed.key, "name": name, "at": time.time()}))


def _renamed(document: EntryDocument, name: str) -> EntryDocument:
    english = document.languages["en"]
    term = english.preferred.model_copy(update={"text": name, "plural": None})
    changed = english.model_copy(
        update={"terms": (term, *english.terms[1:]), "edition": None, "matches": None}
    )
    return document.model_copy(
        update={"languages": {**document.languages, "en": changed}}
    )


if __name__ == "__main__":
    django.setup()
    main(int(sys.argv[1]))
