"""Reads public forms back from publications."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.public_form.shapes import BASE, Brief, PublicEntry, Shown

if TYPE_CHECKING:
    from glossary.document import DocumentT


def with_base(body: str, base: str) -> str:
    """Return the JSON of a form with the site's own address; "" leaves paths."""
    return body.replace(BASE, base)


def read_entry(body: str, base: str = "") -> PublicEntry:
    """Return the entry that a publication holds."""
    return PublicEntry.model_validate_json(with_base(body, base))


def brief_of(body: str) -> Brief:
    """Return what an entry means in brief, read much faster than the whole of it."""
    return Brief.model_validate_json(body)


def read_shown(shape: type[DocumentT], body: str) -> DocumentT:
    """Return the document of this shape that a publication shows."""
    return Shown[shape].model_validate_json(body).document  # type: ignore[valid-type]
