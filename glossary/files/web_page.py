"""The words of a web page that was saved as a file."""

from __future__ import annotations

from glossary.annotation import read_words
from glossary.files.file_text import FileText
from glossary.files.plain import decoded


def read_web_page(data: bytes) -> FileText:
    """Return the words that a reader of the page sees, blocks apart."""
    lines = read_words(decoded(data)).split("\n")
    return FileText("\n".join(" ".join(line.split()) for line in lines).strip())
