"""Rows of a list are added, taken out and moved: what was typed moves with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary.desk.writing.typed import ROW, Typed

if TYPE_CHECKING:
    from collections.abc import Sequence

ADD, REMOVE, UP, DOWN = "add", "remove", "up", "down"


class Move(NamedTuple):
    """What a button asks for: of a list, or of the row ``token`` in it."""

    what: str
    place: str
    token: str

    @classmethod
    def of(cls, asked: str) -> Move | None:
        """Return what the value of a button says, if that is of a row."""
        what, _, place = asked.partition(":")
        if what == ADD:
            return cls(what, place, "")
        above, _, token = place.rpartition("/")
        return cls(what, above, token) if what in {REMOVE, UP, DOWN} else None


def move(typed: Typed, asked: Move) -> str:
    """Do what a button asks for; return the place at which to go on."""
    rows = typed.below(asked.place)
    tokens = list(rows)
    if asked.what == ADD:
        rows.below("/new/" + ROW)
        return f"{asked.place}/{len(tokens)}"
    at = tokens.index(asked.token) if asked.token in tokens else -1
    if at < 0:
        return asked.place
    now = _moved(tokens, at, asked.what)
    found = {token: rows[token] for token in now}
    rows.clear()
    rows.update(found)
    left = now.index(asked.token) if asked.token in now else min(at, len(now) - 1)
    return f"{asked.place}/{left}" if now else asked.place


def _moved(tokens: Sequence[str], at: int, what: str) -> list[str]:
    """Return the rows in their new order."""
    rest = [*tokens[:at], *tokens[at + 1 :]]
    if what == REMOVE:
        return rest
    to = max(0, at - 1) if what == UP else at + 1
    return [*rest[:to], tokens[at], *rest[to:]]
