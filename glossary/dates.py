"""Days as people write them. No Django.

The names of the months are CLDR's; Django's own Welsh ones have a mistake.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

if TYPE_CHECKING:
    import datetime as dt


def day_in_words(date: dt.date, lang: str) -> str:
    """Return ``8 Rhagfyr 2023``; in figures where nobody knows the language."""
    try:
        known = Locale.parse(lang, sep="-")
    except UnknownLocaleError:
        return date.isoformat()
    return format_date(date, "d MMMM y", locale=known)
