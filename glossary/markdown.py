"""Markdown as our texts use it, turned into safe HTML and into plain text.

Paragraphs, lists, emphasis and links: CommonMark with everything else switched
off. A link to ``entry:some-id`` leads to that entry; where there is no such
public entry, its words stay and the link goes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import nh3
from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown_it.token import Token

ENTRY_LINK = re.compile(r"\]\(entry:([a-z0-9-]+)\)")
_TAGS = {"p", "ul", "ol", "li", "em", "strong", "a"}
_SCHEMES = ("https://", "http://", "/", "entry:")


class _Parser(MarkdownIt):
    """Markdown with little in it, and links to pages only."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 (the library's own hook)
        return url.startswith(_SCHEMES)


_parser = _Parser("zero", {"html": False}).enable(
    ["list", "emphasis", "link", "escape", "newline"]
)


def mentioned_entries(text: str) -> list[str]:
    """Return the ids of the entries that ``text`` links to, in order."""
    return ENTRY_LINK.findall(text)


def to_html(text: str, paths: Mapping[str, str]) -> str:
    """Return ``text`` as HTML; ``paths`` leads from an entry's id to its page."""
    linked = _resolve(text, paths)
    return nh3.clean(
        _parser.render(linked).strip(),
        tags=_TAGS,
        attributes={"a": {"href"}},
        link_rel="noreferrer",
    )


def to_text(text: str) -> str:
    """Return ``text`` as plain text: a blank line between blocks, ``-`` for items."""
    lines: list[str] = []
    depth = 0
    for token in _parser.parse(_resolve(text, {})):
        depth += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if token.type == "inline":
            lines.append(("- " if depth else "") + _plain(token))
    return re.sub(r"\n\n(?=- )", "\n", "\n\n".join(lines))


def _plain(token: Token) -> str:
    """Return the characters of an inline token without its marks."""
    breaks = {"softbreak", "hardbreak"}
    return "".join(
        " " if child.type in breaks else child.content for child in token.children or ()
    )


def _resolve(text: str, paths: Mapping[str, str]) -> str:
    """Put addresses in the place of entry links; unlink entries without one."""

    def link(match: re.Match[str]) -> str:
        words, entry_id = match.groups()
        return f"[{words}]({paths[entry_id]})" if entry_id in paths else words

    return re.sub(r"\[([^\]\[]*)\]\(entry:([a-z0-9-]+)\)", link, text)
