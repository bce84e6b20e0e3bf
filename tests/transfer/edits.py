"""What editors and files change: the same small change of every kind of document."""

from __future__ import annotations

import json
from typing import Any

import pytest

from glossary.closed_lists import WithdrawalReason
from glossary.document import SHAPES, Document, Name, parse_shape, to_json
from glossary.models import Event, Link, LoadedDocument, Publication, Revision
from glossary.publishing import publish_revisions, withdraw_document
from glossary.review import newest_approved
from tests.factories import OPERATOR, revision_of

ENTRY, SOURCE = "entry/problem-profile", "source/report-2023"
TOPIC, HELPLINE = "topic/people", "helpline/a-line"
REVIEW = "review/a-review"
PLACES = {
    ENTRY: ("languages", "en", "short"),
    SOURCE: ("title",),
    TOPIC: ("languages", "en", "label"),
    HELPLINE: ("languages", "en", "who_for"),
    REVIEW: ("statement", "en"),
}
"""Where each of these documents says what is changed of it."""

KINDS = [pytest.param(name, id=name.partition("/")[0]) for name in PLACES]
GOES = [pytest.param(name, id=name.partition("/")[0]) for name in PLACES][:-1]
"""What a folder can be without. It has a record of a review always."""


def change(folder, name, text="Changed in the file."):
    """Change what the folder says."""
    with folder.opened(name) as row:
        _put(row, PLACES[name], text)


def edit(name, text="Edited here."):
    """Publish another text, as an editor would; return its revision."""
    revision = approve(revised(name, text))
    publish_revisions(revisions=[revision], actor=OPERATOR)
    return revision


def approve(document):
    """Approve a document here, and publish nothing."""
    is_review = document.name.kind == "review"
    return revision_of(document, document.key if is_review else "here")


def revised(name: str, text: str) -> Document:
    """Return what is here with another text, its editions to be counted anew."""
    found = newest_approved([Name.parse(name)])[Name.parse(name)].read()
    data = json.loads(to_json(found))
    for section in data.get("languages", {}).values():
        section.pop("edition", None)
        section.pop("matches", None)
    _put(data, PLACES[name], text)
    return parse_shape(SHAPES[found.document_kind], data)


def current(name: str) -> Publication:
    """Return what is published of a document now, a tombstone too."""
    kind, key = Name.parse(name)
    return Publication.objects.current().get(kind=kind, key=key)


def said(name: str) -> Any:
    """Return what readers are told; nothing where it is withdrawn."""
    row = current(name)
    if row.change == "withdrawn":
        return None
    data: Any = row.revision.read().model_dump()
    for step in PLACES[name]:
        data = data[step]
    return data


def withdraw(name: str, reason: WithdrawalReason = WithdrawalReason.MISTAKE) -> None:
    """Take a document from the public, and before it everything that needs it."""
    found = Name.parse(name)
    needing = Link.objects.filter(other_kind=found.kind, other=found.key)
    for row in needing.exclude(other_kind="entry"):
        if row.name != found and current(str(row.name)).change != "withdrawn":
            withdraw(str(row.name), reason)
    withdraw_document(name=found, actor=OPERATOR, reason=reason)


def count_of_everything():
    """Return how many rows there are of all that a load can write."""
    tables = (Event, Link, LoadedDocument, Publication, Revision)
    return [table.objects.count() for table in tables]


def _put(row: Any, place: tuple[str, ...], text: str) -> None:
    *way, last = place
    for step in way:
        row = row[step]
    row[last] = text
