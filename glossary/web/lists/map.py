"""The map: the topics, and how the words under them connect."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary import reading
from glossary.addresses import page_paths
from glossary.web.lists.connections import read_connections
from glossary.web.lists.map_drawing import draw
from glossary.web.page import in_language, render_page
from glossary.web.parts.listing import Item, TopicItem, list_entries, list_topics
from glossary.web.parts.see_lines import WHOLE_LIST

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.http import HttpRequest, HttpResponse

    from glossary.web.lists.connections import Connections


class MappedWord(NamedTuple):
    """An entry with the entries related to it."""

    item: Item
    related: Sequence[Item]


class MappedTopic(NamedTuple):
    """A topic with the topics connected with it, and its words."""

    topic: TopicItem
    near: Sequence[tuple[TopicItem, int]]
    words: Sequence[MappedWord]


@in_language
def the_map(request: HttpRequest, lang: str) -> HttpResponse:
    """Show the topics and the words, as a list and as a picture.

    Where there are very many entries the topics alone are shown.
    """
    shelf = reading.shelf()
    topics = list_topics(shelf, lang)
    is_whole = shelf.index.count() <= WHOLE_LIST
    ids = shelf.index.entries() if is_whole else ()
    found = read_connections(shelf, ids)
    items = {row.id: row for row in list_entries(shelf, found.topics, lang)}
    counts = dict(shelf.index.topic_counts())
    context = {
        "drawing": draw(topics, counts, found.between_topics()),
        "topics": [_mapped(topic, topics, found, items) for topic in topics],
    }
    paths = page_paths("map")
    return render_page(request, lang, "glossary/lists/map.html", context, paths=paths)


def _mapped(
    topic: TopicItem,
    topics: Sequence[TopicItem],
    found: Connections,
    items: Mapping[str, Item],
) -> MappedTopic:
    known = {row.id: row for row in topics}
    near = [(known[one], count) for one, count in found.near(topic.id) if one in known]
    words = [
        MappedWord(items[one], [items[other] for other in found.related[one]])
        for one in found.in_topic(topic.id)
        if one in items
    ]
    return MappedTopic(topic, near, words)
