"""What languages are called, in the words of another one. No Django.

The names are CLDR's.
"""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError


@lru_cache(maxsize=256)
def name_in(code: str, spoken: str) -> str:
    """Return what a language is called in another one; its code where nobody knows."""
    try:
        found = Locale.parse(code, sep="-")
        return found.get_display_name(Locale.parse(spoken, sep="-")) or code
    except (ValueError, UnknownLocaleError):
        return code
