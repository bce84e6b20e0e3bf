"""Two people have changed one text: both versions, and what is to become of them."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.translation import gettext as _

from glossary import languages
from glossary.desk.parts.field_words import FIELDS, ROWS
from glossary.review import changed_places

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from django.utils.functional import _StrPromise

    from glossary.desk.writing.slots import Slot
    from glossary.review import Draft

TAKE, THEIRS = "take:", "theirs"
_NOTHING = object()


class Differing(NamedTuple):
    """A place at which two versions differ, and which of them is proposed."""

    place: str
    label: str
    mine: str
    theirs: str
    is_theirs: bool


def differing(
    slots: Sequence[Slot], mine: Draft, theirs: Draft, opened: Draft
) -> list[Differing]:
    """Return the places at which two versions differ.

    Theirs is proposed where mine is as it was ``opened``: only they changed it.
    """
    return [
        Differing(
            place,
            label_of(slots, place),
            _text(_at(mine, place)),
            _text(_at(theirs, place)),
            _at(mine, place) == _at(opened, place),
        )
        for place in changed_places(theirs, mine)
    ]


def settled(mine: Draft, theirs: Draft, chosen: Mapping[str, str]) -> Draft:
    """Return mine with what was ``chosen`` of theirs, by place.

    Rows in which nobody has typed anything stay what they are.
    """
    found = deepcopy(mine)
    known = set(changed_places(theirs, mine))
    for place, whose in chosen.items():
        if whose == THEIRS and place in known:
            _put(found, place, _at(theirs, place))
    return found


def label_of(slots: Sequence[Slot], place: str) -> str:
    """Return the words for a place: those of the field, with what it is a part of."""
    words = list(_labels(slots, place.split("/")[1:]))
    return ", ".join(words) or _("The whole text")


def _labels(slots: Sequence[Slot], parts: Sequence[str]) -> Iterator[str]:
    """Yield the words from the outside to the inside."""
    inside, is_language, row = list(slots), False, ""
    for part in parts:
        slot = next((one for one in inside if one.name == part), None)
        if part.isdecimal() and row:
            yield f"{row} {int(part) + 1}"
            row = ""
            continue
        if slot is None:
            yield part
            return
        yield languages.get(slot.lang).name if is_language else str(_label(slot))
        row = str(ROWS[slot.shape, slot.name][0]) if _has_rows(slot) else ""
        inside, is_language = list(slot.inside), slot.is_by_language


def _label(slot: Slot) -> str | _StrPromise:
    return FIELDS[slot.shape, slot.name].label


def _has_rows(slot: Slot) -> bool:
    return (slot.shape, slot.name) in ROWS


def _parts(place: str) -> list[str]:
    return [part.replace("~1", "/").replace("~0", "~") for part in place.split("/")[1:]]


def _at(document: Any, place: str) -> Any:
    """Return what stands at a place (RFC 6901), if anything does."""
    for part in _parts(place):
        if isinstance(document, list) and part.isdecimal():
            document = document[int(part)] if int(part) < len(document) else _NOTHING
        elif isinstance(document, dict):
            document = document.get(part, _NOTHING)
        else:
            return _NOTHING
    return document


def _put(document: Any, place: str, value: Any) -> None:
    *above, last = _parts(place)
    for part in above:
        document = (
            document[int(part)]
            if isinstance(document, list)
            else document.setdefault(part, {})
        )
    if isinstance(document, list):
        document[int(last)] = value
    elif value is _NOTHING:
        document.pop(last, None)
    else:
        document[last] = value


def _text(value: Any) -> str:
    """Return what stands somewhere as people can read it."""
    if value is _NOTHING:
        return _("Nothing stands here.")
    if isinstance(value, str):
        return value
    return "\n".join(_lines(value, ""))


def _lines(value: Any, before: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name, one in value.items():
            if isinstance(one, dict | list):
                yield f"{before}{name}:"
                yield from _lines(one, before + "  ")
            else:
                yield f"{before}{name}: {one}"
    elif isinstance(value, list):
        for one in value:
            yield from _lines(
                one, before + "– " if not isinstance(one, dict) else before
            )
    else:
        yield f"{before}{value}"
