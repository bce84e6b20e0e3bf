"""The topics, and what is under each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.utils.translation import gettext as _

from glossary import reading
from glossary.addresses import page_path, page_paths
from glossary.pages.paging import page_of
from glossary.web.lists.topic_guide import guide
from glossary.web.page import Crumb, in_language, render_page
from glossary.web.parts.listing import (
    leaflet_opening,
    list_sections,
    list_topics,
    missing_entries,
    topic_item,
)

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from glossary.reading import Shelf
    from glossary.web.parts.listing import TopicItem

TOPIC = "glossary/lists/topic.html"
"""The template of the page of a topic."""


@in_language
def topics(request: HttpRequest, lang: str) -> HttpResponse:
    """Show the topics."""
    context = {"topics": list_topics(reading.shelf(), lang)}
    paths = page_paths("topics")
    return render_page(
        request, lang, "glossary/lists/topics.html", context, paths=paths
    )


@in_language
def topic(request: HttpRequest, lang: str, topic: str) -> HttpResponse:
    """Show the entries of a topic."""
    shelf = reading.shelf()
    if topic not in shelf.topics and topic not in shelf.index.topic_counts():
        raise Http404
    context = topic_context(request, shelf, topic_item(shelf, topic, lang), lang)
    return render_page(request, lang, TOPIC, context, paths=page_paths("topic", topic))


def topic_context(
    request: HttpRequest, shelf: Shelf, shown: TopicItem, lang: str
) -> dict[str, Any]:
    """Return all that the page of a topic shows."""
    topic = shown.id
    page = page_of(request, shelf.index.by_topic(topic, lang))
    items = list_sections(page.rows, lang)
    is_last = page.number == page.last
    return {
        "topic": shown,
        "page": page,
        "items": items,
        "leaflet": leaflet_opening(page, items, "topic", topic),
        "guide": guide(shelf, topic, items, list_topics(shelf, lang)),
        "missing": missing_entries(shelf, lang, topic=topic) if is_last else (),
        "crumbs": [Crumb(_("Topics"), page_path(lang, "topics"), lang)],
    }
