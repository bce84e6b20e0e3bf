"""Our own way of putting things, where the language leaves a choice.

The rows are in ``data/house_style.yaml``. A text of somebody else's is not held to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.plain_language.findings import Code
from glossary.plain_language.wording import read_wordings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.plain_language.findings import Finding
    from glossary.plain_language.passages import Passage


def check_house_style(passage: Passage) -> Iterator[Finding]:
    """Yield the words of ``passage`` that we put in another way."""
    for wording in read_wordings("house_style", passage.lang):
        for span in wording.find(passage.text):
            if not passage.is_quoted(span):
                yield wording.finding(passage, span, Code.HOUSE_STYLE)
