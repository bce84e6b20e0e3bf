"""What could not be read of a text goes with it, from page to page, in a field.

The field has the number of the text's letters A to Z first: what it says is told for
as long as the text is the same. Then come the gaps: ``812 picture-pages:2,5-7 signs``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glossary.files import Unread
from glossary.gaps import Missing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.gaps import Spans

FIELD = "unread"
_LETTER = re.compile("[A-Za-z]")
_NUMBER = "[1-9][0-9]{0,5}"
_SPAN = f"{_NUMBER}(?:-{_NUMBER})?"
_GAP = re.compile(
    rf"(?P<what>{'|'.join(Unread)})(?::(?P<pages>{_SPAN}(?:,{_SPAN}){{0,999}}))?"
)


def to_field(missing: Iterable[Missing], text: str) -> str:
    """Return what the field holds for a text; nothing where it is whole."""
    gaps = [f"{one.what}{_written(one.spans)}" for one in missing]
    return " ".join([str(_letters(text)), *gaps]) if gaps else ""


def from_field(value: str, text: str) -> tuple[Missing, ...]:
    """Return what is missing in a text; nothing where the field is of another one."""
    letters, *gaps = value.split(" ")
    found = [_GAP.fullmatch(gap) for gap in gaps[: len(Unread)]]
    if letters != str(_letters(text)):
        return ()
    return tuple(
        Missing(Unread(one["what"]), _read(one["pages"])) for one in found if one
    )


def _letters(text: str) -> int:
    return len(_LETTER.findall(text))


def _written(spans: Spans) -> str:
    pages = [
        str(first) if first == last else f"{first}-{last}" for first, last in spans
    ]
    return ":" + ",".join(pages) if pages else ""


def _read(pages: str | None) -> Spans:
    spans = [span.partition("-") for span in pages.split(",")] if pages else []
    return tuple((int(first), int(last or first)) for first, _, last in spans)
