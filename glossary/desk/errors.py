"""What somebody at the desk sees when something is not there, refused, or broken.

None of it asks the database, or who is there.
"""

from __future__ import annotations

import sys
from http import HTTPStatus
from typing import TYPE_CHECKING

from django.contrib.sessions.exceptions import SessionInterrupted
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpResponseRedirect
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from glossary.desk.page import desk_path, render_page
from glossary.desk.speaking import language_of
from glossary.desk.unsent import unsent_page
from glossary.pages.safety import UNREACHED
from glossary.problems import PROBLEMS
from glossary.turns import RETRY_AFTER

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import _StrPromise

IN_PRIVATE = "in-private"
FORM = "form"
TOO_MUCH = "too-large"
_OURS = (
    _("We cannot show this page just now"),
    _("The fault is ours. Please try again in a minute."),
)
_OTHERWISE = (
    _("We could not understand that"),
    _("Go back and try again, or start again from the desk."),
)
_WORDS: dict[str, tuple[_StrPromise, _StrPromise]] = {
    "unavailable": _OURS,
    "server-error": _OURS,
    "not-found": (
        _("There is no page here"),
        _("The address may have a slip in it, or the page may have moved."),
    ),
    "permission-denied": (
        _("You may not do this"),
        _("Somebody who looks after this site has to allow it first."),
    ),
    "too-many-requests": (
        _("That was a lot in a short time"),
        _("Please wait a minute, and try again."),
    ),
    "busy": (
        _("We are busy just now"),
        _("Please try again in a few seconds."),
    ),
    FORM: (
        _("We could not take that"),
        _(
            "The page may have been open for too long, or your browser takes no "
            "cookies from this address. Go back, load the page again, and try again."
        ),
    ),
    TOO_MUCH: (
        _("That is more than we can take"),
        _(
            "Nothing of it is saved. Go back, and take some out: a page of this site "
            "should never be so long."
        ),
    ),
    IN_PRIVATE: (
        _("The desk opens only over a safe connection"),
        _(
            "Somebody on the way could else read your password. Use an address that "
            "begins with “https:”, or ask whoever runs this site."
        ),
    ),
}


def problem_page(
    request: HttpRequest, code: str, *, detail: str = "", wait: int | None = None
) -> HttpResponse:
    """Say what the problem is, in the language of the address.

    ``detail`` is what a rule says of it, where one does.
    """
    problem = PROBLEMS.get(code)
    status = problem.status if problem else HTTPStatus.FORBIDDEN
    title, text = _WORDS.get(code, _OTHERWISE)
    if code == "not-found" and detail:  # the page is there, and what it is about is not
        title = _("This is not there any more")
    nobody = {"editor": "", "rooms": (), "messages": ()}
    context = {"title": title, "text": detail or text, **nobody}
    lang = language_of(request)
    with translation.override(lang):
        page = render_page(
            request, "home", "glossary/desk/problem.html", context, status=status
        )
    page["Content-Language"] = lang
    if wait is None and status == HTTPStatus.SERVICE_UNAVAILABLE:
        wait = RETRY_AFTER
    if wait is not None:
        page["Retry-After"] = str(wait)
    return page


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that this cannot be understood; ask to sign in where a session has ended.

    That happens while an answer is made: somebody signs out in another tab.
    """
    if isinstance(exception, SessionInterrupted):
        return HttpResponseRedirect(desk_path("home", lang=language_of(request)))
    if isinstance(exception, TooManyFieldsSent | RequestDataTooBig):
        return problem_page(request, TOO_MUCH)
    return problem_page(request, "invalid-query")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that this may not be done."""
    del exception
    return problem_page(request, "permission-denied")


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form did not come from a page of ours, as far as we can tell.

    What is typed at length comes back, to be sent again.
    """
    del reason
    return unsent_page(request) or problem_page(request, FORM)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such page."""
    del exception
    return problem_page(request, "not-found")


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that something is broken, also while it is asked who is there."""
    is_away = isinstance(sys.exc_info()[1], UNREACHED)
    return problem_page(request, "unavailable" if is_away else "server-error")
