"""Cuts HTML into tags and text, as browsers do (WHATWG HTML, 13.2.5).

One pass, in time that grows with the length alone: every character is looked at
once, whatever quotation marks or brackets are missing.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from glossary.annotation.elements import FOREIGN, RAW_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

_VALUE = r"""(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>]*+)"""
_ATTRIBUTE = rf"[^\s/>][^\s/>=]*+(?:\s*+=\s*+{_VALUE})?+"
_TAG = re.compile(
    rf"""
    <(?:
        !--(?:-?>|.*?(?:--!?>|\Z))
      | (?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)
        (?P<attributes>(?:[\s/]++|{_ATTRIBUTE})*+)(?:(?P<whole>>)|\Z)
      | [!?/][^>]*+(?:>|\Z)
    )
    """,
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTES = re.compile(rf"([^\s/>][^\s/>=]*+)(?:\s*+=\s*+({_VALUE}))?+")
_TITLE = re.compile(r"\s*+<title(?:\s[^>]*+)?>([^<]*+)</title", re.IGNORECASE)
_IS_CLOSED = re.compile(r"""(?:^|[\s"'/])/\Z""")
_LONG_NUMBER = re.compile(r"&#(\d{8,}+);?")


class Token(NamedTuple):
    """Text, or the tag of an element with its attributes as they are written.

    ``title`` is what a drawing begins with, if it says what it shows.
    """

    text: str = ""
    start: str = ""
    end: str = ""
    attributes: str = ""
    title: str = ""


def read_tokens(markup: str) -> Iterator[Token]:
    """Yield the tokens of ``markup``; comments and the like are left out.

    So is what is in an element that holds no markup, a script for example, and a
    tag that the end of the text cuts off.
    """
    markup = markup.replace("\0", "")
    done, tag = 0, _TAG.search(markup)
    while tag:
        if done < tag.start():
            yield Token(text=decode(markup[done : tag.start()]))
        done = tag.end()
        if tag["whole"]:
            name = tag["name"].lower()
            if tag["end"]:
                yield Token(end=name)
            elif name in RAW_TEXT:
                done = _after_raw_text(markup, name, done)
            else:
                yield from _start_tags(name, tag["attributes"], markup, done)
        tag = _TAG.search(markup, done)
    if done < len(markup):
        yield Token(text=decode(markup[done:]))


def read_attributes(text: str) -> dict[str, str]:
    """Return the attributes of a tag by name, as they are written: not decoded.

    Where one is given twice, the first counts.
    """
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTES.findall(text):
        unquoted = value.strip(value[0]) if value[:1] in {'"', "'"} else value
        found.setdefault(name.lower(), unquoted)
    return found


def decode(text: str) -> str:
    """Return ``text`` with its character references resolved."""
    if "&" not in text:
        return text
    return html.unescape(_LONG_NUMBER.sub(_without_zeros, text))


def _start_tags(name: str, attributes: str, markup: str, done: int) -> Iterator[Token]:
    """Yield the start tag of an element; of one that is closed in it, the end, too."""
    if name not in FOREIGN:
        yield Token(start=name, attributes=attributes)
        return
    title = _TITLE.match(markup, done) if name == "svg" else None
    shows = decode(title[1]) if title else ""
    yield Token(start=name, attributes=attributes, title=shows)
    if _IS_CLOSED.search(attributes):
        yield Token(end=name)


def _without_zeros(number: re.Match[str]) -> str:
    """Return a character's long number shortened: Python refuses very long ones."""
    digits = number[1].lstrip("0")
    return f"&#{digits or 0};" if len(digits) < 8 else "\ufffd"


def _after_raw_text(markup: str, name: str, start: int) -> int:
    """Return where the element ends whose raw text begins at ``start``."""
    end = _end_tag(name).search(markup, start)
    return end.start() if end else len(markup)


@lru_cache
def _end_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
