"""Names by which readers find an entry, and would not find another text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from glossary.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator


def lost_names(before: Any, after: Any) -> Iterator[tuple[str, str]]:
    """Yield the names that only the first of two texts of entries leads to.

    Each with its language, as ``(lang, name)``. A text can be an unfinished draft, and
    have anything anywhere.
    """
    kept = {fold(one) for _lang, section in _sections(after) for one in _words(section)}
    for lang, section in _sections(before):
        for term in _terms(section):
            for name in _texts(term.get("text")):
                if fold(name) not in kept:
                    yield lang, name


def _sections(document: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    sections = document.get("languages") if isinstance(document, dict) else None
    for lang, section in sections.items() if isinstance(sections, dict) else ():
        if isinstance(section, dict):
            yield lang, section


def _terms(section: dict[str, Any]) -> Iterator[dict[str, Any]]:
    terms = section.get("terms")
    for term in terms if isinstance(terms, list) else ():
        if isinstance(term, dict):
            yield term


def _words(section: dict[str, Any]) -> Iterator[str]:
    """Yield all words that lead to an entry in one of its languages."""
    yield from _texts(section.get("hidden"))
    for term in _terms(section):
        for field in ("text", "plural", "forms"):
            yield from _texts(term.get(field))


def _texts(given: Any) -> Iterator[str]:
    rows = given if isinstance(given, list) else [given]
    yield from (one for one in rows if isinstance(one, str) and one.strip())
