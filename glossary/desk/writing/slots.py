"""The fields of a document's shape, as a form asks for them.

They are read from the shapes themselves: a field that a shape gets is in the form.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum, StrEnum
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from glossary import languages
from glossary.closed_lists import INVERSE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Ask(StrEnum):
    """How a form asks for what a field holds."""

    LINE = "line"
    TEXT = "text"
    NUMBER = "number"
    TICK = "tick"
    ONE = "one"
    SEVERAL = "several"
    ORDER = "order"
    LINES = "lines"
    GROUP = "group"
    ROWS = "rows"
    KEPT = "kept"


@dataclass(frozen=True)
class Slot:
    """A field of ``shape``; ``lang`` is the language that is written in it.

    ``codes`` is what it can be, where that is a closed list. ``inside`` are the fields
    of what it holds, or of each row of it; where ``is_by_language`` these are the
    languages of the site. A ``TICK`` stands for what is not the ``default``.
    """

    shape: str
    name: str
    ask: Ask
    lang: str = ""
    codes: tuple[str, ...] = ()
    default: Any = None
    most: int | None = None
    inside: tuple[Slot, ...] = ()
    is_by_language: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether it has fields of its own."""
        return self.ask in {Ask.GROUP, Ask.ROWS}


_KEPT = frozenset({"id", "edition", "matches", "signed_off"})
"""What nobody types: names that never change, what is counted, what others said.

The ``id`` of a relation is no name of this document.
"""
_FOREIGN = frozenset({("RelationDocument", "id")})
_ORDERED = frozenset({("EntryDocument", "topics")})


def slots_of(shape: type[BaseModel], lang: str = "") -> tuple[Slot, ...]:
    """Return the fields of a shape in its own order."""
    return tuple(
        _slot(shape.__name__, found.alias or name, found, lang)
        for name, found in shape.model_fields.items()
    )


def _slot(shape: str, name: str, found: FieldInfo, lang: str) -> Slot:
    kind, rules = _bare(found.annotation, found.metadata)
    if name in _KEPT and (shape, name) not in _FOREIGN:
        return Slot(shape, name, Ask.KEPT)
    if name == "grammar":
        own = languages.get(lang).grammar
        return Slot(shape, name, Ask.GROUP, lang, inside=slots_of(own))
    origin, inner = get_origin(kind), get_args(kind)
    if origin is dict:
        by_language = _by_language(shape, inner[1])
        return Slot(shape, name, Ask.GROUP, inside=by_language, is_by_language=True)
    if origin is tuple:
        return _several(shape, name, inner[0], lang)
    if _is(kind, BaseModel):
        return Slot(shape, name, Ask.GROUP, lang, inside=slots_of(kind, lang))
    return _single(shape, name, (kind, rules), lang, found.default)


def _single(
    shape: str, name: str, typed: tuple[Any, list[Any]], lang: str, default: Any
) -> Slot:
    """Return the field of one value."""
    kind, rules = typed
    if kind is bool:
        return Slot(shape, name, Ask.TICK, lang, default=default)
    if kind is int:
        return Slot(shape, name, Ask.NUMBER, lang)
    if codes := _codes(shape, name, kind):
        return Slot(shape, name, Ask.ONE, lang, codes=codes)
    most = next((one for rule in rules if (one := _of(rule, "max_length"))), None)
    is_short = most or kind is dt.date or any(_of(rule, "pattern") for rule in rules)
    return Slot(shape, name, Ask.LINE if is_short else Ask.TEXT, lang, most=most)


def _several(shape: str, name: str, annotation: Any, lang: str) -> Slot:
    """Return the field of several values."""
    kind, _ = _bare(annotation, [])
    if _is(kind, BaseModel):
        return Slot(shape, name, Ask.ROWS, lang, inside=slots_of(kind, lang))
    if codes := _codes(shape, name, kind):
        return Slot(shape, name, Ask.SEVERAL, lang, codes=codes)
    ask = Ask.ORDER if (shape, name) in _ORDERED else Ask.LINES
    return Slot(shape, name, ask, lang)


def _by_language(shape: str, annotation: Any) -> tuple[Slot, ...]:
    """Return the languages of the site as fields."""
    kind, rules = _bare(annotation, [])
    if _is(kind, BaseModel):
        return tuple(
            Slot(shape, code, Ask.GROUP, code, inside=slots_of(kind, code))
            for code in languages.codes()
        )
    return tuple(
        _single(shape, code, (kind, rules), code, None) for code in languages.codes()
    )


def _codes(shape: str, name: str, kind: Any) -> tuple[str, ...]:
    """Return what a field can be, where that is a closed list."""
    if (shape, name) == ("RelationDocument", "relation"):
        return tuple(str(one) for one in INVERSE)
    if get_origin(kind) is Literal:
        return tuple(str(one) for one in get_args(kind))
    return tuple(str(one) for one in kind) if _is(kind, Enum) else ()


def _bare(annotation: Any, rules: Sequence[Any]) -> tuple[Any, list[Any]]:
    """Return a type without what may be missing, and all the rules that it has."""
    found = list(_flat(rules))
    while True:
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            annotation, found = inner[0], [*found, *_flat(inner[1:])]
        elif origin in {Union, UnionType}:
            annotation = next(one for one in inner if one is not type(None))
        else:
            return annotation, found


def _flat(rules: Sequence[Any]) -> Iterator[Any]:
    for rule in rules:
        yield from rule.metadata if isinstance(rule, FieldInfo) else [rule]


def _of(rule: Any, name: str) -> Any:
    return getattr(rule, name, None)


def _is(kind: Any, parent: type) -> bool:
    return isinstance(kind, type) and issubclass(kind, parent)
