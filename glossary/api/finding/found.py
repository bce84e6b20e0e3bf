"""What was found, as an answer has it: matches, hits in brief, names to suggest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary import languages
from glossary.addresses import entry_path
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
from glossary.briefs import brief_parts
from glossary.public_form import MissingSection
from glossary.search import highlight

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from glossary.search import (
        Index,
        LabelMatch,
        ListedEntry,
        ListedSection,
        SearchPage,
    )
    from glossary.search import SearchHit as Hit


def shown_match(row: LabelMatch, section: ListedSection) -> LookupMatch:
    """Return how a name matched what was looked up."""
    return LookupMatch(
        tier=row.match,
        name=_name(section, row.label),
        type=row.type,
        status=row.status,
        form=row.form,
        older_name=row.is_older,
        score=round(row.score, 3),
    )


def shown_hits(
    index: Index, page: SearchPage, langs: Sequence[str], base: str
) -> Iterator[SearchHit]:
    """Yield the hits with their entries in brief, best first."""
    ids = [row.entry_id for row in page.hits]
    entries, sections = index.described(ids), by_language(index, ids)
    for row in page.hits:
        yield SearchHit(
            match=_match(row, sections[row.entry_id, row.lang]),
            entry=_found(row, entries[row.entry_id], sections, langs, base),
        )


def shown_names(
    index: Index, found: Sequence[LabelMatch], base: str
) -> Iterator[Suggestion]:
    """Yield names with where they lead."""
    sections = by_language(index, (row.entry_id for row in found))
    for row in found:
        section = sections[row.entry_id, row.lang]
        yield Suggestion(
            id=row.entry_id,
            name=_name(section, row.label),
            type=row.type,
            label=_name(section, section.preferred),
            url=base + entry_path(row.lang, section.slug),
        )


def by_language(
    index: Index, ids: Iterable[str]
) -> Mapping[tuple[str, str], ListedSection]:
    """Return the sections of entries by id and language."""
    return {(row.entry_id, row.lang): row for row in index.sections(ids)}


def _name(section: ListedSection, text: str) -> PublicName:
    """Return one of the names in a section, and whether it is only proposed."""
    provenance = section.standing.provenance.get(text)
    return PublicName(text=text, lang=section.lang, provenance=provenance)


def _match(row: Hit, section: ListedSection) -> SearchMatch:
    return SearchMatch(
        where="text" if row.is_in_text else "name",
        tier=row.match,
        name=_name(section, row.label),
        form=None if row.is_in_text else row.form,
        older_name=row.is_older,
    )


def _found(
    row: Hit,
    entry: ListedEntry,
    sections: Mapping[tuple[str, str], ListedSection],
    langs: Sequence[str],
    base: str,
) -> FoundEntry:
    return FoundEntry(
        id=entry.id,
        kind=entry.kind,
        topics=entry.topics,
        languages={
            lang: _section(sections.get((entry.id, lang)), row.words, base)
            for lang in langs
        },
    )


def _section(
    section: ListedSection | None, words: Sequence[str], base: str
) -> FoundSection | MissingSection:
    """Return one language of an entry in brief, with the places to mark."""
    if section is None:
        return MissingSection()
    return FoundSection(
        **brief_parts(section, base),
        label_highlights=_places(section.preferred, section.lang, words),
        short_highlights=_places(section.short, section.lang, words),
    )


def _places(text: str, lang: str, words: Sequence[str]) -> tuple[Highlight, ...]:
    places = highlight(text, words, languages.get(lang))
    return tuple(Highlight(start=start, end=end) for start, end in places)
