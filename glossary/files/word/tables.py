"""Tables of a Word document: rows that were deleted, cells that others cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.files.word.names import is_on, name, path, value

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from glossary.files.word.story import Story

_STYLE, _ROW_LOOK = path("w:tblPr/w:tblStyle"), name("w:trPr")
_HIDDEN, _GONE = name("w:hidden"), name("w:del")
_CELL_GONE, _MERGED = path("w:tcPr/w:cellDel"), path("w:tcPr/w:vMerge")
_FIRST = "restart"


def _table(story: Story, table: Element) -> None:
    """Read a table, which no paragraph goes on into."""
    story.blocks.end()
    before = story.table, story.has_merged
    story.table = story.place.styles.look(value(table.find(_STYLE)), "table")
    story.has_merged = False
    story.read(table)
    story.table, story.has_merged = before


def _row(story: Story, row: Element) -> None:
    """Read a row, unless it was deleted."""
    properties = row.find(_ROW_LOOK)
    if properties is None:
        story.read(row)
    elif is_on(properties.find(_HIDDEN)):
        story.read_hidden(row)
    elif properties.find(_GONE) is None:
        story.read(row)


def _cell(story: Story, cell: Element) -> None:
    """Read a cell, unless it was deleted, or is covered by one above it."""
    merged = cell.find(_MERGED)
    is_first = merged is not None and value(merged) == _FIRST
    story.has_merged |= is_first
    if merged is not None and not is_first and story.has_merged:
        story.read_hidden(cell)
    elif cell.find(_CELL_GONE) is None:
        story.read(cell)
    story.blocks.end()


TABLES = {name("w:tbl"): _table, name("w:tr"): _row, name("w:tc"): _cell}
