"""Verbs that do not say who acts: the English passive, Welsh impersonal forms.

Cymraeg Clir (Canolfan Bedwyr, Bangor) advises against forms in -wyd, -ir and -id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.plain_language.findings import Code
from glossary.plain_language.wording import read_wordings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.plain_language.findings import Finding
    from glossary.plain_language.passages import Passage


def check_voice(passage: Passage) -> Iterator[Finding]:
    """Yield the verbs of ``passage`` behind which somebody hides."""
    for wording in read_wordings("voice", passage.lang):
        for span in wording.find(passage.text):
            if not passage.is_quoted(span):
                yield wording.finding(passage, span, Code.PASSIVE)
