"""Looks for English of ours on a page in Welsh."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from babel.messages.pofile import read_po

from tests.conftest import ROOT
from tests.web.html import Element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Message

CATALOGUE = ROOT / "glossary/locale/cy/LC_MESSAGES/django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+[^}]*\}")
TAG = re.compile(r"<[^>]+>")


def leaks(page: Element, rows: list[Message]) -> list[str]:
    """Return the English of the catalogue that a Welsh reader meets."""
    whole = {str(row.id) for row in rows if row.id != row.string}
    parts = {
        " ".join(part.split())
        for text in whole
        for part in re.split(rf"{PLACEHOLDER.pattern}|{TAG.pattern}", text)
        if len(part.split()) > 3
    }
    return [
        run
        for run in _welsh_runs(page)
        if run in whole or any(part in run for part in parts)
    ]


def _welsh_runs(element: Element) -> Iterator[str]:
    """Yield each text and spoken attribute that is said to be Welsh."""
    if element.tag in {"code", "pre", "script"}:
        return
    for name, value in element.attributes.items():
        if name in {"aria-label", "alt", "title", "placeholder", "content"} or (
            name.startswith("data-")
        ):
            yield value
    for child in element.children:
        if isinstance(child, Element):
            yield from _welsh_runs(child)
        elif element.lang == "cy" and child.strip():
            yield " ".join(child.split())


def welsh() -> list[Message]:
    with CATALOGUE.open("rb") as file:
        return [one for one in read_po(file) if one.id]


def pattern_of(text: str):
    """Return a test whether some words are this message with anything filled in."""
    parts = map(re.escape, PLACEHOLDER.split(text))
    return re.compile(".*".join(parts), re.DOTALL).fullmatch
