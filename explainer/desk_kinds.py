"""The kinds of values that only the desk's settings have: see ``kinds``."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from explainer.kinds import LOCAL, site_address

_ACT = re.compile(r"[a-z]+(_[a-z-]+)*")


def acts(text: str) -> list[str]:
    """Read who must do something: acts, or a word for many of them."""
    named = [one.strip() for one in text.split(",")]
    if all(map(_ACT.fullmatch, named)):
        return named
    raise ValueError("must be nobody, changes, everybody, or acts with commas")


def address(text: str) -> str:
    """Read where the desk begins, over TLS but on this machine; nothing is none."""
    if not text:
        return ""
    read = site_address(text)
    parts = urlsplit(read)
    if parts.scheme == "https" or parts.hostname in LOCAL:
        return read
    raise ValueError("must be https:// and a host name, and nothing after it")
