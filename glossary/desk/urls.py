"""The routes of the desk: the same ones in every language, in its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import path
from django.views.decorators.http import require_safe

from glossary import languages
from glossary.desk import home, sign_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http.response import HttpResponseBase
    from django.urls import URLPattern

    View = Callable[..., HttpResponseBase]


def _in(lang: str) -> list[URLPattern]:
    """Return the routes of one language."""

    def route(name: str, view: View) -> URLPattern:
        address = f"desk/{lang}/{languages.get(lang).path_words.get(name, name)}/"
        return path(address, view, name=f"{lang}-desk-{name}")

    return [
        path(f"desk/{lang}/", require_safe(home.home), name=f"{lang}-desk-home"),
        route("sign-in", sign_in.SignInView.as_view()),
        route("sign-out", sign_in.SignOutView.as_view()),
        route("signed-out", require_safe(sign_in.signed_out)),
    ]


urlpatterns = [
    path("desk", require_safe(home.choose_language)),
    path("desk/", require_safe(home.choose_language), name="desk-root"),
    *(route for code in languages.codes() for route in _in(code)),
    path("desk/<path:anywhere>", home.nowhere, name="desk-nowhere"),
]
