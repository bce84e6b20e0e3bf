"""Filters for templates: days in words, and the language of a run of text."""

from __future__ import annotations

import datetime as dt

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


@register.filter
def day(value: dt.date | str) -> str:
    """Return a day as people write it: ``8 Rhagfyr 2023``.

    The names of the months are CLDR's; Django's own Welsh ones have a mistake.
    """
    date = dt.date.fromisoformat(value[:10]) if isinstance(value, str) else value
    try:
        known = Locale.parse(get_language() or "en", sep="-")
    except UnknownLocaleError:
        return date.isoformat()
    return format_date(date, "d MMMM y", locale=known)


@register.filter
def unless(of: str, page: str) -> SafeString:
    """Return the ``lang`` attribute of a run, empty where it is the page's own."""
    return SafeString("") if of == page else format_html(' lang="{}"', of)
