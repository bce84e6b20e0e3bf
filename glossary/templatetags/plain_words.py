"""Filters for templates: days in words, and the language of a run of text."""

from __future__ import annotations

import datetime as dt

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from glossary.dates import day_in_words

register = template.Library()


@register.filter
def day(value: dt.date | str) -> str:
    """Return a day as people write it: ``8 Rhagfyr 2023``."""
    date = dt.date.fromisoformat(value[:10]) if isinstance(value, str) else value
    return day_in_words(date, get_language() or "en")


@register.filter
def unless(of: str, page: str) -> SafeString:
    """Return the ``lang`` attribute of a run, empty where it is the page's own."""
    return SafeString("") if of == page else format_html(' lang="{}"', of)
