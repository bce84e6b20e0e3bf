"""What comes out of a file: its text, and what of it is not in that text."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

import orjson


class Unread(StrEnum):
    """What of a file is not in its text; stable, for whoever says it in words."""

    PICTURE_PAGES = "picture-pages"
    """Pages that are pictures, as a scanner makes them."""
    LOST_PAGES = "lost-pages"
    """Pages that are damaged, or whose letters nothing tells."""
    SIGNS = "signs"
    """Bytes that stand for no letter or sign in the encoding of the file."""
    FORM = "form"
    """A form that only a program of its maker can show."""
    HIDDEN = "hidden"
    """Words that the writer hid."""
    ENCLOSED = "enclosed"
    """Other files in the file: attachments of a message, documents in a document."""
    LOCKED = "locked"
    """A part that only who has its key can read."""
    DRAWINGS = "drawings"
    """Pictures and drawings that stand for most of what there is to read."""


class Gap(NamedTuple):
    """What was not read, and on which pages, counted from 1, where pages count."""

    what: Unread
    pages: tuple[int, ...] = ()


class FileText(NamedTuple):
    """The text of a file, and its gaps, each kind once, in the order of ``Unread``."""

    text: str
    gaps: tuple[Gap, ...] = ()


def to_bytes(read: FileText) -> bytes:
    """Return what was read as it goes from the process that reads it to us."""
    text = read.text.encode("utf-8", "replace").decode()
    return orjson.dumps([text, [tuple(gap) for gap in read.gaps]])


def from_bytes(data: bytes) -> FileText:
    """Return what ``to_bytes`` was given."""
    text, gaps = orjson.loads(data)
    return FileText(
        text, tuple(Gap(Unread(what), tuple(pages)) for what, pages in gaps)
    )
