"""Markdown as our texts use it, turned into safe HTML and into plain text.

Paragraphs, lists, emphasis and links: CommonMark with everything else switched
off. A link to ``entry:some-id`` leads to that entry; where there is no such
public entry, its words stay and the link goes. A link to ``lang:en`` is no link:
it says that its words are in that language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import nh3
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from glossary.memory import briefly

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ENTRY_LINK = re.compile(r"\]\(entry:([a-z0-9-]+)\)")
_TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "span"}
_ADDRESS = re.compile(r"https?://|/|entry:|lang:[a-z]{2,3}(?:-[a-zA-Z0-9]+)*$")


class _Parser(MarkdownIt):
    """Markdown with little in it, and links to pages only."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 (the library's own hook)
        return bool(_ADDRESS.match(url))


_parser = _Parser("zero", {"html": False}).enable(
    ["list", "emphasis", "link", "escape", "newline"]
)


def mentioned_entries(text: str) -> list[str]:
    """Return the ids of the entries that ``text`` links to, in order."""
    return ENTRY_LINK.findall(text)


def to_html(
    text: str, paths: Mapping[str, str], names: Mapping[str, str] | None = None
) -> str:
    """Return ``text`` as HTML; ``paths`` leads from an entry's id to its page.

    ``names`` are names of another language than that of the text, each with its
    language: where one stands, that is said.
    """
    tokens = _parser.parse(_resolve(text, paths))
    for token in tokens:
        if token.children:
            token.children = [*_in_languages(token.children, names or {})]
    return nh3.clean(
        str(_parser.renderer.render(tokens, _parser.options, {})).strip(),
        tags=_TAGS,
        attributes={"a": {"href"}, "span": {"lang"}},
        link_rel="noreferrer",
    )


@briefly(32)
def to_text(text: str) -> str:
    """Return ``text`` as plain text: a blank line between blocks, ``-`` for items.

    Remembered, since public form and index of an entry are made one after the other.
    """
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


def _in_languages(tokens: Sequence[Token], names: Mapping[str, str]) -> Iterator[Token]:
    """Yield inline tokens, those in another language inside a ``span`` that says so."""
    foreign = False
    for token in tokens:
        address = str(token.attrs.get("href", ""))
        if address.startswith("lang:"):
            foreign = True
            yield Token("span_open", "span", 1, {"lang": address.partition(":")[2]})
        elif foreign and token.type == "link_close":
            foreign = False
            yield Token("span_close", "span", -1)
        elif token.type == "text" and names and not foreign:
            yield Token("html_inline", "", 0, content=_with_names(token.content, names))
        else:
            yield token


def _with_names(text: str, names: Mapping[str, str]) -> str:
    """Return ``text`` as HTML, with the names in it marked by their language."""
    here = [name for name in names if name in text]
    if not here:
        return str(escapeHtml(text))
    longest = "|".join(re.escape(name) for name in sorted(here, key=len, reverse=True))
    parts = re.split(rf"(?<!\w)({longest})(?!\w)", text)
    return "".join(
        f'<span lang="{names[part]}">{escapeHtml(part)}</span>'
        if place % 2
        else escapeHtml(part)
        for place, part in enumerate(parts)
    )
