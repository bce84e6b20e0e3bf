"""Spellings that any language allows: of codes, and of words that are looked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glossary.closed_lists import TermType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.languages.protocol import TermFacts

_SEAM = re.compile(r"(?<=[^\W\d_])[\s\-]?(?=\d)|(?<=\d)[\s\-]?(?=[^\W\d_])")


def spellings(text: str, term: TermFacts) -> Iterator[str]:
    """Yield ``text``, which is ``term`` or its plural, in each of its spellings.

    A code is also written with a space or nothing between letters and figures
    (``ADR149``, ``ADR 149``). What else differs is no matter of letters: a text or a
    question is read so (``docs/spelling.md``).
    """
    yield text
    if term.type == TermType.CODE and _SEAM.search(text):
        yield _SEAM.sub(" ", text)
        yield _SEAM.sub("", text)


def search_spellings(word: str) -> Iterator[str]:
    """Yield ``word`` without its hyphens and apostrophes, then its hyphenated parts.

    A part of one letter (the e of e-bost) finds nothing that anybody wants.
    """
    parts = word.replace("'", "").split("-")
    yield "".join(parts)
    if len(parts) > 1:
        yield from (part for part in parts if len(part) > 1)
