"""Lists of entries, letters and topics, as pages show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary import languages
from glossary.addresses import entry_path, letter_path, page_path
from glossary.closed_lists import (
    ABBREVIATED,
    LanguageState,
    TermStatus,
    TermType,
)
from glossary.models import Publication
from glossary.public_form import brief_of
from glossary.web.names import name_lang
from glossary.web.see_lines import see_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from glossary.public_form import PublicTerm
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


def list_entries(
    shelf: Shelf, ids: Iterable[str], lang: str, *, also: bool = True
) -> list[Item]:
    """Return the entries with these ids that are public, in the order of ``ids``.

    One without a text in ``lang`` comes with its text in another language. Without
    their other names (``also``), they are found in memory alone.
    """
    found: dict[str, ListedSection] = {}
    for section in shelf.index.sections(ids):
        if section.entry_id not in found or section.lang == lang:
            found[section.entry_id] = section
    return list_sections(list(found.values()), lang, also=also)


def list_sections(
    sections: Sequence[ListedSection], lang: str, *, also: bool = True
) -> list[Item]:
    """Return these sections as items whose pages are in ``lang``."""
    names = _names({row.entry_id: row.lang for row in sections}) if also else {}
    return [
        Item(
            row.entry_id,
            row.preferred,
            row.lang,
            entry_path(lang, row.slug),
            row.short,
            *names.get(row.entry_id, ("", row.lang, row.lang)),
        )
        for row in sections
    ]


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
    """Return a topic, in another language where it has no name in ``lang``.

    One that has no name at all is called by its id.
    """
    document = shelf.topics.get(topic)
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
    ids = shelf.index.entries(
        lang=lang, state=LanguageState.MISSING, topic=topic, limit=limit
    )
    return list_entries(shelf, ids, lang)


def _names(langs: Mapping[str, str]) -> dict[str, tuple[str, str, str]]:
    """Return what lists show of the names of each entry in the language given.

    The other name, then the languages of the preferred name and of the other one.
    """
    rows = Publication.objects.entries().readable().of(langs)
    found = {}
    for entry_id, body in rows.values_list("key", "body"):
        lang = langs[entry_id]
        terms = brief_of(body).sections[lang].terms
        other = other_term(terms) or terms[0]
        found[entry_id] = (
            other_name(terms),
            name_lang(terms[0], lang),
            name_lang(other, lang),
        )
    return found


def other_name(terms: Sequence[PublicTerm]) -> str:
    """Return the abbreviation of a name, or the full name of an abbreviation."""
    other = other_term(terms)
    return other.text if other else ""


def other_term(terms: Sequence[PublicTerm]) -> PublicTerm | None:
    """Return the abbreviation of the preferred name, or what it stands for.

    What has the preferred name in it stands beside it, and is neither.
    """
    preferred = terms[0]
    is_short = preferred.type in ABBREVIATED
    wanted = {TermType.FULL_FORM} if is_short else ABBREVIATED
    others = (
        row
        for row in terms[1:]
        if row.status == TermStatus.ADMITTED and row.type in wanted
    )
    return next((row for row in others if preferred.text not in row.text), None)
