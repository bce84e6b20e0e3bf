"""How a route of the desk is written down: once, for every language."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from django.http.response import HttpResponseBase

View: TypeAlias = Callable[..., HttpResponseBase]

DOCUMENT = "<part:kind>/<part:key>/"
"""What names a document in an address."""
REVISION = f"{DOCUMENT}<part:number>/"
"""What names one of its revisions."""


class Route(NamedTuple):
    """A page, or what a form is sent to.

    ``name`` is also the word in the address, which each language says in its own
    (``path_words``); ``tail`` is what follows it.

    ``is_grave`` is what publishes, withdraws, signs off, or changes accounts and keys:
    whoever does it shows again who they are, unless they have just done so.
    ``is_before_enrolling`` is what somebody needs who has no second factor yet.
    """

    name: str
    view: View
    tail: str = ""
    is_grave: bool = False
    is_before_enrolling: bool = False
