"""The routes of the desk: the same ones in every language, in its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import path
from django.views.decorators.http import require_safe

from glossary import languages
from glossary.desk import (
    challenges,
    documents,
    entrance,
    people,
    publishing,
    record,
    reviewing,
    second_step,
    sheets,
    sign_in,
    work,
    writing,
)
from glossary.desk.enrolling import enrolled
from glossary.desk.legible import legible
from glossary.desk.proof import grave
from glossary.desk.routing import Route

if TYPE_CHECKING:
    from django.urls import URLPattern

    from glossary.desk.routing import View

ROUTES = (
    Route("sign-in", sign_in.SignInView.as_view()),
    Route("second-step", second_step.second_step),
    Route("passkey", challenges.ask_for_passkey),
    Route("sign-out", sign_in.SignOutView.as_view()),
    Route("signed-out", require_safe(sign_in.signed_out)),
    *people.ROUTES,
    *documents.ROUTES,
    *sheets.ROUTES,
    *publishing.ROUTES,
    *work.ROUTES,
    *record.ROUTES,
    *reviewing.ROUTES,
    *writing.ROUTES,
)


def guarded(route: Route) -> View:
    """Return the view of a route, behind what is asked of whoever comes to it."""
    view = legible(grave(route.view) if route.is_grave else route.view)
    is_open = not getattr(view, "login_required", True)
    return view if is_open or route.is_before_enrolling else enrolled(view)


def _in(lang: str) -> list[URLPattern]:
    """Return the routes of one language."""
    words = languages.get(lang).path_words
    start = f"desk/{lang}/"
    return [
        path(start, enrolled(work.HOME), name=f"{lang}-desk-home"),
        *(
            path(
                f"{start}{words.get(route.name, route.name)}/{route.tail}",
                guarded(route),
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
