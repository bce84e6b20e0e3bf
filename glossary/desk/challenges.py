"""What a browser is asked when it is to show or to make a passkey.

The question is kept in the session, for one answer and a few minutes. It is made when
somebody presses the button, so that looking at a page begins no session.
"""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.views.decorators.http import require_POST

from glossary.desk.letting_in import held
from glossary.models import User
from glossary.second_factors import options_to_show, whose_passkey

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest, HttpResponse

_QUESTION = "question"
_PATIENCE = 5 * 60


@login_not_required
@require_POST
def ask_for_passkey(request: HttpRequest) -> HttpResponse:
    """Return what a browser has to be asked: a passkey of somebody, or of anyone."""
    options, state = options_to_show(_known(request))
    keep_question(request, state)
    return JsonResponse(options)


def keep_question(request: HttpRequest, state: Mapping[str, Any]) -> None:
    """Keep what was asked until it is answered."""
    request.session[_QUESTION] = {**state, "at": int(time())}


def take_question(request: HttpRequest) -> dict[str, Any]:
    """Return what was asked, once; nothing if that is too long ago."""
    state: dict[str, Any] = request.session.pop(_QUESTION, {})
    return state if int(time()) - state.pop("at", 0) <= _PATIENCE else {}


def shown_by(request: HttpRequest) -> User | None:
    """Return who has shown the passkey that was asked for."""
    state = take_question(request)
    answer = request.POST.get("passkey", "")
    return whose_passkey(state=state, answer=answer) if state else None


def _known(request: HttpRequest) -> User | None:
    if isinstance(request.user, User):
        return request.user
    half_way = held(request)
    return half_way[0] if half_way else None
