"""One's own account: who is signed in, what they may do, where they are signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _

from glossary.accounts import set_email, set_own_password
from glossary.desk.doing import do, editor_of
from glossary.desk.page import desk_path, render_page
from glossary.desk.people.acts import said
from glossary.desk.people.sessions import seats
from glossary.desk.sessions import end_of
from glossary.errors import InvalidQueryError, Problem
from glossary.permissions import acts_of
from glossary.second_factors import has_factor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse


def account(request: HttpRequest) -> HttpResponse:
    """Say who is signed in, what they may do, and where they are signed in."""
    editor = editor_of(request)
    context = {
        "acts": [said(act) for act in acts_of(editor)],
        "end": f"{end_of(request):%H:%M}",
        "email": editor.email,
        "has_factor": has_factor(editor),
        "seats": seats(request),
        "paths": {
            "factors": desk_path("second-factors"),
            "password": desk_path("password"),
            "email": desk_path("email"),
            "others": desk_path("end-others"),
        },
    }
    template = "glossary/desk/people/account.html"
    return render_page(request, "account", template, context)


def password(request: HttpRequest) -> HttpResponse:
    """Let somebody take another password; they stay signed in here and nowhere else."""
    if request.method != "POST":
        return _ask_for_password(request)
    editor = editor_of(request)
    try:
        set_own_password(account=editor, password=request.POST.get("password", ""))
    except InvalidQueryError as error:
        return _ask_for_password(request, error.problems)
    update_session_auth_hash(request, editor)
    messages.success(request, _("Your password is changed."))
    return HttpResponseRedirect(desk_path("account"))


def email(request: HttpRequest) -> HttpResponse:
    """Let somebody say where mail goes to."""
    editor = editor_of(request)
    if request.method != "POST":
        return _ask_for_email(request, editor.email)
    typed = request.POST.get("email", "")
    return do(
        request,
        lambda: set_email(account=editor, email=typed),
        said=_("Your e-mail address is changed."),
        to=desk_path("account"),
        again=lambda why: _ask_for_email(request, typed, why),
    )


def _ask_for_email(
    request: HttpRequest, email: str, why: Sequence[str] = ()
) -> HttpResponse:
    problems = [Problem("email", "wrong", one) for one in why]
    context = {"email": email, "problems": problems}
    template = "glossary/desk/people/email.html"
    status = 400 if problems else 200
    return render_page(request, "email", template, context, status=status)


def _ask_for_password(
    request: HttpRequest, problems: Sequence[Problem] = ()
) -> HttpResponse:
    context = {"problems": problems, "name": editor_of(request).get_username()}
    template = "glossary/desk/people/password.html"
    status = 400 if problems else 200
    return render_page(request, "password", template, context, status=status)
