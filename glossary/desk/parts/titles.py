"""What a document is called on a page: also one that is not finished."""

from __future__ import annotations

from typing import Any, NamedTuple

import orjson

from glossary import languages
from glossary.document import DocumentKind


class Title(NamedTuple):
    """Some words, and their language; none where they are a key."""

    text: str
    lang: str = ""


def title_of(kind: DocumentKind, key: str, document: str, lang: str) -> Title:
    """Return what a document, as JSON text, calls itself: in ``lang`` if it can."""
    data = orjson.loads(document)
    if data is None:  # it was erased
        return Title(key)
    if kind == DocumentKind.SOURCE:
        text = data.get("title")
        return Title(text, str(data.get("lang", ""))) if _is(text) else Title(key)
    sections = data.get("languages")
    if isinstance(sections, dict):
        for code in (lang, *languages.codes()):
            text = _name_in(kind, sections.get(code))
            if _is(text):
                return Title(text, code)
    return Title(key)


def _name_in(kind: DocumentKind, section: Any) -> Any:
    """Return what a language calls the document, whatever a draft has there."""
    if not isinstance(section, dict):
        return None
    if kind != DocumentKind.ENTRY:
        return section.get("label") or section.get("name")
    terms = section.get("terms")
    first = terms[0] if isinstance(terms, list) and terms else None
    return first.get("text") if isinstance(first, dict) else None


def _is(text: Any) -> bool:
    return isinstance(text, str) and bool(text.strip())
