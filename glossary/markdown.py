"""Markdown as our texts use it: its words and links, safe HTML, plain text.

Paragraphs, lists, emphasis and links: CommonMark with everything else switched
off. A link to ``entry:some-id`` leads to that entry; where there is no such
public entry, its words stay and the link goes. A link to ``lang:en`` is no link:
it says that its words are in that language.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import nh3
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from glossary.text import MARKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    # The direction of a language where its lines go otherwise than the text's.
    Turned = Callable[[str], str]

_TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "span"}
_ENTRY, _LANG = "entry:", "lang:"
_TO_ENTRY = re.compile(rf"{_ENTRY}([a-z0-9-]+)")
_ADDRESS = re.compile(rf"https?://|/|{_ENTRY}|{_LANG}[a-z]{{2,3}}(?:-[a-zA-Z0-9]+)*$")
_BREAKS = {"softbreak", "hardbreak"}
_SPACES = re.compile(r"[ \t\n]+")


class _Parser(MarkdownIt):
    """Markdown with little in it, and links to pages only."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 (the library's own hook)
        return bool(_ADDRESS.match(url))


_parser = _Parser("zero", {"html": False}).enable(
    ["list", "emphasis", "link", "escape", "newline"]
)


class Link(NamedTuple):
    """The words ``text[start:end]`` of a block lead to ``target``."""

    start: int
    end: int
    target: str

    @property
    def entry(self) -> str:
        """The id of the entry that it leads to; empty where that is none."""
        found = _TO_ENTRY.fullmatch(self.target)
        return found[1] if found else ""


class Block(NamedTuple):
    """A paragraph, or an item of a list, without its marks."""

    text: str
    links: tuple[Link, ...]
    is_item: bool


def blocks(text: str) -> Iterator[Block]:
    """Yield the words of ``text``, with what leads somewhere, block by block."""
    depth = 0
    for token in _parsed(text):
        depth += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if token.type == "inline":
            yield Block(*_words(token.children or ()), is_item=depth > 0)


def mentioned_entries(text: str) -> list[str]:
    """Return the ids of the entries that ``text`` links to, in order."""
    if _ENTRY not in text:
        return []
    links = (link for block in blocks(text) for link in block.links)
    return [link.entry for link in links if link.entry]


class _Around(NamedTuple):
    """What is known outside of a text."""

    paths: Mapping[str, str]
    names: Mapping[str, str]
    turned: Turned


def _not_turned(_lang: str) -> str:
    return ""


def to_html(
    text: str,
    paths: Mapping[str, str],
    names: Mapping[str, str] | None = None,
    turned: Turned = _not_turned,
) -> str:
    """Return ``text`` as HTML; ``paths`` leads from an entry's id to its page.

    ``names`` are names of another language than that of the text, each with its
    language: where one stands, that is said. ``turned`` gives the direction of a
    language whose lines go otherwise than those of the text.
    """
    around = _Around(paths, names or {}, turned)
    tokens = [
        token.copy(children=[*_resolved(token.children, around)])
        if token.children
        else token
        for token in _parsed(text)
    ]
    return nh3.clean(
        str(_parser.renderer.render(tokens, _parser.options, {})).strip(),
        tags=_TAGS,
        attributes={"a": {"href"}, "span": {"lang", "dir"}},
        link_rel="noreferrer",
    )


def to_text(text: str) -> str:
    """Return ``text`` as plain text: a blank line between blocks, ``-`` for items."""
    lines = (("- " if block.is_item else "") + block.text for block in blocks(text))
    return re.sub(r"\n\n(?=- )", "\n", "\n\n".join(lines))


@lru_cache(maxsize=64)
def _parsed(text: str) -> Sequence[Token]:
    """Return the tokens of ``text``, which is asked for in several forms in a row."""
    return _parser.parse(text)


def _words(tokens: Sequence[Token]) -> tuple[str, tuple[Link, ...]]:
    """Return the characters of inline tokens without their marks, and the links.

    What says that words are in another language leads nowhere.
    """
    text, links, start, target = "", [], 0, ""
    for token in tokens:
        if token.type == "link_open":
            start, target = len(text), str(token.attrs["href"])
        elif token.type == "link_close":
            if not target.startswith(_LANG):
                links.append(Link(start, len(text), target))
        else:
            more = " " if token.type in _BREAKS else _SPACES.sub(" ", token.content)
            text += more[1:] if more[:1] == text[-1:] == " " else more
    return text, tuple(links)


def _resolved(tokens: Sequence[Token], around: _Around) -> Iterator[Token]:
    """Yield inline tokens with elements of HTML in the place of our links."""
    tag = ""
    for token in tokens:
        if token.type == "link_open":
            tag, attributes = _element(str(token.attrs["href"]), around)
            if tag:
                yield Token(f"{tag}_open", tag, 1, attributes)
        elif token.type == "link_close":
            if tag:
                yield Token(f"{tag}_close", tag, -1)
            tag = ""
        elif token.type == "text" and around.names and tag != "span":
            html = _with_names(token.content, around)
            yield Token("html_inline", "", 0, content=html)
        else:
            yield token


def _element(target: str, around: _Around) -> tuple[str, dict[str, str | int | float]]:
    """Return the name of the element for a link, and its attributes.

    There is none for what leads to an entry without a page.
    """
    if target.startswith(_LANG):
        spoken = target.removeprefix(_LANG)
        direction = around.turned(spoken)
        return "span", {"lang": spoken, **({"dir": direction} if direction else {})}
    if target.startswith(_ENTRY):
        target = around.paths.get(target.removeprefix(_ENTRY), "")
    return ("a", {"href": target}) if target else ("", {})


def _with_names(text: str, around: _Around) -> str:
    """Return ``text`` as HTML, with the names in it marked by their language."""
    names = around.names
    here = [name for name in names if name in text]
    if not here:
        return str(escapeHtml(text))
    longest = "|".join(re.escape(name) for name in sorted(here, key=len, reverse=True))
    parts = re.split(rf"(?<!\w)({longest})(?![\w{MARKS}])", text)
    return "".join(
        _in_language(escapeHtml(part), names[part], around)
        if place % 2
        else escapeHtml(part)
        for place, part in enumerate(parts)
    )


def _in_language(html: str, lang: str, around: _Around) -> str:
    direction = around.turned(lang)
    written = f' dir="{direction}"' if direction else ""
    return f'<span lang="{lang}"{written}>{html}</span>'
