"""Double negatives, which readers have to turn round in their heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.plain_language.findings import Code
from glossary.plain_language.wording import read_wordings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.plain_language.findings import Finding
    from glossary.plain_language.passages import Passage


def check_negatives(passage: Passage) -> Iterator[Finding]:
    """Yield the double negatives of ``passage``."""
    for wording in read_wordings("negatives", passage.lang):
        for span in wording.find(passage.text):
            if not passage.is_quoted(span):
                yield wording.finding(passage, span, Code.DOUBLE_NEGATIVE)
