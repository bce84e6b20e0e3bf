"""What speakers of the language do not say: mostly English, put into it word by word.

The rows are in ``data/idiom.yaml``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.plain_language.findings import Code
from glossary.plain_language.wording import read_wordings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.plain_language.findings import Finding
    from glossary.plain_language.passages import Passage


def check_idiom(passage: Passage) -> Iterator[Finding]:
    """Yield the words of ``passage`` that are not put together as people do."""
    for wording in read_wordings("idiom", passage.lang):
        for span in wording.find(passage.text):
            if not passage.is_quoted(span):
                yield wording.finding(passage, span, Code.UNIDIOMATIC)
