"""Which part of the glossary as a whole: an alphabet, a page of the sources."""

from __future__ import annotations

from glossary.api.parameters.base import Plain
from glossary.api.parameters.fields import Cursor, LanguageCode, Limit


class LettersQuery(Plain):
    """Whose letters to count."""

    lang = LanguageCode(help_text="Whose alphabet (BCP 47).")


class SourcesQuery(Plain):
    """Where a page begins, and how long it is: of sources, of entries that cite one."""

    cursor = Cursor({"before": str}, {"after": str})
    limit = Limit(50)
