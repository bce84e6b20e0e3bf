"""What holds until a group of RTF ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from glossary.files.rtf.controls import Mode

if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.files.blocks import Blocks


class State(NamedTuple):
    """How words look, where they go, and what is done when the group ends."""

    blocks: Blocks
    mode: Mode = Mode.SHOWN
    font: int = 0
    fallback: int = 1
    """How many signs stand for one in Unicode, for programs that know none."""
    is_hidden: bool = False
    is_deleted: bool = False
    is_raised: bool = False
    is_note: bool = False
    depth: int = 0
    """How many stories there are around this one."""
    ending: Callable[[], None] | None = None


def changed(state: State, word: str, number: int | None) -> State:
    """Return the state after a control word about how words look."""
    changes: dict[str, Any] = {}
    match word:
        case "plain":
            changes = {"is_hidden": False, "is_deleted": False, "is_raised": False}
        case "v":
            changes = {"is_hidden": number != 0}
        case "deleted":
            changes = {"is_deleted": number != 0}
        case "super" | "up":
            changes = {"is_raised": number != 0}
        case "sub" | "dn" | "nosupersub":
            changes = {"is_raised": False}
        case "f":
            changes = {"font": number or 0}
        case "uc":
            changes = {"fallback": 1 if number is None else max(0, number)}
    return state._replace(**changes) if changes else state
