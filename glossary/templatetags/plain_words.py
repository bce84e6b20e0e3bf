"""Filters for templates: days in words, the language and direction of a run."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from urllib.parse import unquote

from django import template
from django.conf import settings
from django.core.signals import setting_changed
from django.dispatch import receiver
from django.utils import timezone
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from glossary import languages
from glossary.dates import day_in_words
from glossary.locators import tell_place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.template.base import NodeList, Parser, Token
    from django.template.context import Context

register = template.Library()


@register.filter
def day(value: dt.date) -> str:
    """Return a day, or that of a moment, as people write it: ``8 Rhagfyr 2023``."""
    date = timezone.localdate(value) if isinstance(value, dt.datetime) else value
    return day_in_words(date, get_language() or "en")


@register.simple_tag
def publisher(name: str, names: Mapping[str, str], page: str) -> SafeString:
    """Return what a publisher is called in the language of the page, as HTML.

    Where it has no name in that language its own one stays, marked as what it is.
    """
    spoken = {text: code for code, text in names.items()}
    lang = page if page in names else spoken.get(name, languages.codes()[0])
    shown = names.get(page, name)
    if lang == page:
        return escape(shown)
    return format_html("<span{}>{}</span>", unless(lang, page), shown)


@register.simple_tag
def where(locator: str, written_in: str, page: str, around: str) -> SafeString:
    """Return where in a document its words stand, as HTML."""
    told = tell_place(locator, written_in, page, around)
    attributes = unless(told.lang, around)
    return format_html('<p class="where"{}>{}</p>', attributes, told.html)


@register.tag
def same(parser: Parser, _token: Token) -> _Same:
    """Make what stands inside once for each language: it is on every page.

    It knows the language, the paths of the site's pages and where the exit leads, and
    nothing else; so nothing of a reader, a page or a day can be in it.
    """
    nodes = parser.parse(("endsame",))
    parser.delete_first_token()
    return _Same(nodes)


class _Same(template.Node):
    """A part of all pages, with what it was made into."""

    def __init__(self, nodes: NodeList) -> None:
        self.nodelist = nodes

    def render(self, context: Context) -> SafeString:
        """Return what was made for the language of the page."""
        place = self, context["lang"], get_language(), context["exit_url"]
        if place not in _made:
            known = {name: context[name] for name in ("lang", "site", "exit_url")}
            _made[place] = self.nodelist.render(context.new(known))
        return _made[place]


_made: dict[tuple[_Same, str, str | None, str], SafeString] = {}


@receiver(setting_changed)
def _forget(**_: object) -> None:
    _made.clear()


@register.simple_tag
def is_for_trying() -> bool:
    """Tell whether people and texts here are invented, for trying the desk out."""
    return bool(settings.DEMO)


@register.filter
def readable(address: str) -> str:
    """Return an address in the letters that people read and type."""
    return unquote(address)


@register.filter
def unless(of: str, page: str) -> SafeString:
    """Return the attributes of a run's language, empty where it is the page's own."""
    if of == page:
        return SafeString("")
    return format_html(' lang="{}"{}', of, direction(of, page))


@register.filter
def quoted(of: str, page: str) -> SafeString:
    """Return the attributes of words that a reader gave: the browser sees their way."""
    lang = SafeString("") if of == page else format_html(' lang="{}"', of)
    return format_html('{} dir="auto"', lang)


@register.filter(name="dir")
def direction(of: str, around: str) -> SafeString:
    """Return the ``dir`` attribute of a run, empty where lines go as those around it.

    Without a language, as numbers to ring and addresses are, they go as in English.
    """
    found = languages.turned(of, around)
    return SafeString(f' dir="{found}"' if found else "")
