"""Which abbreviations are meant in small letters, too: those that are no word besides.

*iicsa* can be nothing but IICSA, while *app* and *it* are words.
"""

from __future__ import annotations

from functools import lru_cache

from glossary import languages
from glossary.matching.capitals import looks_ordinary
from glossary.text import words

_FEWEST_LETTERS = 3


@lru_cache(maxsize=1024)
def is_no_word(abbreviation: str) -> bool:
    """Whether small letters make no words of ``abbreviation``, in any language here."""
    parts = [part for word in words(abbreviation) for part in word.split("-")]
    return len("".join(parts)) >= _FEWEST_LETTERS and any(
        not part.isdecimal() and not _is_word(part) for part in parts
    )


def _is_word(part: str) -> bool:
    return looks_ordinary(part) or any(
        language.knows(part) for language in languages.all_languages()
    )
