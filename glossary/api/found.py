"""What was found, as an answer has it: matches, hits in brief, names to suggest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary import languages
from glossary.api.responses.base import PublicName
from glossary.api.responses.finding import (
    FoundEntry,
    FoundSection,
    Highlight,
    LookupMatch,
    SearchHit,
    SearchMatch,
    Suggestion,
)
from glossary.models import Publication
from glossary.public_form import MissingSection, label_of, read_entry
from glossary.search import highlight

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from glossary.public_form import PublicEntry
    from glossary.search import LabelMatch, SearchPage
    from glossary.search import SearchHit as Hit


def shown_match(row: LabelMatch, entry: PublicEntry) -> LookupMatch:
    """Return how a name matched what was looked up."""
    return LookupMatch(
        tier=row.match,
        name=_name(entry, row.lang, row.label),
        type=row.type,
        status=row.status,
        form=row.form,
        older_name=row.is_older,
        score=round(row.score, 3),
    )


def shown_hits(
    page: SearchPage, langs: Sequence[str], base: str
) -> Iterator[SearchHit]:
    """Yield the hits with their entries in brief, best first."""
    entries = entries_of((row.entry_id for row in page.hits), base)
    for row in page.hits:
        if row.entry_id in entries:
            entry = entries[row.entry_id]
            yield SearchHit(match=_match(row, entry), entry=_found(row, entry, langs))


def shown_names(found: Sequence[LabelMatch], base: str) -> Iterator[Suggestion]:
    """Yield names with where they lead."""
    entries = entries_of((row.entry_id for row in found), base)
    for row in found:
        entry = entries.get(row.entry_id)
        section = entry.section(row.lang) if entry else None
        if entry and section:
            yield Suggestion(
                id=row.entry_id,
                name=_name(entry, row.lang, row.label),
                type=row.type,
                label=_name(entry, row.lang, section.preferred.text),
                url=section.url,
            )


def entries_of(ids: Iterable[str], base: str) -> Mapping[str, PublicEntry]:
    """Return the public entries with these ids."""
    rows = Publication.objects.entries().readable().of([*ids])
    return {
        key: read_entry(body, base) for key, body in rows.values_list("key", "body")
    }


def _name(entry: PublicEntry, lang: str, text: str) -> PublicName:
    """Return one of the names of an entry, and whether it is only proposed."""
    section = entry.section(lang)
    terms = section.terms if section else ()
    labels = (label_of(term) for term in terms if term.text == text)
    provenance = next((label.provenance for label in labels), None)
    return PublicName(text=text, lang=lang, provenance=provenance)


def _match(row: Hit, entry: PublicEntry) -> SearchMatch:
    return SearchMatch(
        where="text" if row.is_in_text else "name",
        tier=row.match,
        name=_name(entry, row.lang, row.label),
        form=None if row.is_in_text else row.form,
        older_name=row.is_older,
    )


def _found(row: Hit, entry: PublicEntry, langs: Sequence[str]) -> FoundEntry:
    return FoundEntry(
        id=entry.id,
        kind=entry.kind,
        topics=entry.topics,
        languages={lang: _section(entry, lang, row.words) for lang in langs},
    )


def _section(
    entry: PublicEntry, lang: str, words: Sequence[str]
) -> FoundSection | MissingSection:
    """Return one language of an entry in brief, with the places to mark."""
    section = entry.section(lang)
    if section is None:
        return MissingSection()
    label = label_of(section.preferred)
    return FoundSection(
        state=section.state,
        label=label,
        short=section.short,
        url=section.url,
        not_checked_by=section.not_checked_by,
        label_highlights=_places(label.text, lang, words),
        short_highlights=_places(section.short, lang, words),
    )


def _places(text: str, lang: str, words: Sequence[str]) -> tuple[Highlight, ...]:
    places = highlight(text, words, languages.get(lang))
    return tuple(Highlight(start=start, end=end) for start, end in places)
