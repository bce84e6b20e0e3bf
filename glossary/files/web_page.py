"""The words of a web page that was saved as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.annotation import read_words
from glossary.files.charsets import codec_of_page
from glossary.files.plain import decoded, whole

if TYPE_CHECKING:
    from glossary.files.file_text import FileText


def read_web_page(data: bytes, *, told: str | None = None) -> FileText:
    """Return the words that a reader of the page sees, blocks apart.

    What brought the page may have ``told`` its encoding, a codec of Python's. That
    counts for more than what the page itself declares (WHATWG HTML, 13.2.3.2).
    """
    lines = read_words(decoded(data, told or codec_of_page(data))).split("\n")
    return whole("\n".join(" ".join(line.split()) for line in lines).strip())
