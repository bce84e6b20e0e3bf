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
    from glossary.models import Revision


def main(number: int) -> None:
    """Publish, and print the name, the entry and the time of the commit."""
    from django.db import transaction

    from benchmarks.entries import entry_id
    from glossary.document import apply_documents, compose_documents
    from glossary.models import CommandLine
    from glossary.publishing import publish_revisions

    changed = entry_id(number)
    with transaction.atomic():
        before = compose_documents([changed])[changed]
        after = _renamed(before, f"{before.id} {time.time_ns():x}")
        apply_documents([after])
        publish_revisions(
            revisions=[_approved(changed)], actor=CommandLine("benchmark")
        )
    name = after.languages["en"].preferred.text
    print(json.dumps({"id": changed, "name": name, "at": time.time()}))


def _renamed(document: EntryDocument, name: str) -> EntryDocument:
    english = document.languages["en"]
    term = english.preferred.model_copy(update={"text": name, "plural": None})
    changed = english.model_copy(
        update={"terms": (term, *english.terms[1:]), "edition": None, "matches": None}
    )
    return document.model_copy(
        update={"languages": {**document.languages, "en": changed}}
    )


def _approved(entry_id: str) -> Revision:
    from django.utils import timezone

    from glossary.document import compose_documents, to_json
    from glossary.models import Arrival, Revision, RevisionStatus

    return Revision.objects.create(
        entry_id=entry_id,
        number=Revision.objects.filter(entry_id=entry_id).count() + 1,
        document=to_json(compose_documents([entry_id])[entry_id]),
        status=RevisionStatus.APPROVED,
        arrival=Arrival.REVIEWED_ELSEWHERE,
        review_record={"record": "benchmark", "signed_off": {}},
        created_at=timezone.now(),
    )


if __name__ == "__main__":
    django.setup()
    main(int(sys.argv[1]))
