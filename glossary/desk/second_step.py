"""The second step on the way in: somebody shows what they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from glossary.desk.letting_in import held, let_in
from glossary.desk.page import desk_path, render_page
from glossary.desk.proof import Refusal, why_not_second
from glossary.second_factors import has_passkey

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from glossary.models import User


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def second_step(request: HttpRequest) -> HttpResponse:
    """Ask for a passkey or a code, and let in whoever has one."""
    half_way = held(request)
    if half_way is None:
        return HttpResponseRedirect(desk_path("sign-in"))
    account, wanted = half_way
    if request.method != "POST":
        return _show(request, account)
    refusal = why_not_second(request, account)
    if refusal:
        return _show(request, account, refusal)
    let_in(request, account, has_factor=True)
    return HttpResponseRedirect(wanted or desk_path("home"))


def _show(
    request: HttpRequest, account: User, refusal: Refusal | None = None
) -> HttpResponse:
    context = {
        "problems": [refusal.problem] if refusal else [],
        "has_passkey": has_passkey(account),
    }
    response = render_page(
        request,
        "second-step",
        "glossary/desk/second_step.html",
        context,
        status=refusal.status if refusal else 200,
    )
    if refusal and refusal.wait:
        response["Retry-After"] = str(refusal.wait)
    return response
