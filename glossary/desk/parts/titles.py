"""What a document is called on a page: also one that is not finished."""

from __future__ import annotations

from typing import Any, NamedTuple

import orjson

from glossary import languages
from glossary.closed_lists import ProvenanceStatus
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
            text, spoken = _name_in(kind, sections.get(code))
            if _is(text):
                return Title(text, spoken if _is(spoken) else code)
    return Title(key)


def _name_in(kind: DocumentKind, section: Any) -> tuple[Any, Any]:
    """Return what a language calls the document, whatever a draft has there.

    With the language that the name is in, where it stays in another one.
    """
    if not isinstance(section, dict):
        return None, None
    if kind != DocumentKind.ENTRY:
        return section.get("label") or section.get("name"), section.get("name_lang")
    terms = section.get("terms")
    first = terms[0] if isinstance(terms, list) and terms else None
    if not isinstance(first, dict):
        return None, None
    origin = first.get("provenance")
    status = origin.get("status") if isinstance(origin, dict) else None
    is_english = status == ProvenanceStatus.KEPT_IN_ENGLISH
    return first.get("text"), "en" if is_english else None


def _is(text: Any) -> bool:
    return isinstance(text, str) and bool(text.strip())
