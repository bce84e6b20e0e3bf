"""The words of a web page that was saved as a file."""

from __future__ import annotations

from glossary.annotation import read_words
from glossary.files.plain import read_plain


def read_web_page(data: bytes) -> str:
    """Return the words that a reader of the page sees, blocks apart."""
    lines = read_words(read_plain(data)).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip()
