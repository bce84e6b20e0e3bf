"""Two texts of a document beside each other: by language, by field, by words.

A draft may be unfinished, so this compares JSON; the shapes only tell what things are
called, and in which order they stand.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

import orjson

from glossary import languages
from glossary.desk.parts.fields import (
    Field,
    fields_of,
    grammar_of,
    inside,
    is_grammar,
    shape_of,
)
from glossary.desk.reviewing.rows import match
from glossary.review import COUNTED
from glossary.review.words import Piece, difference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.utils.functional import _StrPromise
    from pydantic import BaseModel

    from glossary.document import DocumentKind

Kind = Literal["same", "added", "removed", "changed", "moved"]


@dataclass(frozen=True)
class Part:
    """A field or a row, and what became of it.

    ``pieces`` are its words, in ``lang``; without one they are in the page's own.
    ``parts`` are what is inside it instead. ``was`` is the number that a row had.
    """

    label: str | _StrPromise
    place: str
    kind: Kind
    pieces: Sequence[Piece] = ()
    lang: str = ""
    parts: Sequence[Part] = ()
    number: int = 0
    was: int = 0
    remarks: Sequence[Any] = field(default=())

    @property
    def changed(self) -> list[Part]:
        """What is inside it and is otherwise."""
        return [one for one in self.parts if one.kind != "same"]

    @property
    def same(self) -> list[Part]:
        """What is inside it and stayed."""
        return [one for one in self.parts if one.kind == "same"]

    @property
    def is_whole(self) -> bool:
        """Whether all that is inside it stayed, came or went with it."""
        return self.kind in {"same", "added", "removed"}

    @property
    def text(self) -> str:
        """All its words, as they are now."""
        return "".join(one.text for one in self.pieces if one.kind != "removed")


@dataclass(frozen=True)
class Group:
    """The fields of a language; those of none have no code."""

    code: str
    name: str
    parts: Sequence[Part]

    @property
    def changed(self) -> list[Part]:
        """The fields that are otherwise, or of which somebody remarked something."""
        return [one for one in self.parts if one.kind != "same" or one.remarks]

    @property
    def same(self) -> list[Part]:
        """The fields that stayed."""
        return [one for one in self.parts if one.kind == "same" and not one.remarks]


def compare(kind: DocumentKind, before: str, after: str) -> list[Group]:
    """Return the languages of a document, then what is in none of them.

    Both are JSON texts; ``null`` where there is nothing to compare with.
    """
    old, new = (_dict(orjson.loads(text)) for text in (before, after))
    shape = shape_of(kind)
    sections = _dict(old.pop("languages", None)), _dict(new.pop("languages", None))
    name = {code: languages.get(code).name for code in languages.codes()}
    spoken = [*languages.codes(), *sorted({*sections[0], *sections[1]} - set(name))]
    groups = [
        Group(code, name.get(code, code), _section(shape, code, *sections))
        for code in spoken
        if code in sections[0] or code in sections[1]
    ]
    rest = _Reader(shape, languages.codes()[0], "").fields(old, new)
    return [*groups, Group("", "", list(rest))]


def _section(
    shape: type[BaseModel], code: str, before: dict[str, Any], after: dict[str, Any]
) -> list[Part]:
    reader = _Reader(inside(shape, "languages"), code, f"/languages/{code}")
    old, new = before.get(code), after.get(code)
    if isinstance(old, dict | None) and isinstance(new, dict | None):
        return list(reader.fields(old or {}, new or {}))
    return [reader.part(Field("", code), old, new)]


@dataclass(frozen=True)
class _Reader:
    """Compares what is at a place, as its shape has it, in a language."""

    shape: type[BaseModel] | None
    lang: str
    place: str

    def fields(self, before: dict[str, Any], after: dict[str, Any]) -> Iterator[Part]:
        """Yield the fields of an object in the order of its shape."""
        known = fields_of(self.shape) if self.shape else {}
        mine = after.get("lang", before.get("lang"))
        lang = mine if mine in languages.codes() else self.lang
        for name in [*known, *sorted({*before, *after} - {*known})]:
            if name in COUNTED or (name not in before and name not in after):
                continue
            escaped = name.replace("~", "~0").replace("/", "~1")
            reader = _Reader(self._inside(name), lang, f"{self.place}/{escaped}")
            found = known.get(name) or Field("", name)
            yield reader.part(found, before.get(name), after.get(name))

    def _inside(self, name: str) -> type[BaseModel] | None:
        if is_grammar(self.shape, name):
            return grammar_of(self.lang)
        return inside(self.shape, name)

    def part(self, one: Field, before: Any, after: Any) -> Part:
        """Return what became of a field, or of a row."""
        if _are(dict, before, after):
            parts = list(self._object(one, before or {}, after or {}))
        elif _are(list, before, after):
            parts = list(self._rows(one, before or [], after or []))
        else:
            return self._leaf(one, before, after)
        return Part(one.label, self.place, _kind(before, after, parts), parts=parts)

    def _object(
        self, one: Field, before: dict[str, Any], after: dict[str, Any]
    ) -> Iterator[Part]:
        """Yield the fields of an object, or the texts of a table of languages."""
        if self.shape and not {*before, *after} & {*languages.codes()}:
            yield from self.fields(before, after)
            return
        for name in sorted({*before, *after}):
            lang = name if name in languages.codes() else self.lang
            reader = _Reader(self.shape, lang, f"{self.place}/{name}")
            part = reader.part(one, before.get(name), after.get(name))
            label = languages.get(lang).name if lang == name else name
            yield replace(part, label=label)

    def _rows(
        self, one: Field, before: Sequence[Any], after: Sequence[Any]
    ) -> Iterator[Part]:
        for pair in match(before, after):
            place = pair.before if pair.after is None else pair.after
            reader = replace(self, place=f"{self.place}/{place}")
            old = None if pair.before is None else before[pair.before]
            new = None if pair.after is None else after[pair.after]
            part = reader.part(one, old, new)
            yield replace(
                part,
                label="",
                kind="moved" if pair.is_moved and part.kind == "same" else part.kind,
                number=0 if pair.after is None else pair.after + 1,
                was=(pair.before or 0) + 1 if pair.is_moved else 0,
            )

    def _leaf(self, one: Field, before: Any, after: Any) -> Part:
        old, new = _said(one, before), _said(one, after)
        pieces = difference(old, new)
        is_words = {type(one.words(value)) for value in (before, after)} == {type(None)}
        lang = self.lang if is_words else ""
        return Part(one.label, self.place, _kind(before, after), pieces, lang)


def _kind(before: Any, after: Any, parts: Sequence[Part] = ()) -> Kind:
    if before == after:
        return "same"
    if before is None:
        return "added"
    if after is None:
        return "removed"
    kinds = {one.kind for one in parts}
    return "same" if parts and kinds == {"same"} else "changed"


def _said(one: Field, value: Any) -> str:
    """Return what people read where this value stands."""
    if value is None or isinstance(value, str):
        return str(one.words(value) or value or "")
    return str(one.words(value) or orjson.dumps(value).decode())


def _dict(value: Any) -> dict[str, Any]:
    return dict(value) if isinstance(value, dict) else {}


def _are(sort: type, before: Any, after: Any) -> bool:
    """Tell whether both are such, or one of them came or went."""
    return {type(before), type(after)} in ({sort}, {sort, type(None)})


def is_about(part: Part, place: str) -> bool:
    """Tell whether a place is that of a field, or inside it."""
    return place == part.place or place.startswith(f"{part.place}/")
