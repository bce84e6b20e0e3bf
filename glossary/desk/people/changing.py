"""What whoever manages accounts does: each is a rule, asked once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from glossary import accounts as rules
from glossary.desk.doing import do, editor_of
from glossary.desk.errors import problem_page
from glossary.desk.page import desk_path, render_page
from glossary.desk.people.acts import Choice, said
from glossary.doors import desk_address
from glossary.errors import GlossaryError, PermissionDeniedError
from glossary.models import Factor, User, every_act
from glossary.permissions import acts_of, can_manage_accounts

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import _StrPromise


class What(NamedTuple):
    """Something that is done to an account with one button."""

    rule: Callable[..., User]
    label: _StrPromise
    said: _StrPromise
    is_offered: Callable[[User], bool]


WHAT = {
    "end-sessions": What(
        rules.end_sessions,
        gettext_lazy("Sign this account out everywhere"),
        gettext_lazy("This account is signed out everywhere."),
        lambda user: user.is_active,
    ),
    "forget-factors": What(
        rules.reset_second_factor,
        gettext_lazy("Forget the second factor"),
        gettext_lazy("The second factor is forgotten. A new one can be added now."),
        lambda user: Factor.objects.filter(account=user).exists(),
    ),
    "own-person": What(
        rules.mark_as_own_person,
        gettext_lazy("Say that this account is nobody else’s"),
        gettext_lazy("This account is a person of its own."),
        lambda user: user.same_as_id is not None or user.others.exists(),
    ),
    "close": What(
        rules.close_account,
        gettext_lazy("Close this account"),
        gettext_lazy("The account is closed."),
        lambda user: user.is_active,
    ),
    "reopen": What(
        rules.reopen_account,
        gettext_lazy("Open this account again"),
        gettext_lazy("The account is open again."),
        lambda user: not user.is_active,
    ),
}


def add(request: HttpRequest) -> HttpResponse:
    """Make an account without a password, and show the link for its owner once."""
    if request.method != "POST":
        return _ask_for_account(request)
    actor, name = editor_of(request), request.POST.get("name", "")
    acts = [act for act in request.POST.getlist("act") if act in every_act()]
    try:
        rules.add_account(name=name, password=None, acts=acts, actor=actor)
    except PermissionDeniedError as error:
        return problem_page(request, "permission-denied", detail=error.detail)
    except GlossaryError as error:
        return _ask_for_account(request, error)
    return _show_link(request, rules.invite(name=name, actor=actor), name)


def invite(request: HttpRequest, number: int) -> HttpResponse:
    """Show a link by which the owner of an account sets another password."""
    name = _name(number)
    try:
        token = rules.invite(name=name, actor=editor_of(request))
    except PermissionDeniedError as error:
        return problem_page(request, "permission-denied", detail=error.detail)
    except GlossaryError as error:
        messages.error(request, error.detail)
        return HttpResponseRedirect(desk_path("person", str(number)))
    return _show_link(request, token, name)


def set_acts(request: HttpRequest, number: int) -> HttpResponse:
    """Allow what is ticked, and nothing else."""
    actor, name = editor_of(request), _name(number)
    has = {*rules.acts_when_open(User.objects.get(pk=number))}
    wanted = {act for act in request.POST.getlist("act") if act in every_act()}

    @transaction.atomic
    def change() -> None:
        if wanted - has:
            rules.allow(name=name, acts=wanted - has, actor=actor)
        if has - wanted:
            rules.forbid(name=name, acts=has - wanted, actor=actor)

    said = _("What this account may do is changed.")
    if wanted == has:
        said = _("Nothing was changed, so nothing is saved.")
    return _done(request, number, change, said)


def join(request: HttpRequest, number: int) -> HttpResponse:
    """Say that two accounts are one person's."""
    actor, names = editor_of(request), [_name(number), request.POST.get("name", "")]
    if not all(names):
        messages.error(request, _("Choose one from the list."))
        return HttpResponseRedirect(desk_path("person", str(number)))
    return _done(
        request,
        number,
        lambda: rules.mark_as_one_person(names=names, actor=actor),
        _("These accounts are one person’s."),
    )


def change(request: HttpRequest, number: int, what: str) -> HttpResponse:
    """Do what a button says."""
    if what not in WHAT:
        raise Http404
    actor, name, done = editor_of(request), _name(number), WHAT[what]
    return _done(
        request, number, lambda: done.rule(name=name, actor=actor), str(done.said)
    )


def _done(
    request: HttpRequest, number: int, act: Callable[[], object], said: str
) -> HttpResponse:
    return do(request, act, said=said, to=desk_path("person", str(number)))


def _name(number: int) -> str:
    user = User.objects.filter(pk=number).first()
    if user is None:
        raise Http404
    return user.get_username()


def _ask_for_account(
    request: HttpRequest, error: GlossaryError | None = None
) -> HttpResponse:
    actor = editor_of(request)
    if not can_manage_accounts(actor):
        return problem_page(request, "permission-denied")
    ticked = request.POST.getlist("act")
    context: dict[str, Any] = {
        "error": error.detail if error else "",
        "problems": error.problems if error else (),
        "name": request.POST.get("name", ""),
        "choices": [
            Choice(act, said(act), act in ticked, act in acts_of(actor))
            for act in every_act()
        ],
    }
    template = "glossary/desk/people/add_account.html"
    status = 400 if error else 200
    return render_page(request, "add-account", template, context, status=status)


def _show_link(request: HttpRequest, token: str, name: str) -> HttpResponse:
    """Show an invitation: it is kept nowhere, so that nobody sees it again."""
    context = {
        "name": User.normalize_username(name),
        "link": desk_address() + desk_path("welcome", token),
        "to": desk_path("accounts"),
    }
    template = "glossary/desk/people/link.html"
    return render_page(request, "accounts", template, context)
