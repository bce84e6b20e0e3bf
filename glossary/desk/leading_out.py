"""How pages of the desk lead to those of readers, which may be at another host."""

from __future__ import annotations

import re

from django.conf import settings

from glossary.doors import PREFIX, has_own_host

_LEADING = re.compile(r"\b(href|action|formaction|data-home)=\"(/(?!/)[^\"]*)")
"""In HTML of ours: what leads to a path. What somebody typed has no such quotes."""


def lead_out(html: str) -> str:
    """Return a page of the desk whose links to public addresses lead there.

    At a host of its own a path alone would lead to nothing.
    """
    return _LEADING.sub(_led, html) if has_own_host() else html


def _led(found: re.Match[str]) -> str:
    name, path = found.groups()
    is_here = f"{path}/".startswith((PREFIX, settings.STATIC_URL))
    return found[0] if is_here else f'{name}="{settings.SITE_ADDRESS}{path}'
