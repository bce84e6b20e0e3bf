"""The words that tell whether a text is about the field of the glossary."""

from __future__ import annotations

from glossary.plain_language.tables import read_table


def field_words() -> list[str]:
    """Return families of words, of every language, as patterns of ``matching``.

    Those of one family tell the same.
    """
    return [family for row in read_table("field") for family in row["families"]]
