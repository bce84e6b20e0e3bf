"""How long somebody is signed in, and that nobody else sees anything."""

from __future__ import annotations

from datetime import datetime
from time import time
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.utils import timezone

from glossary.accounts.sessions import BEGAN, SEEN
from glossary.desk.page import desk_path
from glossary.desk.unsent import unsent_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse
    from django.http.response import HttpResponseBase

_PROVED, _FACTOR = "proved", "factor"
_STEP = 300  # seconds in which a session that is used is not written again


class EndingMiddleware:
    """Ends a session when its time is over, however much it is used.

    The one of whom nobody hears for an hour ends by itself: it is only kept by being
    written.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Wrap ``get_response``."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer somebody who is signed in for as long as that holds."""
        session = request.session
        if SESSION_KEY in session:
            now = int(time())
            if now - session.setdefault(BEGAN, now) >= settings.LONGEST_SESSION:
                logout(request)
            elif now - session.get(SEEN, 0) >= _STEP:
                session[SEEN] = now
        return self._get_response(request)


class SignInMiddleware(LoginRequiredMiddleware):
    """Asks everybody to sign in for whatever does not say that nobody has to."""

    def get_login_url(self, view_func: object) -> str:
        """Return the path of the page to sign in, in the language of the address."""
        del view_func
        return desk_path("sign-in")

    def handle_no_permission(  # type: ignore[override]  # a page of ours, too
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseBase:
        """Ask to sign in; what somebody typed meanwhile comes back with it."""
        kept = unsent_page(request)
        return kept or super().handle_no_permission(request, view_func)


def end_of(request: HttpRequest) -> datetime:
    """Return when the session of a request ends, however much it is used."""
    end = request.session[BEGAN] + settings.LONGEST_SESSION
    return datetime.fromtimestamp(end, timezone.get_current_timezone())


def note_proof(request: HttpRequest) -> None:
    """Remember that whoever is here has just shown who they are."""
    request.session[_PROVED] = int(time())


def is_proved(request: HttpRequest) -> bool:
    """Tell whether it is still believed that this is who signed in."""
    age = int(time()) - request.session.get(_PROVED, 0)
    return bool(age < settings.DESK_PROOF_MINUTES * 60)


def note_factor(request: HttpRequest) -> None:
    """Remember that whoever is here has a second factor, so that nobody asks again."""
    request.session[_FACTOR] = True


def forget_factor(request: HttpRequest) -> None:
    """Ask again whether whoever is here has a second factor."""
    request.session.pop(_FACTOR, None)


def is_known_to_have_factor(request: HttpRequest) -> bool:
    """Tell whether that was noted in this session."""
    return _FACTOR in request.session
