"""Lists of entries, letters and topics, as pages show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary import languages
from glossary.addresses import entry_path, letter_path, page_path
from glossary.closed_lists import LanguageState
from glossary.document import short_code
from glossary.web.parts.see_lines import see_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary.document import TopicDocument
    from glossary.paging import Part
    from glossary.reading import Shelf
    from glossary.search import ListedSection


class Item(NamedTuple):
    """An entry in a list. ``lang`` is that of its text; ``also`` is another name.

    A name has a language of its own: some stay in English in every text.
    """

    id: str
    label: str
    lang: str
    path: str
    short: str
    also: str
    label_lang: str
    also_lang: str


class LetterLink(NamedTuple):
    """A letter of the alphabet; ``path`` is empty where nothing is under it."""

    letter: str
    label: str
    path: str


class TopicItem(NamedTuple):
    """A topic in a list."""

    id: str
    label: str
    description: str
    lang: str
    path: str


def list_entries(shelf: Shelf, ids: Iterable[str], lang: str) -> list[Item]:
    """Return the entries with these ids that are public, in the order of ``ids``.

    One without a text in ``lang`` comes with its text in another language.
    """
    found: dict[str, ListedSection] = {}
    for section in shelf.index.sections(ids):
        if section.entry_id not in found or section.lang == lang:
            found[section.entry_id] = section
    return list_sections(found.values(), lang)


def list_sections(sections: Iterable[ListedSection], lang: str) -> list[Item]:
    """Return these sections as items whose pages are in ``lang``."""
    return [
        Item(
            row.entry_id,
            row.preferred,
            row.lang,
            entry_path(lang, row.slug),
            row.short,
            row.also,
            row.name_lang,
            row.also_lang,
        )
        for row in sections
    ]


def leaflet_codes(items: Iterable[Item]) -> str:
    """Return the short codes of items, as the address of a leaflet has them."""
    return ",".join(short_code(item.id) for item in items)


def leaflet_opening(
    page: Part[ListedSection], items: Sequence[Item], name: str, value: str
) -> tuple[str, str]:
    """Return what opens the words of a page for a leaflet: by name, or by each code."""
    return (name, value) if page.last == 1 else ("from", leaflet_codes(items))


def letter_links(shelf: Shelf, lang: str) -> list[LetterLink]:
    """Return the alphabet of ``lang``, with an address where there is something."""
    language = languages.get(lang)
    counts = dict(shelf.index.letters(lang))
    used = {letter for letter, count in counts.items() if count}
    used |= {line.letter for line in see_lines(shelf, lang)}
    return [
        LetterLink(
            letter,
            letter_label(letter),
            letter_path(lang, letter) if letter in used else "",
        )
        for letter in sorted(
            {*counts, *used}, key=lambda one: (not one, language.sort_key(one))
        )
    ]


def letter_label(letter: str) -> str:
    """Return a letter as a heading: ``Ll``."""
    return letter.capitalize() or "0–9"


def list_topics(shelf: Shelf, lang: str) -> list[TopicItem]:
    """Return the topics that have entries, in their order."""
    counts = shelf.index.topic_counts()
    ordered = dict.fromkeys([*shelf.topics, *counts])
    return [topic_item(shelf, topic, lang) for topic in ordered if topic in counts]


def topic_item(shelf: Shelf, topic: str, lang: str) -> TopicItem:
    """Return a topic, in another language where it has no name in ``lang``."""
    return topic_in_words(topic, shelf.topics.get(topic), lang)


def topic_in_words(topic: str, document: TopicDocument | None, lang: str) -> TopicItem:
    """Return the same of a document; what has no name at all is called by its id."""
    labels = document.languages if document else {}
    spoken = lang if lang in labels or not labels else next(iter(labels))
    row = labels.get(spoken)
    return TopicItem(
        topic,
        row.label if row else topic,
        row.description if row else "",
        spoken,
        page_path(lang, "topic", topic),
    )


def missing_entries(
    shelf: Shelf, lang: str, *, topic: str | None = None, limit: int = 200
) -> list[Item]:
    """Return the entries that have no text in ``lang`` yet."""
    ids = shelf.index.entries(lang=lang, state=LanguageState.MISSING, topic=topic)
    return list_entries(shelf, ids[:limit], lang)
