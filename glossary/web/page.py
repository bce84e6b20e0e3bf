"""What every page does the same way: its language, its partners, its headers."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, ParamSpec

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpResponse
from django.template import loader
from django.utils import timezone, translation
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _

from glossary import languages
from glossary.addresses import plain_paths
from glossary.answers import hold
from glossary.doors import is_of_desk_alone
from glossary.pages.partners import partners_of, preferred_language

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.http import HttpRequest

P = ParamSpec("P")


class MenuItem(NamedTuple):
    """A page that the menu of every page leads to."""

    name: str
    label: str
    path: str
    is_current: bool


class Crumb(NamedTuple):
    """A page above this one."""

    label: str
    path: str
    lang: str


def in_language(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """Let ``view`` speak the language that its address names."""

    @wraps(view)
    def speaking(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        with translation.override(str(kwargs["lang"])):
            return view(*args, **kwargs)

    return speaking


def site_address(request: HttpRequest) -> str:
    """Return the site's own address as the reader wrote it, without a slash.

    It is empty on the page that refuses an address which is not ours. Where the desk
    shows what readers would see, at a host of its own, it is the readers' one.
    """
    try:
        host = request.get_host()
    except DisallowedHost:
        return ""
    is_here = not is_of_desk_alone(host)
    return f"{request.scheme}://{host}" if is_here else settings.SITE_ADDRESS


def render_page(
    request: HttpRequest,
    lang: str,
    template: str,
    context: Mapping[str, Any],
    *,
    paths: Mapping[str, str],
    status: int = 200,
) -> HttpResponse:
    """Return a page, and let this process hold it for today if it was got by ``GET``.

    ``paths`` leads, for each language, to this page's partner in it (the page
    itself included). A page is never stored by a browser.
    """
    response = render_answer(
        request, lang, template, context, paths=paths, status=status
    )
    if status == 200 and request.method in {"GET", "HEAD"}:
        hold(request)
    return response


def render_answer(
    request: HttpRequest,
    lang: str,
    template: str,
    context: Mapping[str, Any],
    *,
    paths: Mapping[str, str],
    status: int = 200,
) -> HttpResponse:
    """Return a page that is made for one request and kept nowhere."""
    shared = {
        "lang": lang,
        "partners": partners_of(paths, lang),
        "site": _site(lang),
        "menu": _menu(lang, paths[lang]),
        "crumbs": (),
        "exit_url": settings.EXIT_URL,
        "hide_search": False,
        "resubmit": "",
        "base": site_address(request),
        "here": paths[lang].partition("?")[0],
        "today": timezone.localdate(),
        "written_in": languages.codes()[0],
    }
    body = loader.render_to_string(template, {**shared, **context}, request)
    response = HttpResponse(body, status=status)
    response["Content-Language"] = lang
    response["Cache-Control"] = "no-store"
    return response


def redirect(path: str, *, status: int, query: str = "") -> HttpResponse:
    """Lead somewhere else on this site; no browser keeps the way.

    ``path`` and ``query`` are percent-encoded.
    """
    address = path + (f"?{query}" if query else "")
    headers = {"Location": iri_to_uri(address), "Cache-Control": "no-store"}
    return HttpResponse(status=status, headers=headers)


def redirect_to_language(
    request: HttpRequest, paths: Mapping[str, str], *, lang: str = "", query: str = ""
) -> HttpResponse:
    """Lead to the one of ``paths`` that is in ``lang``, or in the reader's language."""
    spoken = lang or preferred_language(request)
    response = redirect(paths[spoken], status=302, query=query)
    if not lang:
        response["Vary"] = "Accept-Language"
    return response


def _site(lang: str) -> dict[str, str]:
    """Return the paths of pages by their names as templates can write them."""
    paths = plain_paths(lang)
    return {name.replace("-", "_"): path for name, path in paths.items()}


def _menu(lang: str, here: str) -> list[MenuItem]:
    """Return the menu as it is on the page whose path is ``here``."""
    labels = {
        "explain": _("Explain a text"),
        "a-to-z": _("A to Z"),
        "topics": _("Topics"),
        "sources": _("Documents"),
        "help": _("Help and support"),
        "about": _("About"),
    }
    paths = plain_paths(lang)
    return [
        MenuItem(name, label, paths[name], here.startswith(paths[name]))
        for name, label in labels.items()
    ]
