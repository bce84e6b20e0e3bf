"""Before what cannot be taken back, somebody shows again who they are.

What they typed is carried through the page that asks, at the same address, and then
done: nothing of it is kept meanwhile, and nothing is lost.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple

from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _

from glossary.addresses import route_of
from glossary.desk.challenges import shown_by
from glossary.desk.doing import editor_of
from glossary.desk.fair_use import wait_for_second_step, wait_to_sign_in
from glossary.desk.page import render_page
from glossary.desk.sessions import is_proved, note_proof
from glossary.errors import BusyError, Problem
from glossary.second_factors import has_factor, has_passkey, is_right_code
from glossary.turns import PASSWORDS, RETRY_AFTER

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse, QueryDict
    from django.http.response import HttpResponseBase

    from glossary.desk.routing import View
    from glossary.models import User

PROOF = "proof"
"""The field that says that a form shows who somebody is, and what they were doing."""
_FIELDS = {one: f"{PROOF}-{one}" for one in ("password", "code")}
_CARRIED = {PROOF, "passkey", "csrfmiddlewaretoken", *_FIELDS.values()}


class Refusal(NamedTuple):
    """Why somebody is not believed, and for how long they must wait."""

    problem: Problem
    status: int = 400
    wait: int = 0


def grave(view: View) -> View:
    """Ask who it is before ``view`` does anything, unless that was just shown."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "POST" and PROOF in request.POST:
            refusal = _refusal(request, editor_of(request))
            if refusal:
                return _ask(request, refusal)
            note_proof(request)
            if request.POST[PROOF] != "POST":
                return HttpResponseRedirect(request.get_full_path())
            request.POST = _typed(request.POST)  # type: ignore[assignment]  # a copy
        elif not is_proved(request):
            return _ask(request)
        return view(request, *args, **kwargs)

    return answer


def why_not_second(request: HttpRequest, account: User) -> Refusal | None:
    """Return why somebody's second factor does not convince; nothing if it does."""
    if request.POST.get("passkey"):
        return _why_not_passkey(request, account)
    code = request.POST.get(_FIELDS["code"], "")
    if not code.strip():
        return Refusal(Problem(_FIELDS["code"], "required", _("Type the code.")))
    wait = wait_for_second_step(request, account.pk)
    if wait:
        return too_many(_FIELDS["code"], wait)
    if is_right_code(account=account, code=code):
        return None
    text = _("That code is wrong, or was used already.")
    return Refusal(Problem(_FIELDS["code"], "wrong", text))


def too_many(place: str, wait: int) -> Refusal:
    """Say that somebody has to wait."""
    text = _("That was too many tries. Please wait a while, then try again.")
    return Refusal(Problem(place, "wait", text), 429, wait)


def _refusal(request: HttpRequest, account: User) -> Refusal | None:
    """Return why it is not believed that this is who signed in.

    A passkey is enough; a password is where there is no second factor.
    """
    if request.POST.get("passkey"):
        return _why_not_passkey(request, account)
    refusal = _why_not_password(request, account)
    if refusal or not has_factor(account):
        return refusal
    return why_not_second(request, account)


def _why_not_passkey(request: HttpRequest, account: User) -> Refusal | None:
    if shown_by(request) == account:
        return None
    text = _("That passkey is not known here, or it took too long. Please try again.")
    return Refusal(Problem("passkey", "wrong", text))


def _why_not_password(request: HttpRequest, account: User) -> Refusal | None:
    place = _FIELDS["password"]
    password = request.POST.get(place, "")
    if not password:
        return Refusal(Problem(place, "required", _("Type your password.")))
    wait = wait_to_sign_in(request, account.get_username())
    if wait:
        return too_many(place, wait)
    try:
        with PASSWORDS.turn():
            if account.check_password(password):
                return None
    except BusyError:
        text = _("We are busy just now. Please try again in a few seconds.")
        return Refusal(Problem(place, "wait", text), 503, RETRY_AFTER)
    return Refusal(Problem(place, "wrong", _("The password is wrong.")))


def _ask(request: HttpRequest, refusal: Refusal | None = None) -> HttpResponse:
    """Ask who it is, at the address where somebody is, with what they typed."""
    account = editor_of(request)
    context = {
        "problems": [refusal.problem] if refusal else [],
        "doing": request.POST.get(PROOF, request.method),
        "carried": [
            (name, value)
            for name, values in request.POST.lists()
            if name not in _CARRIED
            for value in values
        ],
        "has_factor": has_factor(account),
        "has_passkey": has_passkey(account),
        "resubmit": "proof",
    }
    match = request.resolver_match
    response = render_page(
        request,
        route_of(request.path_info, request.get_host()).removeprefix("desk-"),
        "glossary/desk/proof.html",
        context,
        parts=[str(value) for value in match.kwargs.values()] if match else [],
        query=request.GET.urlencode(),
        status=refusal.status if refusal else 403,
    )
    if refusal and refusal.wait:
        response["Retry-After"] = str(refusal.wait)
    return response


def _typed(fields: QueryDict) -> QueryDict:
    """Return what was typed, without what showed who somebody is."""
    typed = fields.copy()
    for name in _CARRIED - {"csrfmiddlewaretoken"}:
        typed.pop(name, None)
    return typed
