"""Finds out whether quotations stand in the documents they are said to be from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.text import fold_signs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from glossary.transfer.content import Content


def missing_quotations(content: Content, documents: Path) -> Iterator[tuple[str, str]]:
    """Yield the place and the words of each quotation that cannot be found.

    ``documents`` is a folder with the plain text of the sources, each under the
    name that its source record gives as ``file``. White space, no-break
    characters, apostrophes and quotation marks are folded on both sides.
    """
    texts = {
        source.id: fold_signs((documents / source.file).read_text(encoding="utf-8"))
        for source in content.sources.values()
        if source.file
    }
    for document in content.entries.values():
        for place, citation in enumerate(document.citations):
            quoted = citation.quotation
            text = texts.get(citation.source)
            if quoted and (text is None or fold_signs(quoted) not in text):
                yield f"{document.id}.yaml#/citations/{place}", quoted
