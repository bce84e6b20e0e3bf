"""Days as people write them, also where only the month or the year is known. No Django.

The names of the months are CLDR's; Django's own Welsh ones have a mistake.
"""

from __future__ import annotations

import datetime as dt

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

_PATTERNS = {4: "y", 7: "MMMM y", 10: "d MMMM y"}
"""By the length of the ISO 8601 text: a year, a month, a day."""


def day_in_words(date: dt.date, lang: str) -> str:
    """Return ``8 Rhagfyr 2023``; in figures where nobody knows the language."""
    return date_in_words(date.isoformat(), lang)


def date_in_words(text: str, lang: str) -> str:
    """Return ``Rhagfyr 2023`` for ``2023-12``; as exact as ``text`` (ISO 8601) is."""
    try:
        known = Locale.parse(lang, sep="-")
    except UnknownLocaleError:
        return text
    return format_date(first_day(text), _PATTERNS[len(text)], locale=known)


def first_day(text: str) -> dt.date:
    """Return the first day of a year, a month or a day (ISO 8601)."""
    return dt.date.fromisoformat(f"{text}-01-01"[:10])
