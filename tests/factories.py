"""Plain functions that make one valid object in a named state."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import Permission

from glossary import languages
from glossary.closed_lists import WithdrawalReason
from glossary.document import (
    Document,
    DocumentKind,
    DocumentT,
    EntryDocument,
    Name,
    ReviewRecord,
    SourceDocument,
    TopicDocument,
    parse_document,
    parse_shape,
    to_json,
)
from glossary.models import (
    CommandLine,
    Note,
    Publication,
    Revision,
    SuggestedWord,
    User,
)
from glossary.publishing import (
    publish_revisions,
    restore_document,
    withdraw_document,
)
from glossary.review import add_reviewed_elsewhere, newest_approved
from glossary.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def named(entry_id: str) -> Name:
    """Return the name of an entry."""
    return Name(DocumentKind.ENTRY, entry_id)


def record(name: str = "tests", **signed_off: list[str]) -> ReviewRecord:
    """Return a public record of a review, in which nobody signed off unless told."""
    return on_show(_record(name, **signed_off), review=name)


def noted(revision: Revision, note: Note) -> Revision:
    """Return a revision with a line for readers, as if it had come in with it."""
    rows = Revision.objects.filter(pk=revision.pk)
    rows.update(note=note.text, note_lang=note.lang)
    return rows.get()


def suggested(
    text: str,
    count: int = 1,
    lang: str = "en",
    *,
    month: dt.date,
    met_in: str = "report",
) -> SuggestedWord:
    """Return a word that readers have sent so often, all in one month."""
    return SuggestedWord.objects.create(
        key=languages.get(lang).folding.key(text),
        word=text,
        lang=lang,
        met_in=met_in,
        count=count,
        first_month=month,
        last_month=month,
    )


def source(source_id: str = "report-2023", **values: Any) -> SourceDocument:
    """Return a public source."""
    return on_show(_source(source_id, **values))


def _record(name: str, **signed_off: list[str]) -> ReviewRecord:
    data = {"record": name, "signed_off": signed_off, "statement": {"en": "Nobody."}}
    return parse_shape(ReviewRecord, data)


def _source(source_id: str, **values: Any) -> SourceDocument:
    data = {
        "id": source_id,
        "kind": "document",
        "title": "A report",
        "publisher": "The inspectors",
        "url": "https://report.example/",
        "lang": "en",
        "licence": "OGL-UK-3.0",
        **values,
    }
    return parse_shape(SourceDocument, data)


def topic(topic_id: str, position: int = 0, **labels: str) -> TopicDocument:
    """Return a public topic that has these labels."""
    data = {
        "id": topic_id,
        "position": position,
        "languages": {
            lang: {"label": label, "description": "What it is."}
            for lang, label in labels.items()
        },
    }
    return on_show(parse_shape(TopicDocument, data))


def on_show(document: DocumentT, review: str = "tests") -> DocumentT:
    """Make a document public as it is, unless it is so already; return it."""
    newest = newest_approved([document.name]).get(document.name)
    if newest is None or newest.document != to_json(document):
        publish(document, review=review)
    return document


def publish(*documents: Document, review: str = "tests") -> dict[Name, Publication]:
    """Publish documents together, with whatever they stand on that is not there yet."""
    given = {document.name: document for document in documents}
    new = [row for row in _ground(documents, review) if row.name not in given]
    revisions = add_reviewed_elsewhere(
        [*new, *documents], review=review, actor=OPERATOR
    )
    rows = publish_revisions(revisions=revisions, actor=OPERATOR)
    return {row.name: row for row in rows}


def revision_of(document: Document, review: str = "tests") -> Revision:
    """Return an approved revision of a document; what it stands on is public."""
    ground = [row for row in _ground([document], review) if row.name != document.name]
    if ground:
        publish(*ground, review=review)
    return add_reviewed_elsewhere([document], review=review, actor=OPERATOR)[0]


def _ground(documents: Iterable[Document], review: str) -> list[Document]:
    """Return the record and the sources that these need and that are not public."""
    sources = {
        key
        for row in documents
        if isinstance(row, EntryDocument)
        for key in row.source_ids
    }
    wanted = [_record(review), *(_source(key) for key in sorted(sources))]
    here = newest_approved([row.name for row in wanted])
    return [row for row in wanted if row.name not in here]


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


def approved_revision(given: EntryDocument, review: str = "tests") -> Revision:
    """Return a revision of ``given`` that can be published."""
    return revision_of(given, review)


def published(entry_id: str = "problem-profile", **values: Any) -> Publication:
    """Return the newest publication of an entry that the public sees."""
    given = document(entry_id, **values)
    return publish(given)[given.name]


def withdrawn(
    entry_id: str = "problem-profile",
    reason: WithdrawalReason = WithdrawalReason.MISTAKE,
) -> Publication:
    """Take an entry from the public and return its tombstone."""
    return withdraw_document(name=named(entry_id), actor=OPERATOR, reason=reason)[0]


def restored(entry_id: str = "problem-profile") -> Publication:
    """Bring a withdrawn entry back and return its publication."""
    return restore_document(name=named(entry_id), actor=OPERATOR)[0]
