"""The last word on what is given back: a sanitiser with a list of what may stay."""

from __future__ import annotations

import html

import nh3

from glossary.annotation.elements import ATTRIBUTES, EVERYWHERE, WRITTEN

_MOST_AT_ONCE = 4000
_cleaner = nh3.Cleaner(
    tags=set(WRITTEN),
    attributes={
        **{name: set(names) for name, names in ATTRIBUTES.items()},
        "*": set(EVERYWHERE),
    },
    set_tag_attribute_values={"button": {"type": "button"}},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="noreferrer",
)


def clean(markup: str) -> str:
    """Return ``markup`` as HTML in which nothing can run or load."""
    return _cleaner.clean(markup)


def is_address(address: str) -> bool:
    """Whether a link may lead to ``address``, given as it is written in markup.

    Only the sanitiser knows. Without a colon there is nothing to know.
    """
    if ":" not in html.unescape(address):
        return True
    quoted = address.replace('"', "&quot;")
    return _cleaner.clean(f'<a href="{quoted}">').startswith("<a href")


def escape(text: str) -> str:
    """Return ``text`` as it is written in markup that is to be cleaned.

    A long one has empty comments in it, which cleaning takes out: the sanitiser's
    time grows with the square of the ampersands that stand in one text.
    """
    starts = range(0, len(text), _MOST_AT_ONCE)
    parts = (text[start : start + _MOST_AT_ONCE] for start in starts)
    return "<!---->".join(html.escape(part, quote=False) for part in parts)
