"""Markdown as our texts use it: its words and links, safe HTML, plain text.

Paragraphs, lists, emphasis and links: CommonMark with everything else switched
off. A link to ``entry:some-id`` leads to that entry; where there is no such
public entry, its words stay and the link goes. A link to ``lang:en`` is no link:
it says that its words are in that language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import nh3
from markdown_it.common.utils import escapeHtml

from glossary.markdown.pieces import BREAKS, CLOSED, ENTRY, LANG, OPENED, TEXT
from glossary.markdown.reading import read
from glossary.text import MARKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from glossary.markdown.pieces import Piece

    # The direction of a language where its lines go otherwise than the text's.
    Turned = Callable[[str], str]

_TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "span"}
_TO_ENTRY = re.compile(rf"{ENTRY}([a-z0-9-]+)")
_SPACES = re.compile(r"[ \t\n]+")


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
    for part in read(text).parts:
        yield Block(*_words(part.pieces), is_item=part.is_item)


def mentioned_entries(text: str) -> list[str]:
    """Return the ids of the entries that ``text`` links to, in order."""
    if ENTRY not in text:
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
    around, parsed = _Around(paths, names or {}, turned), read(text)
    html = "".join(part.before + _html(part.pieces, around) for part in parsed.parts)
    return nh3.clean(
        (html + parsed.end).strip(),
        tags=_TAGS,
        attributes={"a": {"href"}, "span": {"lang", "dir"}},
        link_rel="noreferrer",
    )


def to_text(text: str) -> str:
    """Return ``text`` as plain text: a blank line between blocks, ``-`` for items."""
    lines = (("- " if block.is_item else "") + block.text for block in blocks(text))
    return re.sub(r"\n\n(?=- )", "\n", "\n\n".join(lines))


def _words(pieces: Iterable[Piece]) -> tuple[str, tuple[Link, ...]]:
    """Return the characters of pieces without their marks, and the links.

    What says that words are in another language leads nowhere.
    """
    text, links, start, target = "", [], 0, ""
    for kind, content, _ in pieces:
        if kind == OPENED:
            start, target = len(text), content
        elif kind == CLOSED:
            if not target.startswith(LANG):
                links.append(Link(start, len(text), target))
        else:
            more = " " if kind in BREAKS else _SPACES.sub(" ", content)
            text += more[1:] if more[:1] == text[-1:] == " " else more
    return text, tuple(links)


def _html(pieces: Iterable[Piece], around: _Around) -> str:
    """Return pieces as HTML, with elements in the place of our links."""
    html, tag = "", ""
    for kind, content, own in pieces:
        if kind == OPENED:
            tag, attributes = _element(content, around)
            html += f"<{tag}{attributes}>" if tag else ""
        elif kind == CLOSED:
            html += f"</{tag}>" if tag else ""
            tag = ""
        elif kind == TEXT and around.names and tag != "span":
            html += _with_names(content, around)
        else:
            html += own
    return html


def _element(target: str, around: _Around) -> tuple[str, str]:
    """Return the name of the element for a link, and its attributes.

    There is none for what leads to an entry without a page.
    """
    if target.startswith(LANG):
        return "span", _spoken(target.removeprefix(LANG), around)
    if target.startswith(ENTRY):
        target = around.paths.get(target.removeprefix(ENTRY), "")
    return ("a", f' href="{escapeHtml(target)}"') if target else ("", "")


def _spoken(lang: str, around: _Around) -> str:
    """Return the attributes of words in a language."""
    direction = around.turned(lang)
    written = f' dir="{direction}"' if direction else ""
    return f' lang="{lang}"{written}'


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
    return f"<span{_spoken(lang, around)}>{html}</span>"
