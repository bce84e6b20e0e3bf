"""The words of a web page that was saved as a file."""

from __future__ import annotations

from html.parser import HTMLParser

from glossary.files.plain import read_plain

_UNSEEN = frozenset({"script", "style", "template", "noscript", "head", "title"})
_BLOCKS = frozenset(
    """
    address article aside blockquote button caption dd details div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr label legend li main
    nav ol optgroup option p pre section summary table td th tr ul
    """.split()
)
_LINE_END = "\N{LINE SEPARATOR}"


def read_web_page(data: bytes) -> str:
    """Return the words that a reader of the page sees, blocks apart."""
    words = _Words()
    words.feed(read_plain(data))
    words.close()
    return words.text()


class _Words(HTMLParser):
    """Collects what is seen; what is never closed hides nothing after it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[list[str]] = [[]]
        self._hidden = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        is_shown = tag == "br" or tag in _BLOCKS
        if tag == "body" or (self._hidden == "head" and is_shown):
            self._hidden = ""
        elif tag in _UNSEEN and not self._hidden:
            self._hidden = tag
        elif tag in _BLOCKS:
            self._blocks.append([])
        elif tag == "br":
            self.handle_data(_LINE_END)

    def handle_endtag(self, tag: str) -> None:
        if tag == self._hidden:
            self._hidden = ""
        elif tag in _BLOCKS:
            self._blocks.append([])

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._blocks[-1].append(data)

    def text(self) -> str:
        """Return the blocks that have words, with an empty line between them."""
        blocks = ("".join(block).split(_LINE_END) for block in self._blocks)
        lines = (
            "\n".join(" ".join(line.split()) for line in block) for block in blocks
        )
        return "\n\n".join(filter(None, map(str.strip, lines)))
