"""Brings in content that was reviewed elsewhere: first a plan, then all of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from glossary import languages
from glossary.document import (
    apply_documents,
    compare_documents,
    compose_documents,
    to_json,
)
from glossary.errors import DocumentError, PermissionDeniedError, Problem
from glossary.models import (
    Action,
    Arrival,
    Dataset,
    Entry,
    Event,
    Publication,
    Revision,
    RevisionStatus,
    Source,
    Topic,
    TopicLabel,
)
from glossary.permissions import can_load_reviewed_content
from glossary.publishing import publish_revisions, refresh_publications
from glossary.transfer.helplines import changed_helplines, write_helplines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.document import EntryDocument, TopicDocument
    from glossary.models import User
    from glossary.transfer.content import Content


@dataclass(frozen=True, slots=True)
class Plan:
    """What applying some content would do.

    ``changed`` holds, for each entry that would change, the places that differ.
    """

    content: Content
    new: Sequence[str]
    changed: dict[str, list[str]] = field(default_factory=dict)
    unchanged: Sequence[str] = ()
    sources: Sequence[str] = ()
    topics: Sequence[str] = ()
    helplines: Sequence[str] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing would change."""
        return not (self.new or self.changed or self.reference)

    @property
    def reference(self) -> list[str]:
        """What changes beside the entries: it makes the reference count move."""
        return [*self.sources, *self.topics, *self.helplines]


def plan_load(content: Content) -> Plan:
    """Return what bringing in ``content`` would change.

    Raises ``DocumentError`` where entries lead to topics, sources, languages or
    entries that do not exist.
    """
    problems = list(_loose_ends(content))
    if problems:
        raise DocumentError("The content does not hold together.", *problems)
    stored = compose_documents(content.entries)
    differences = {
        entry_id: compare_documents(stored[entry_id], document)
        for entry_id, document in content.entries.items()
        if entry_id in stored
    }
    return Plan(
        content=content,
        new=[entry_id for entry_id in content.entries if entry_id not in stored],
        changed={
            entry_id: places for entry_id, places in differences.items() if places
        },
        unchanged=[entry_id for entry_id, places in differences.items() if not places],
        sources=_changed_sources(content),
        topics=_changed_topics(content),
        helplines=changed_helplines(content.helplines),
    )


@transaction.atomic
def apply_plan(*, plan: Plan, actor: User | None) -> list[Publication]:
    """Do what ``plan`` says, all of it or nothing; return the publications.

    The revisions are recorded as reviewed elsewhere, with the content's own
    record of what that review consisted of. Raises ``PermissionDeniedError``.
    """
    if not can_load_reviewed_content(actor):
        raise PermissionDeniedError("You may not load reviewed content.")
    if plan.is_empty:
        return []
    _write_reference(plan)
    entry_ids = [*plan.new, *plan.changed]
    apply_documents([plan.content.entries[entry_id] for entry_id in entry_ids])
    revisions = _freeze(plan.content, entry_ids, actor)
    published = publish_revisions(revisions=revisions, actor=actor)
    if plan.sources and plan.unchanged:
        published += refresh_publications(actor=actor)
    details = {"digest": plan.content.digest, "entries": len(entry_ids)}
    Event.objects.record(Action.CONTENT_LOADED, actor=actor, details=details)
    return published


def _freeze(
    content: Content, entry_ids: Sequence[str], actor: User | None
) -> list[Revision]:
    """Return approved revisions that hold the entries as the tables now have them."""
    documents = compose_documents(entry_ids)
    numbers = dict(
        Entry.objects.filter(pk__in=entry_ids)
        .annotate(last=Max("revisions__number"))
        .values_list("pk", "last")
    )
    record = content.review.model_dump(mode="json")
    return Revision.objects.bulk_create(
        Revision(
            entry_id=entry_id,
            number=(numbers[entry_id] or 0) + 1,
            document=to_json(documents[entry_id]),
            status=RevisionStatus.APPROVED,
            arrival=Arrival.REVIEWED_ELSEWHERE,
            review_record=record,
            created_at=timezone.now(),
            created_by=actor,
        )
        for entry_id in entry_ids
    )


