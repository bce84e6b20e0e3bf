"""What a section of a document is checked by: the module of its language.

The grammar of its names, and what its address may be. Where this installation has no
such language, what only that knows stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from pydantic import ValidationError

from glossary import languages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic_core import InitErrorDetails

    from glossary.document.schema import SectionDocument, TermDocument
    from glossary.languages import Language

    Sections: TypeAlias = Mapping[str, SectionDocument]


def spoken_sections(sections: Sections) -> dict[str, SectionDocument]:
    """Return ``sections`` as their languages have them.

    Raises ``ValidationError`` with all that these refuse.
    """
    known = set(languages.codes()).intersection(sections)
    faults = [
        fault
        for code in sections
        if code in known
        for fault in _faults(sections[code], languages.get(code))
    ]
    if faults:
        raise ValidationError.from_exception_data("languages", faults)
    return {
        code: _spoken(section, languages.get(code)) if code in known else section
        for code, section in sections.items()
    }


def _faults(section: SectionDocument, language: Language) -> Iterator[InitErrorDetails]:
    for place, term in enumerate(section.terms):
        try:
            language.grammar.model_validate(term.grammar)
        except ValidationError as error:
            for found in error.errors(include_url=False):
                yield {
                    "type": found["type"],
                    "loc": (language.code, "terms", place, "grammar", *found["loc"]),
                    "input": found["input"],
                    "ctx": found.get("ctx", {}),
                }


def _spoken(section: SectionDocument, language: Language) -> SectionDocument:
    """Return ``section`` without what is usual in the grammar of its names."""
    terms = tuple(_term(term, language) for term in section.terms)
    return section.model_copy(update={"terms": terms})


def _term(term: TermDocument, language: Language) -> TermDocument:
    if not term.grammar:
        return term
    grammar = language.grammar.model_validate(term.grammar)
    return term.model_copy(
        update={"grammar": grammar.model_dump(exclude_defaults=True)}
    )
