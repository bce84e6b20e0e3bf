"""What every page of the desk does the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.template import loader
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from glossary import addresses, languages
from glossary.desk.leading_out import lead_out
from glossary.desk.speaking import language_of
from glossary.doors import desk_address
from glossary.pages.partners import partners_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.http import HttpRequest
    from django.utils.functional import _StrPromise

ROOMS = {
    "home": _("Work"),
    "documents": _("All texts"),
    "new": _("Write something new"),
    "publish": _("Publish"),
    "sheets": _("Sheets"),
    "record": _("What was done"),
    "accounts": _("People"),
    "erasures": _("What is erased"),
    "account": _("Your account"),
}
"""The pages that every page leads to, by their routes."""


class Room(NamedTuple):
    """A page that every page leads to."""

    path: str
    label: _StrPromise
    is_here: bool


def desk_path(page: str, *parts: str, lang: str | None = None) -> str:
    """Return the path of a page, in the language that is spoken or in ``lang``.

    That is known also where no request has come through the door yet.
    """
    return addresses.desk_path(lang or translation.get_language(), page, *parts)


def render_page(
    request: HttpRequest,
    page: str,
    template: str,
    context: Mapping[str, Any],
    *,
    parts: Sequence[str] = (),
    query: str = "",
    status: int = 200,
) -> HttpResponse:
    """Return ``page``; with these ``parts`` and ``query`` it is so in each language."""
    lang = language_of(request)
    end = f"?{query}" if query else ""
    paths = {
        code: desk_path(page, *parts, lang=code) + end for code in languages.codes()
    }
    shared = {
        "lang": lang,
        "partners": partners_of(paths, lang),
        "desk": {
            "home": desk_path("home", lang=lang),
            "sign_out": desk_path("sign-out", lang=lang),
        },
        "public": addresses.page_path(lang, "home"),
        "resubmit": "",
        "passkeys": {
            "ask": desk_path("passkey", lang=lang),
            "site": desk_address(),
        },
        **_of_somebody(request, page, lang),
    }
    body = loader.render_to_string(template, {**shared, **context}, request)
    return HttpResponse(lead_out(body), status=status)


def _of_somebody(request: HttpRequest, page: str, lang: str) -> dict[str, Any]:
    """Return what pages show to somebody who is signed in, and to nobody else.

    Where something is broken nobody is known: it is not asked again who is there.
    """
    user = request.__dict__.get("_cached_user")
    if user is None or not user.is_authenticated:
        return {"editor": ""}
    rooms = [
        Room(desk_path(name, lang=lang), label, name == page)
        for name, label in ROOMS.items()
    ]
    return {
        "editor": user.get_username(),
        "rooms": rooms,
        "messages": get_messages(request),
    }
