"""What a section of a document is checked by: the module of its language.

The grammar of its names, and what its address may be. Where this installation has no
such language, what only that knows stays as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from pydantic import ValidationError

from glossary import languages
from glossary.languages import ASCII_SLUG

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic_core import InitErrorDetails

    from glossary.document.schema import SectionDocument, TermDocument
    from glossary.languages import Language

    Sections: TypeAlias = Mapping[str, SectionDocument]


def spoken_sections(sections: Sections, *, entry_id: str) -> dict[str, SectionDocument]:
    """Return ``sections`` as their languages have them.

    Raises ``ValidationError`` with all that these refuse.
    """
    faults = [
        fault
        for lang, section in sections.items()
        for check in (_wrong_slug, _wrong_grammar)
        for fault in check(section, lang)
    ]
    if faults:
        raise ValidationError.from_exception_data("languages", faults)
    return {
        lang: section.model_copy(
            update={
                "slug": section.slug or entry_id,
                "terms": tuple(_term(term, lang) for term in section.terms),
            }
        )
        for lang, section in sections.items()
    }


def _language(lang: str) -> Language | None:
    return languages.get(lang) if lang in languages.codes() else None


def _wrong_slug(section: SectionDocument, lang: str) -> Iterator[InitErrorDetails]:
    language = _language(lang)
    letters = language.slug_letters if language else ASCII_SLUG
    pattern = f"[{letters}]+(?:-[{letters}]+)*"
    if section.slug and not re.fullmatch(pattern, section.slug):
        yield {
            "type": "string_pattern_mismatch",
            "loc": (lang, "slug"),
            "input": section.slug,
            "ctx": {"pattern": f"^{pattern}$"},
        }


def _wrong_grammar(section: SectionDocument, lang: str) -> Iterator[InitErrorDetails]:
    language = _language(lang)
    if language is None:
        return
    for place, term in enumerate(section.terms):
        try:
            language.grammar.model_validate(term.grammar)
        except ValidationError as error:
            for found in error.errors():
                yield {
                    "type": found["type"],
                    "loc": (lang, "terms", place, "grammar", *found["loc"]),
                    "input": found["input"],
                    "ctx": found.get("ctx", {}),
                }


def _term(term: TermDocument, lang: str) -> TermDocument:
    """Return ``term`` without what is usual in its grammar."""
    language = _language(lang)
    if language is None or not term.grammar:
        return term
    grammar = language.grammar.model_validate(term.grammar)
    return term.model_copy(
        update={"grammar": grammar.model_dump(exclude_defaults=True)}
    )
