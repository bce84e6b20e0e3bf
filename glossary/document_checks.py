"""The plain-language checks of our own documents, of those too that are not finished.

What ships is checked by ``manage.py check_content``, with the same checks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from glossary import languages
from glossary.document import (
    LAYERS,
    DocumentKind,
    EntryDocument,
    HelplineDocument,
    TopicDocument,
)
from glossary.explain import known_words
from glossary.plain_language import (
    Code,
    Context,
    Finding,
    Severity,
    check_document,
    check_draft,
    check_translations,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from glossary.document import Document

CHECKED = frozenset({DocumentKind.ENTRY, DocumentKind.TOPIC, DocumentKind.HELPLINE})
"""The kinds that have words of ours."""
_BETWEEN = frozenset(
    {
        Code.DATE_DIFFERS,
        Code.NUMBER_DIFFERS,
        Code.ABBREVIATION_DIFFERS,
        Code.QUOTATION_DIFFERS,
        Code.LINK_DIFFERS,
        Code.MISSING_LAYER,
    }
)
"""What is found between two languages: one of them may be behind, and say so."""
_PARTS = ("label", "description", "brief", "who_for", "hours", "cost", "notes")


def prepare() -> None:
    """Make ready what takes a while: before a transaction, for which others wait."""
    known_words()


def findings_in(document: Document) -> list[Finding]:
    """Return what the checks find in a document, heaviest first.

    The places are JSON pointers into it.
    """
    context = Context(terms=known_words())
    if isinstance(document, EntryDocument):
        return check_document(document, context)
    if isinstance(document, TopicDocument | HelplineDocument):
        return list(_of_fields(document, context))
    return []


def findings_in_draft(draft: Mapping[str, Any]) -> list[Finding]:
    """Return what the checks find in the layers of an entry that is not finished."""
    given = draft.get("languages")
    sections = given if isinstance(given, dict) else {}
    found: dict[str, dict[str, str]] = {layer: {} for layer in ("short", *LAYERS)}
    for lang, section in sections.items():
        if lang not in languages.codes() or not isinstance(section, dict):
            continue
        for layer, texts in found.items():
            text = section.get(layer)
            if isinstance(text, str) and text.strip():
                texts[lang] = text
    own = tuple(_names_in(sections))
    return check_draft(found, Context(terms=known_words(), own_terms=own))


def _names_in(sections: Mapping[str, Any]) -> Iterator[str]:
    """Yield what an entry calls itself, in every language, whatever a draft has there.

    Its own names are what it explains: nobody has to put other words for them.
    """
    for section in sections.values():
        terms = section.get("terms") if isinstance(section, dict) else None
        for term in terms if isinstance(terms, list) else ():
            said = term if isinstance(term, dict) else {}
            texts = (said.get("text"), said.get("plural"))
            yield from (text for text in texts if isinstance(text, str) and text)


def hinders(finding: Finding, places: Collection[str]) -> bool:
    """Tell whether a text that changes at these places cannot be submitted so."""
    is_error = finding.severity == Severity.ERROR and finding.code not in _BETWEEN
    return is_error and any(_is_part(finding.place, place) for place in places)


def hindrances(document: Document, places: Collection[str]) -> list[Finding]:
    """Return what has to be put right in a document that changes at these places."""
    return [one for one in findings_in(document) if hinders(one, places)]


def _is_part(one: str, other: str) -> bool:
    """Tell whether one place is the other, or a part of it, or around it."""
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")


def _of_fields(
    document: TopicDocument | HelplineDocument, context: Context
) -> Iterator[Finding]:
    sections = document.languages.items()
    for part in _PARTS:
        texts = {lang: getattr(row, part, None) for lang, row in sections}
        said = {lang: text for lang, text in texts.items() if text}
        for finding in check_translations(said, "", context):
            place = f"/languages{finding.place}/{part}"
            yield replace(finding, place=place)
    for number, page in enumerate(getattr(document, "seen", ())):
        place = f"/seen/{number}/languages"
        yield from check_translations(page.languages, place, context)
