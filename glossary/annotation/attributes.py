"""Which attributes of an element are given back, and how they are written.

An id that a stranger chose could take the place of a name in the programs of the
page into which the text is put ("DOM clobbering"), or of an id there. So each gets a
beginning by which it is known, as other sites do it too (``user-content-``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from glossary.annotation.cleaning import is_address
from glossary.annotation.elements import (
    ATTRIBUTES,
    CLASSES,
    EVERYWHERE,
    LINK_CLASS,
    REFERENCES,
)
from glossary.annotation.tokens import decode

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

OURS = "user-content-"


def kept(name: str, given: Mapping[str, str]) -> dict[str, str]:
    """Return what is kept of the attributes of an element that comes back as ``name``.

    The values are as they are written in markup.
    """
    known = EVERYWHERE | ATTRIBUTES.get(name, frozenset())
    found = {}
    for attribute in filter(known.__contains__, given):
        value, parts = given[attribute], given[attribute].split()
        if attribute == "class":
            value = " ".join(one for one in CLASSES if one in parts)
        elif attribute in REFERENCES or (attribute == "id" and len(parts) == 1):
            value = " ".join(map(_marked, parts))
        elif attribute == "id":
            value = ""
        if value or attribute not in _NEVER_EMPTY:
            found[attribute] = value
    return found


_NEVER_EMPTY = REFERENCES | {"class", "id"}


def tag(name: str, attributes: Mapping[str, str]) -> str:
    """Return the start tag of an element with attributes that are kept."""
    return f"<{name}{''.join(_written(attributes))}>"


def without_bad_address(given: Mapping[str, str]) -> Mapping[str, str]:
    """Return the attributes of an element; of addresses only one that may stay."""
    if "href" not in given or is_address(given["href"]):
        return given
    return {key: value for key, value in given.items() if key != "href"}


def linked_entries(given: Mapping[str, str]) -> list[str]:
    """Return the entries to which a link that we put there leads."""
    if "href" not in given or LINK_CLASS not in given.get("class", "").split():
        return []
    return decode(given.get("data-entries", "")).split()


def within(attributes: Mapping[str, str], places: Collection[str]) -> dict[str, str]:
    """Return those of a link, its address changed if it is one of ``places``.

    Any other place is not in this text, but in the page around it.
    """
    marked = _marked(attributes["href"].removeprefix("#"))
    if {decode(marked), unquote(decode(marked))}.isdisjoint(places):
        return dict(attributes)
    return {**attributes, "href": f"#{marked}"}


def _marked(place: str) -> str:
    """Return an id with our beginning, if it has it not yet."""
    return place if place.startswith(OURS) else OURS + place


def _written(attributes: Mapping[str, str]) -> Iterator[str]:
    for name, value in attributes.items():
        escaped = value.replace('"', "&quot;")
        yield f' {name}="{escaped}"'
