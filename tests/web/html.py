"""Reads a page as a browser or a screen reader would: elements, texts, languages."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_EMPTY = {"meta", "link", "input", "br", "hr", "path", "img"}
_UNSEEN = {"script", "style", "template"}


@dataclass
class Element:
    """An element; ``lang`` is the language that it is in."""

    tag: str
    attributes: dict[str, str]
    lang: str
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words in it, white space folded."""
        parts = [
            child if isinstance(child, str) else child.text for child in self.children
        ]
        return " ".join("".join(parts).split())

    def get(self, name: str) -> str:
        """Return an attribute, empty where there is none."""
        return self.attributes.get(name, "")

    def every(self, tag: str = "", **attributes: str) -> list[Element]:
        """Return the elements inside; ``class_`` asks for one of its classes."""
        wanted_class = attributes.pop("class_", "")
        return [
            one
            for one in self._inside()
            if tag in ("", one.tag)
            and all(one.get(name) == value for name, value in attributes.items())
            and (not wanted_class or wanted_class in one.get("class").split())
        ]

    def one(self, tag: str = "", **attributes: str) -> Element:
        """Return the only such element."""
        found = self.every(tag, **attributes)
        assert len(found) == 1, (tag, attributes, [one.text for one in found])
        return found[0]

    def spoken(self) -> Iterator[tuple[str, str]]:
        """Yield each run of text with the language that it is in."""
        for child in self.children:
            if isinstance(child, str):
                if child.strip() and self.tag not in _UNSEEN:
                    yield self.lang, " ".join(child.split())
            else:
                yield from child.spoken()

    def _inside(self) -> Iterator[Element]:
        """Yield the elements inside; what a template holds is in no document yet."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                if child.tag != "template":
                    yield from child._inside()


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {}, "")
        self.here = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        lang = attributes.get("lang", self.here.lang)
        element = Element(tag, attributes, lang, self.here)
        self.here.children.append(element)
        if tag not in _EMPTY:
            self.here = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.here.children.append(Element(tag, attributes, self.here.lang, self.here))

    def handle_endtag(self, tag: str) -> None:
        assert self.here.tag == tag, f"</{tag}> closes <{self.here.tag}>"
        assert self.here.parent is not None
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


def read(text: str) -> Element:
    """Return the document; every element must be closed where it was opened."""
    builder = _Builder()
    builder.feed(text)
    builder.close()
    assert builder.here is builder.root, f"<{builder.here.tag}> is not closed"
    return builder.root
