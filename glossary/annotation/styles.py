"""What hides words: attributes, and what is said in the element's own ``style``.

What a sheet of styles says is not known here, nor are colours: white on white is
read. So is what is moved aside or cut to one pixel, for that is how words are kept
for people who listen to a page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glossary.annotation.tokens import decode

if TYPE_CHECKING:
    from collections.abc import Mapping

SIZE, VISIBILITY = "font-size", "visibility"

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ZERO = re.compile(r"[+-]?(?:0+(?:\.0*)?|\.0+)(?:[a-z]+|%)?")
_TINY = re.compile(r"0*1?(?:\.\d*)?(?:px|pt)")  # nobody can read less than two
_SOME_SIZE = re.compile(
    r"[\d.]+(?:cm|in|mm|pc|pt|px|q|rem|vh|vw)|(?:x?x-)?(?:small|large)|medium|xxx-large"
)
_SIZE_IN_FONT = re.compile(r"(?:^|\s)(0|[\d.]++(?:[a-z]+|%))(?=[/\s])")
_CUTS = frozenset({"hidden", "clip"})
_SIDES = ("height", "max-height", "width", "max-width")


def is_hidden(name: str, given: Mapping[str, str]) -> bool:
    """Whether neither an element nor anything in it is shown."""
    return (
        "hidden" in given
        or "popover" in given
        or given.get("aria-hidden", "").strip().lower() == "true"
        or (name == "dialog" and "open" not in given)
        or ("style" in given and _is_taken_away(_declarations(given["style"])))
    )


def unseen_in(given: Mapping[str, str], around: frozenset[str]) -> frozenset[str]:
    """Return which properties hide words in an element, as ``around`` has them.

    Unlike what ``is_hidden`` tells, these can be taken back further inside: in many
    letters everything stands in a cell of no size, and the text has a size again.
    """
    if "style" not in given:
        return around
    said = _declarations(given["style"])
    size, visibility = said.get(SIZE, ""), said.get(VISIBILITY, "")
    if _ZERO.fullmatch(size) or _TINY.fullmatch(size):
        around |= {SIZE}
    elif _SOME_SIZE.fullmatch(size):
        around -= {SIZE}
    if visibility in {"hidden", "collapse"}:
        around |= {VISIBILITY}
    elif visibility == "visible":
        around -= {VISIBILITY}
    return around


def _is_taken_away(said: Mapping[str, str]) -> bool:
    return (
        said.get("display") == "none"
        or said.get("mso-hide") == "all"
        or said.get("content-visibility") == "hidden"
        or _is_zero(said, "opacity")
        or (
            not _CUTS.isdisjoint(said.get("overflow", "").split())
            and any(_is_zero(said, side) for side in _SIDES)
        )
    )


def _is_zero(said: Mapping[str, str], name: str) -> bool:
    return _ZERO.fullmatch(said.get(name, "")) is not None


def _declarations(style: str) -> dict[str, str]:
    """Return what a ``style`` says, by property: what counts, in small letters."""
    found: dict[str, str] = {}
    important: dict[str, str] = {}
    for declaration in _COMMENT.sub(" ", decode(style)).lower().split(";"):
        name, _, said = (part.strip() for part in declaration.partition(":"))
        before = said.removesuffix("important").rstrip()
        is_important = before != said and before.endswith("!")
        value = before[:-1].rstrip() if is_important else said
        if name == "font":
            size = _SIZE_IN_FONT.search(value)
            name, value = SIZE, size[1] if size else ""
        (important if is_important else found)[name] = value
    return {**found, **important}
