"""Somebody who was invited sets a password that nobody else has seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _

from glossary.accounts import accept, invited
from glossary.desk.errors import problem_page
from glossary.desk.page import desk_path, render_page
from glossary.errors import InvalidQueryError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

    from glossary.errors import Problem


@login_not_required
def welcome(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for a password, and lead to where it is used."""
    try:
        if request.method != "POST":
            return _ask(request, token)
        accept(token=token, password=request.POST.get("password", ""))
    except NotFoundError as error:
        return problem_page(request, "not-found", detail=error.detail)
    except InvalidQueryError as error:
        return _ask(request, token, error.problems)
    messages.success(request, _("Your password is set. Sign in with it now."))
    return HttpResponseRedirect(desk_path("sign-in"))


def _ask(
    request: HttpRequest, token: str, problems: Sequence[Problem] = ()
) -> HttpResponse:
    context = {"name": invited(token).get_username(), "problems": problems}
    return render_page(
        request,
        "welcome",
        "glossary/desk/people/password.html",
        context,
        parts=[token],
        status=400 if problems else 200,
    )
