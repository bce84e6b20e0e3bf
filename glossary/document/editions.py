"""Counts editions: which texts of an entry say the same, and which one has to follow.

A section's edition moves when it says something else than before. ``matches`` says,
for each other language, which edition of it the section was last made to match.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.document.compare import says_the_same

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from glossary.document.schema import EntryDocument, SectionDocument

    Sections = Mapping[str, SectionDocument]


def uncounted(document: EntryDocument) -> EntryDocument:
    """Return a document without editions, as people write it."""
    bare = {"edition": None, "matches": None}
    sections = document.languages.items()
    return document.model_copy(
        update={
            "languages": {lang: one.model_copy(update=bare) for lang, one in sections}
        }
    )


def count_editions(
    before: EntryDocument | None,
    after: EntryDocument,
    *,
    untouched: Collection[str] = (),
) -> EntryDocument:
    """Return ``after`` with the edition of each section, and what it matches.

    What ``after`` says of them itself stays. Otherwise texts that change together
    match each other, and a text that changes alone leaves the others as they were:
    they are behind, until they change too or somebody says that they match: those in
    ``untouched`` are said to match all others.
    """
    old: Sections = before.languages if before else {}
    new = after.languages
    editions = {lang: _edition(old.get(lang), section) for lang, section in new.items()}
    counted = {
        lang: section.model_copy(
            update={
                "edition": editions[lang],
                "matches": {
                    other: found
                    for other in new
                    if other != lang
                    and (
                        found := editions[other]
                        if lang in untouched
                        else _match(lang, other, old, new, editions)
                    )
                },
            }
        )
        for lang, section in new.items()
    }
    return after.model_copy(update={"languages": counted})


def _edition(before: SectionDocument | None, section: SectionDocument) -> int:
    if section.edition is not None:
        return section.edition
    if before is None:
        return 1
    return (before.edition or 1) + (not says_the_same(before, section))


def _match(
    lang: str, other: str, old: Sections, new: Sections, editions: Mapping[str, int]
) -> int | None:
    """Return the edition of ``other`` that the text in ``lang`` matches."""
    said = (new[lang].matches or {}).get(other)
    if said is not None:
        return said
    if _is_made_now(lang, old, new) or _follows(other, lang, old, new, editions):
        return editions[other]
    return (old[lang].matches or {}).get(other)


def _is_made_now(lang: str, old: Sections, new: Sections) -> bool:
    return lang not in old or not says_the_same(old[lang], new[lang])


def _follows(
    lang: str, other: str, old: Sections, new: Sections, editions: Mapping[str, int]
) -> bool:
    """Tell whether ``lang`` was missing or behind ``other``, and now matches it."""
    if not _is_made_now(lang, old, new):
        return False
    if (new[lang].matches or {}).get(other, editions[other]) != editions[other]:
        return False
    was = (old[lang].matches or {}).get(other, 0) if lang in old else 0
    return was < editions[other]
