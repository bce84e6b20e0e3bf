"""What differs between two texts of a document: places, and the languages in them.

A draft may be unfinished and need not be valid, so this compares JSON and not shapes.
Where something was put into a list or taken from it, the list is the place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from glossary import languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COUNTED = frozenset({"edition", "matches"})
"""What is counted when a text is submitted, and nobody writes."""


def changed_places(before: Any, after: Any) -> list[str]:
    """Return the places, as JSON pointers (RFC 6901), at which ``after`` differs."""
    return list(_places(before, after, ""))


def changed_languages(places: Iterable[str]) -> list[str]:
    """Return the languages that are concerned, in the order of the site's.

    What belongs to no language, such as a topic or a relation, counts as the first
    one of the site: somebody has to look at it.
    """
    named = {language_of(place) for place in places}
    return [code for code in languages.codes() if code in named]


def language_of(place: str) -> str:
    """Return the language that a place is in, the first of the site where in none.

    It is named by the section of an entry, or by the text of a field that has one in
    each language: ``/languages/cy/short``, ``/publisher_names/cy``.
    """
    known = languages.codes()
    parts = place.split("/")[1:3]
    return next((part for part in parts[1:] if part in known), known[0])


def at_place(document: Any, place: str) -> Any:
    """Return what stands at a place (RFC 6901), ``None`` where nothing does."""
    for part in place.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        if isinstance(document, list) and name.isdecimal():
            document = dict(enumerate(document)).get(int(name))
        else:
            document = document.get(name) if isinstance(document, dict) else None
    return document


def inside(place: str, name: str) -> str:
    """Return the place of a field of the object at ``place`` (RFC 6901)."""
    return f"{place}/{name.replace('~', '~0').replace('/', '~1')}"


def _places(before: Any, after: Any, place: str) -> Iterator[str]:
    if before == after:  # most of two texts is, and this is quickly seen
        return
    if _are_objects(before, after):
        old, new = before or {}, after or {}
        for name in sorted((old.keys() | new.keys()) - COUNTED):
            yield from _places(old.get(name), new.get(name), inside(place, name))
    elif _are_rows(before, after):
        for number, pair in enumerate(zip(before, after, strict=True)):
            yield from _places(*pair, f"{place}/{number}")
    else:
        yield place


def _are_objects(before: Any, after: Any) -> bool:
    """Tell whether both are objects, or one of them came or went."""
    return {type(before), type(after)} in ({dict}, {dict, type(None)})


def _are_rows(before: Any, after: Any) -> bool:
    both = isinstance(before, list) and isinstance(after, list)
    return both and len(before) == len(after)
