"""What could not be checked, and is said rather than passed over in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.plain_language.findings import Code, Finding, Severity
from glossary.plain_language.spelling import can_check_spelling
from glossary.plain_language.wording import read_wordings

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDINGS = ("harmful_wording", "jargon", "negatives", "voice")


def find_unchecked(lang: str, name: str) -> Iterator[Finding]:
    """Yield the checks that cannot be made of texts in ``lang``, called ``name``."""
    if not can_check_spelling(lang):
        yield Finding(Severity.WARNING, "", Code.SPELLING_NOT_CHECKED, name)
    if not all(read_wordings(table, lang) for table in WORDINGS):
        yield Finding(Severity.WARNING, "", Code.WORDING_NOT_CHECKED, name)
