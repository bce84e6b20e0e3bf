"""The topics under which entries are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from glossary import reading
from glossary.addresses import page_path
from glossary.api.base import PublicView, languages_of
from glossary.api.beside.shown import all_beside
from glossary.api.openapi import Operation, describe
from glossary.api.openapi.tags import TOPICS
from glossary.api.published import current, gone, modified
from glossary.api.requests.base import Answered
from glossary.api.requests.reading import read_query
from glossary.api.responses.entries import Withdrawn
from glossary.api.responses.topics import Topic, TopicInLanguage, Topics
from glossary.document import DocumentKind, TopicDocument
from glossary.models import Publication
from glossary.public_form import Label, MissingSection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpResponse
    from rest_framework.request import Request

    from glossary.api.beside.shown import Beside


class TopicsView(PublicView):
    """All topics."""

    @describe(
        Operation(
            name="topics_list",
            summary="List the topics",
            tag=TOPICS,
            query=Answered,
            answer=Topics,
        )
    )
    def get(self, request: Request) -> HttpResponse:
        """Return the topics in their own order. The list is always whole."""
        langs = languages_of(read_query(Answered, request), request)
        found = sorted(all_beside(TopicDocument), key=lambda one: one.document.position)
        items = tuple(_topic(one, langs, self.base) for one in found)
        return self.public(Topics(items=items, total=len(items)), langs=langs)


class TopicView(PublicView):
    """One topic."""

    @describe(
        Operation(
            name="topics_retrieve",
            summary="Get one topic",
            tag=TOPICS,
            query=Answered,
            answer=Topic,
            headers=("Last-Modified",),
            gone=Withdrawn,
        )
    )
    def get(self, request: Request, topic_id: str) -> HttpResponse:
        """Return one topic; `GET /entries/?topic=` has what is in it.

        A withdrawn topic is 410 with its tombstone.
        """
        langs = languages_of(read_query(Answered, request), request)
        row = current(DocumentKind.TOPIC, topic_id, _("There is no topic “%(id)s”."))
        if row.tombstone:
            return gone(request, row)
        (found,) = all_beside(TopicDocument, topic_id)
        newest = Publication.objects.filter(sequence=reading.version()).first()
        at = max(row.published_at, newest.published_at if newest else row.published_at)
        answer = _topic(found, langs, self.base)
        return self.public(answer, langs=langs, headers=modified(at))


def _topic(found: Beside[TopicDocument], langs: Sequence[str], base: str) -> Topic:
    document = found.document
    return Topic(
        id=document.id,
        entry_count=reading.shelf().index.topic_counts().get(document.id, 0),
        languages={lang: _in_language(found, lang, base) for lang in langs},
        published_at=found.published_at,
    )


def _in_language(
    found: Beside[TopicDocument], lang: str, base: str
) -> TopicInLanguage | MissingSection:
    words = found.document.languages.get(lang)
    if words is None:
        return MissingSection()
    return TopicInLanguage(
        label=Label(text=words.label),
        description=words.description,
        url=base + page_path(lang, "topic", found.document.id),
        not_checked_by=tuple(found.not_checked_by[lang]),
    )
