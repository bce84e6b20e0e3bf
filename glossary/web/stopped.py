"""The page for a request that nobody works on: refused, too slow, or too much.

It needs no database and is in every language, since what stopped the request may
have come before anybody knew the reader's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.conf import settings
from django.http import HttpResponse
from django.template import loader
from django.templatetags.static import static
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from glossary import languages
from glossary.addresses import language_of, page_path
from glossary.pages.partners import preferred_language
from glossary.problems import PROBLEMS

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.functional import _StrPromise

_NOT_WHOLE = (
    gettext_lazy("Not all of it arrived"),
    gettext_lazy(
        "What you sent did not reach us whole, and we kept nothing of it. "
        "Please go back and try again."
    ),
)
_OTHERWISE = (
    gettext_lazy("We could not understand that"),
    gettext_lazy(
        "Your browser asked in a way that this site does not know. "
        "Please start again from the home page."
    ),
)
_OURS = (
    gettext_lazy("We cannot show this page just now"),
    gettext_lazy("The fault is ours. Please try again in a minute."),
)
_WORDS: dict[str, tuple[_StrPromise, _StrPromise]] = {
    "unavailable": _OURS,
    "server-error": _OURS,
    "too-many-requests": (
        gettext_lazy("That was a lot in a short time"),
        gettext_lazy("Please wait a minute, and try again."),
    ),
    "busy": (
        gettext_lazy("We are busy just now"),
        gettext_lazy(
            "Many people are asking us for this at once. "
            "Please try again in a few seconds."
        ),
    ),
    "too-slow": _NOT_WHOLE,
    "incomplete": _NOT_WHOLE,
    "too-large": (
        gettext_lazy("That is too large"),
        gettext_lazy(
            "You sent more than we can read at once. "
            "Please go back and send only the part that matters to you."
        ),
    ),
}


class _Said(NamedTuple):
    """What the page says in one language."""

    lang: str
    title: str
    text: str
    exit: str
    help: str
    home: str


def stopped_page(request: HttpRequest, code: str) -> HttpResponse:
    """Return the page about the problem ``code``, the reader's language first."""
    first = language_of(request.path_info) or preferred_language(request)
    langs = sorted(languages.codes(), key=lambda lang: lang != first)
    said = [_said(lang, code) for lang in langs]
    context = {
        "said": said,
        "exit_url": settings.EXIT_URL,
        "stylesheet": static_address("glossary/site.css"),
        "paper": static_address("glossary/print.css"),
        "icon": static_address("glossary/icon.svg"),
        "guard": static_address("glossary/back.js"),
        "script": static_address("glossary/exit.js"),
    }
    body = loader.render_to_string("glossary/errors/stopped.html", context)
    response = HttpResponse(body, status=PROBLEMS[code].status)
    response["Cache-Control"] = "no-store"
    response["Content-Language"] = ", ".join(one.lang for one in said)
    return response


def static_address(name: str) -> str:
    """Return the address of a static file, also where the files are not collected."""
    try:
        return static(name)
    except ValueError:
        return settings.STATIC_URL + name


def _said(lang: str, code: str) -> _Said:
    title, text = _WORDS.get(code, _OTHERWISE)
    with translation.override(lang):
        return _Said(
            lang,
            str(title),
            str(text),
            _("Exit this page"),
            page_path(lang, "help"),
            page_path(lang, "home"),
        )
