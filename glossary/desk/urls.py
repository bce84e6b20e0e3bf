"""The routes of the desk: the same ones in every language, in its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import path
from django.views.decorators.http import require_safe

from glossary import languages
from glossary.desk import account, documents, entrance, publishing, sign_in, work
from glossary.desk.routing import Route

if TYPE_CHECKING:
    from django.urls import URLPattern

ROUTES = (
    Route("sign-in", sign_in.SignInView.as_view()),
    Route("sign-out", sign_in.SignOutView.as_view()),
    Route("signed-out", require_safe(sign_in.signed_out)),
    Route("account", require_safe(account.account)),
    *documents.ROUTES,
    *publishing.ROUTES,
)


def _in(lang: str) -> list[URLPattern]:
    """Return the routes of one language."""
    words = languages.get(lang).path_words
    start = f"desk/{lang}/"
    return [
        path(start, require_safe(work.queue), name=f"{lang}-desk-home"),
        *(
            path(
                f"{start}{words.get(route.name, route.name)}/{route.tail}",
                route.view,
                name=f"{lang}-desk-{route.name}",
            )
            for route in ROUTES
        ),
    ]


urlpatterns = [
    path("desk", require_safe(entrance.choose_language)),
    path("desk/", require_safe(entrance.choose_language), name="desk-root"),
    *(route for code in languages.codes() for route in _in(code)),
    path("desk/<path:anywhere>", entrance.nowhere, name="desk-nowhere"),
]
