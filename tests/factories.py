"""Plain functions that make one valid object in a named state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import Permission
from django.utils import timezone

from glossary.document import (
    EntryDocument,
    apply_documents,
    compose_documents,
    parse_document,
    to_json,
)
from glossary.models import Arrival, CommandLine, Revision, RevisionStatus, Source, User
from glossary.publishing import Note, publish_revisions, restore_entry, withdraw_entry
from glossary.text import slug

if TYPE_CHECKING:
    from glossary.models import Publication

OPERATOR = CommandLine("operator")
WORDS = {
    "problem-profile": ("problem profile", "proffil problem"),
    "chief-constable": ("chief constable", "prif gwnstabl"),
    "police-force": ("police force", "heddlu"),
    "grooming": ("grooming", "meithrin perthynas amhriodol"),
}


def person(*acts: str, name: str = "somebody", **values: Any) -> User:
    """Return somebody who may do these acts."""
    user = User.objects.create_user(name, **values)
    user.user_permissions.set(Permission.objects.filter(codename__in=acts))
    return user


def source(source_id: str = "report-2023", **values: Any) -> Source:
    """Return a public document."""
    defaults = {
        "kind": "document",
        "title": "A report",
        "publisher": "The inspectors",
        "url": "https://report.example/",
        "lang": "en",
        "licence": "OGL-UK-3.0",
    }
    return Source.objects.update_or_create(pk=source_id, defaults=defaults | values)[0]


def section(text: str, lang: str = "en", **values: Any) -> dict[str, Any]:
    """Return one language of an entry, as a file has it."""
    term: dict[str, Any] = {"text": text, "type": "full-form", "status": "preferred"}
    if lang != "en":
        term["provenance"] = {"status": "proposed"}
    return {
        "slug": slug(text),
        "terms": [term],
        "short": f"What {text} means.",
        **values,
    }


def entry_data(entry_id: str = "problem-profile", **values: Any) -> dict[str, Any]:
    """Return an entry in both languages, as a file has it."""
    english, welsh = WORDS.get(entry_id, (entry_id.replace("-", " "), f"{entry_id} cy"))
    return {
        "id": entry_id,
        "kind": "policing-practice",
        "topics": ["police-data"],
        "applies_in": ["england", "wales"],
        "as_at": "2024-12-31",
        "languages": {"en": section(english), "cy": section(welsh, "cy")},
        "citations": [
            {"source": "report-2023", "quotation": "in its own words", "lang": "en"}
        ],
        "review": {"checked_on": "2026-11-21", "check_due": "2027-05-21"},
        **values,
    }


def document(entry_id: str = "problem-profile", **values: Any) -> EntryDocument:
    """Return a valid entry document."""
    return parse_document(entry_data(entry_id, **values))


def approved_revision(given: EntryDocument) -> Revision:
    """Return a revision of ``given`` that can be published; its source exists."""
    for source_id in given.source_ids:
        source(source_id)
    apply_documents([given])
    composed = compose_documents([given.id])[given.id]
    return Revision.objects.create(
        entry_id=given.id,
        number=Revision.objects.filter(entry_id=given.id).count() + 1,
        document=to_json(composed),
        status=RevisionStatus.APPROVED,
        arrival=Arrival.REVIEWED_ELSEWHERE,
        review_record={"record": "tests", "signed_off": {}},
        created_at=timezone.now(),
    )


def published(entry_id: str = "problem-profile", **values: Any) -> Publication:
    """Return the newest publication of an entry that the public sees."""
    revision = approved_revision(document(entry_id, **values))
    return publish_revisions(revisions=[revision], actor=OPERATOR)[0]


def withdrawn(
    entry_id: str = "problem-profile", reason: str = "-", lang: str = "en"
) -> Publication:
    """Take an entry from the public and return its tombstone."""
    note = Note(reason, lang)
    return withdraw_entry(entry_id=entry_id, actor=OPERATOR, reason=note)[0]


def restored(entry_id: str = "problem-profile") -> Publication:
    """Bring a withdrawn entry back and return its publication."""
    return restore_entry(entry_id=entry_id, actor=OPERATOR)[0]