def _loose_ends(content: Content) -> Iterator[Problem]:
    """Yield a problem for everything that an entry points to and that is not there."""
    entries = {*content.entries, *Entry.objects.values_list("pk", flat=True)}
    sources = {*content.sources, *Source.objects.values_list("pk", flat=True)}
    slugs: dict[tuple[str, str], str] = {}
    for document in content.entries.values():
        for place, detail in _loose_ends_of(document, content, entries, sources):
            yield Problem(f"{document.id}.yaml#{place}", "unknown", detail)
        for lang, section in document.languages.items():
            owner = slugs.setdefault((lang, section.slug), document.id)
            if owner != document.id:
                detail = f"“{section.slug}” is the address of “{owner}” already"
                place = f"{document.id}.yaml#/languages/{lang}/slug"
                yield Problem(place, "address-taken", detail)


def _loose_ends_of(
    document: EntryDocument, content: Content, entries: set[str], sources: set[str]
) -> Iterator[tuple[str, str]]:
    for place, topic in enumerate(document.topics):
        if topic not in content.topics:
            yield f"/topics/{place}", f"there is no topic “{topic}”"
    for source in sorted(document.source_ids - sources):
        yield "/citations", f"there is no source “{source}”"
    for place, relation in enumerate(document.related):
        if relation.id not in entries:
            yield f"/related/{place}", f"there is no entry “{relation.id}”"
    for lang in document.languages:
        if lang not in languages.codes():
            yield f"/languages/{lang}", f"this installation has no language “{lang}”"


def _source_values(content: Content, source_id: str) -> dict[str, object]:
    document = content.sources[source_id]
    publisher = content.publishers.get(document.publisher)
    return {
        "kind": document.kind,
        "genre": document.genre or "",
        "title": document.title,
        "publisher": document.publisher,
        "publisher_names": publisher.languages if publisher else {},
        "url": str(document.url),
        "published_on": document.published_on,
        "licence": document.licence or "",
        "lang": document.lang,
        "note": document.note or "",
        "text_file": document.file or "",
    }


def _changed_sources(content: Content) -> list[str]:
    stored = Source.objects.in_bulk(content.sources)
    return [
        document.id
        for document in content.sources.values()
        if document.id not in stored
        or any(
            getattr(stored[document.id], name) != value
            for name, value in _source_values(content, document.id).items()
        )
    ]


def _topic_labels(document: TopicDocument) -> dict[str, tuple[str, str]]:
    return {
        lang: (text.label, text.description)
        for lang, text in document.languages.items()
    }


def _changed_topics(content: Content) -> list[str]:
    stored = {
        topic.id: (
            topic.position,
            {row.lang: (row.label, row.description) for row in topic.labels.all()},
        )
        for topic in Topic.objects.prefetch_related("labels")
    }
    return [
        document.id
        for position, document in enumerate(content.topics.values())
        if stored.get(document.id) != (position, _topic_labels(document))
    ]


def _write_reference(plan: Plan) -> None:
    """Write what changed beside the entries, and say that something did."""
    for source_id in plan.sources:
        values = _source_values(plan.content, source_id)
        Source.objects.update_or_create(pk=source_id, defaults=values)
    for position, document in enumerate(plan.content.topics.values()):
        if document.id in plan.topics:
            _write_topic(position, document)
    if plan.helplines:
        write_helplines(plan.content.helplines or {})
    if plan.reference:
        Dataset.objects.get_or_create(pk=1)
        Dataset.objects.update(reference=F("reference") + 1)


def _write_topic(position: int, document: TopicDocument) -> None:
    Topic.objects.update_or_create(pk=document.id, defaults={"position": position})
    for lang, (label, description) in _topic_labels(document).items():
        TopicLabel.objects.update_or_create(
            topic_id=document.id,
            lang=lang,
            defaults={"label": label, "description": description},
        )
