"""Documents as plain values: the same for a file and for rows, so they compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import BaseModel

    Values = Mapping[str, Any]


def plain(values: Values) -> Values:
    """Return ``values`` as JSON has them: days as texts, tuples as lists."""
    found: Values = orjson.loads(orjson.dumps(values))
    return found


def of_document(document: BaseModel) -> Values:
    """Return what a document holds, without its id."""
    return document.model_dump(mode="json", exclude={"id"})


def of_row(row: object, shape: type[BaseModel]) -> dict[str, Any]:
    """Return what a row holds of the fields of ``shape``; an empty text is none."""
    names = [name for name in shape.model_fields if name != "id"]
    found = {name: getattr(row, name) for name in names if hasattr(row, name)}
    return {name: None if value == "" else value for name, value in found.items()}


def canonical(values: Values) -> str:
    """Return the one JSON text of ``values``."""
    return orjson.dumps(values, option=orjson.OPT_SORT_KEYS).decode()


def differences(here: Values, other: Values) -> list[str]:
    """Return the places at which what is here differs from ``other``.

    What one of them says nothing of is no difference: shapes grow.
    """
    both = (name for name in other if name in here)
    return [f"/{name}" for name in both if here[name] != other[name]]


def in_order(file: Iterable[str], here: Iterable[str]) -> list[str]:
    """Return the ids that are here in the order of the file, then the others."""
    known = dict.fromkeys(here)
    first = [key for key in file if key in known]
    return list(dict.fromkeys([*first, *known]))
