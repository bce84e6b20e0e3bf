"""Which kinds of pages an OpenDocument text has, of those that it describes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.files.open_document.names import name, names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from glossary.files.open_document.styles import Styles

_PAGE, _NAME = names("style:master-page style:name")
_NEXT, _USUAL = name("style:next-style-name"), "Standard"
_TEXT = name("office:text")
_STYLE, _STYLE_OF_TABLE = names("text:style-name table:style-name")
_BLOCKS = {
    **dict.fromkeys(names("text:p text:h"), ("paragraph", _STYLE)),
    name("table:table"): ("table", _STYLE_OF_TABLE),
}
_NO_PAGES = frozenset(names("text:tracked-changes office:forms"))


def used_pages(
    described: Element, body: Element | None, styles: Styles
) -> list[Element]:
    """Return the kinds of pages that a text has, in the order of their description.

    A block may begin a page of another kind, and each kind says which one follows. The
    first page is of the usual kind, unless its first block says something else.
    """
    pages = {page.get(_NAME, ""): page for page in described.iter(_PAGE)}
    begun = list(_begun(body, styles)) if body is not None else []
    usual = _USUAL if _USUAL in pages else next(iter(pages), "")
    left = {one for one in begun if one in pages}
    if not begun or begun[0] not in pages:
        left.add(usual)
    used: set[str] = set()
    while left:
        used.add(page := left.pop())
        following = pages[page].get(_NEXT, "") if page in pages else ""
        left |= {following} & pages.keys() - used
    return [page for one, page in pages.items() if one in used]


def _begun(body: Element, styles: Styles) -> Iterator[str]:
    """Yield what kind of page each block begins, or nothing."""
    for text in body.iter(_TEXT):
        for part in text:
            for block in () if part.tag in _NO_PAGES else part.iter():
                if block.tag in _BLOCKS:
                    family, style = _BLOCKS[block.tag]
                    yield styles.page(family, block.get(style, ""))
