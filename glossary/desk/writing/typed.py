"""A form and a draft: one made from the other, and nothing lost on the way.

A field of the form is named by its place in the document, as a JSON pointer
(RFC 6901). What a draft holds and no field can show (another type, a name that no
shape has, an empty text) goes with the form as JSON, under ``~rest`` of the object
that it is in, and stays for as long as nobody types anything in its place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import orjson

from glossary.desk.writing.slots import Ask, Slot

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary.review import Draft

ABSENT = object()
REST, DROP, RAW, ROW = "~rest", "~drop", "~raw", "~row"
TICKED = "yes"
_NUMBER = re.compile(r"-?[0-9]{1,9}")
_LOST = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""What does not come back from a browser as it was sent."""
_BREAKS = re.compile(r"\n+")


class Blank(dict[str, Any]):
    """A row in which nobody has typed anything yet."""


class Typed(dict[str, "Typed"]):
    """What was typed at a place, and below it in the order of the form."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.texts: list[str] = []

    def below(self, place: str) -> Typed:
        """Return what was typed at a place, which is there from now on."""
        here = self
        for part in place.split("/")[1:]:
            here = here.setdefault(part, Typed())
        return here

    def json(self, name: str) -> Any:
        """Return the JSON that goes with the form; nothing where it is none."""
        texts = self[name].texts if name in self else []
        try:
            return orjson.loads(texts[0]) if texts else None
        except orjson.JSONDecodeError:
            return None


def typed_in(fields: Iterable[tuple[str, Sequence[str]]]) -> Typed:
    """Return what is in the fields of a form that are named by places."""
    root = Typed()
    for name, texts in fields:
        if name.startswith("/"):
            root.below(name).texts += texts
    return root


def draft_of(slots: Sequence[Slot], typed: Typed) -> Draft:
    """Return the draft that a form holds; rows without a word are ``Blank``."""
    rest = typed.json(REST)
    known: Draft = rest if isinstance(rest, dict) else {}
    known = {name: known[name] for name in known if name not in _dropped(typed)}
    found: Draft = {}
    for slot in slots:
        value = _value(slot, typed.get(slot.name, Typed()))
        if slot.name in known and _says_nothing_new(slot, value, known[slot.name]):
            value = known[slot.name]
        if value is not ABSENT:
            found[slot.name] = value
    return found | {name: known[name] for name in known if name not in found}


def rest_of(slots: Sequence[Slot], data: Draft) -> Draft:
    """Return what an object holds and its fields cannot give back."""
    names = {slot.name: slot for slot in slots}
    return {
        name: value
        for name, value in data.items()
        if name not in names or not _comes_back(names[name], value)
    }


def is_odd(slots: Sequence[Slot], name: str, value: Any) -> bool:
    """Tell whether nobody can see in the form what is held there."""
    slot = next((one for one in slots if one.name == name), None)
    if slot is None:
        return True
    is_plain = slot.ask == Ask.TICK and isinstance(value, bool)
    if slot.ask == Ask.KEPT or is_plain or value in (None, "", [], {}):
        return False
    if slot.is_whole:
        return not slot.inside or not isinstance(value, _container(slot))
    return not shown(slot, value)


def shown(slot: Slot, value: Any) -> list[str]:
    """Return what the field shows of a value: nothing of what it cannot show."""
    if slot.ask == Ask.TICK:
        return [TICKED] if value is (not slot.default) else []
    if slot.ask == Ask.NUMBER and type(value) is int:
        return [str(value)]
    if slot.ask in {Ask.SEVERAL, Ask.ORDER, Ask.LINES}:
        given = value if isinstance(value, list) else []
        texts = [text for one in given if (text := _line(one))]
        if slot.ask == Ask.SEVERAL:
            return sorted(dict.fromkeys(texts), key=lambda one: _order(slot, one))
        return ["\n".join(texts)] if texts and slot.ask == Ask.LINES else texts
    text = _text(value) if slot.ask == Ask.TEXT else _line(value)
    return [text] if text else []


def without_blanks(value: Any) -> Any:
    """Return a draft without the rows in which nobody has typed anything."""
    if isinstance(value, Blank):
        return ABSENT
    if isinstance(value, dict):
        found = {name: without_blanks(one) for name, one in value.items()}
        left: Any = {name: one for name, one in found.items() if one is not ABSENT}
    elif isinstance(value, list):
        left = [one for row in value if (one := without_blanks(row)) is not ABSENT]
    else:
        return value
    return left if left or not value else ABSENT


def _order(slot: Slot, code: str) -> int:
    return slot.codes.index(code) if code in slot.codes else len(slot.codes)


def _text(value: Any) -> str:
    return _LOST.sub("", value) if isinstance(value, str) else ""


def _line(value: Any) -> str:
    return _BREAKS.sub(" ", _text(value))


def _container(slot: Slot) -> type:
    return dict if slot.ask == Ask.GROUP else list


def _comes_back(slot: Slot, value: Any) -> bool:
    """Tell whether a field gives back what it shows of a value."""
    if slot.ask == Ask.KEPT:
        return False
    if slot.is_whole:
        return isinstance(value, _container(slot)) and bool(value) and bool(slot.inside)
    return _same(_read(slot, shown(slot, value)), value)


def _says_nothing_new(slot: Slot, value: Any, known: Any) -> bool:
    """Tell whether a field says only what it showed of a value."""
    if slot.ask == Ask.KEPT or slot.is_whole:
        return value is ABSENT
    return _same(value, _read(slot, shown(slot, known)))


def _same(one: Any, other: Any) -> bool:
    if one is ABSENT or other is ABSENT:
        return one is other
    return orjson.dumps(one) == orjson.dumps(other)


def _dropped(typed: Typed) -> list[str]:
    return typed[DROP].texts if DROP in typed else []


def _value(slot: Slot, typed: Typed) -> Any:
    if slot.ask == Ask.ROWS:
        return [_row(slot, row) for row in typed.values()] or ABSENT
    if slot.ask == Ask.GROUP:
        return draft_of(slot.inside, typed) or ABSENT
    return _read(slot, typed.texts)


def _row(slot: Slot, typed: Typed) -> Any:
    if RAW in typed:
        return typed.json(RAW)
    found = draft_of(slot.inside, typed)
    return found if found or REST in typed else Blank()


def _read(slot: Slot, texts: Sequence[str]) -> Any:
    """Return the value that somebody typed; ``ABSENT`` where that is nothing."""
    given = [one for text in texts if (one := _clean(text))]
    if slot.ask == Ask.KEPT or not given:
        return ABSENT
    if slot.ask == Ask.TICK:
        return not slot.default
    if slot.ask in {Ask.SEVERAL, Ask.ORDER}:
        return given
    if slot.ask == Ask.LINES:
        return [one for line in given[0].split("\n") if (one := line.strip())]
    if slot.ask == Ask.TEXT:
        return given[0]
    line = " ".join(given[0].split("\n"))
    is_number = slot.ask == Ask.NUMBER and _NUMBER.fullmatch(line)
    return int(line) if is_number else line


def _clean(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
