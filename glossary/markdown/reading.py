"""Reads Markdown into blocks of pieces: what HTML and plain text are written from."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML

from glossary.markdown.pieces import CLOSED, ENTRY, LANG, OPENED, Parsed, Part, Piece

if TYPE_CHECKING:
    from markdown_it.token import Token

_ADDRESS = re.compile(rf"https?://|/|{ENTRY}|{LANG}[a-z]{{2,3}}(?:-[a-zA-Z0-9]+)*$")


class _Parser(MarkdownIt):
    """Markdown with little in it, and links to pages only."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 (the library's own hook)
        return bool(_ADDRESS.match(url))


_parser = _Parser("zero", {"html": False}).enable(
    ["list", "emphasis", "link", "escape", "newline"]
)
_renderer = RendererHTML()


@lru_cache(maxsize=64)
def read(text: str) -> Parsed:
    """Return ``text`` as it was read: it is asked for in several forms in a row."""
    tokens, parts, before, depth = _parser.parse(text), [], "", 0
    for place, token in enumerate(tokens):
        depth += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if token.type == "inline":
            pieces = tuple(map(_piece, token.children or ()))
            parts.append(Part(before, pieces, depth > 0))
            before = ""
        else:
            before += _renderer.renderToken(tokens, place, _parser.options, {})
    return Parsed(tuple(parts), before)


def _piece(token: Token) -> Piece:
    if token.type in {OPENED, CLOSED}:
        return Piece(token.type, str(token.attrs.get("href", "")), "")
    html = _renderer.renderInline([token], _parser.options, {})
    return Piece(token.type, token.content, html)
