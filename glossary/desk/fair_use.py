"""Counts what is asked of the desk, against the same limit as everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary import limits
from glossary.desk.errors import problem_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


class FairUseMiddleware:
    """Refuses what is more than a sender may ask for in a while."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Wrap ``get_response``."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and count what that costs."""
        method, path = str(request.method), request.path_info
        cost = limits.cost_of(method, path, 0, host=request.get_host())
        sender = limits.sender_in(request.META)
        verdict = limits.take(limits.of_addresses(), sender, cost)
        if not verdict.is_allowed:
            return problem_page(request, "too-many-requests", wait=verdict.wait)
        return self._get_response(request)


def wait_to_sign_in(request: HttpRequest, name: str) -> int:
    """Return for how many seconds somebody must wait; count a try if for none.

    Who guesses is slowed down: from one address, with one name, and with one name
    from everywhere. A name that nobody has is counted as any other.
    """
    sender = limits.sender_in(request.META)
    for policy, who in (
        (limits.SIGN_INS, sender),
        (limits.SIGN_INS_AS_ONE, f"{sender} {name}"),
        (limits.SIGN_INS_BY_ALL, name),
    ):
        verdict = limits.take(policy, who)
        if not verdict.is_allowed:
            return verdict.wait
    return 0


def wait_for_second_step(request: HttpRequest, account: int) -> int:
    """Return for how many seconds somebody must wait with a code; count a try.

    Only whoever knows the password comes so far: nobody else shuts anybody out.
    """
    sender = limits.sender_in(request.META)
    for policy, who in (
        (limits.SECOND_STEPS, f"{sender} {account}"),
        (limits.SECOND_STEPS_BY_ALL, str(account)),
    ):
        verdict = limits.take(policy, who)
        if not verdict.is_allowed:
            return verdict.wait
    return 0
