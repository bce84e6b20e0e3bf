"""Somebody asks for a letter that says how much waits, or for none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from glossary.desk.doing import do, editor_of
from glossary.desk.page import desk_path
from glossary.desk.speaking import language_of
from glossary.queue import ask_for_digest, stop_digest

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def letter(request: HttpRequest) -> HttpResponse:
    """Send letters in the language of the page from now on, or none any more."""
    actor, lang = editor_of(request), language_of(request)
    if request.POST.get("wanted") == "no":
        return do(
            request,
            lambda: stop_digest(actor=actor),
            said=_("You get no letter any more."),
            to=desk_path("home"),
        )
    return do(
        request,
        lambda: ask_for_digest(lang=lang, actor=actor),
        said=_("You get a letter on days on which something waits for you."),
        to=desk_path("home"),
    )
