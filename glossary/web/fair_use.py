"""Counts every request that nobody answered from memory, pages and API alike.

Static files are free, and so is what a browser asks before it asks (a preflight
request, Fetch standard): were it refused, no app could read why.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from django.conf import settings
from django.db import Error

from glossary import limits
from glossary.addresses import route_of
from glossary.answers import FIELDS, OURS
from glossary.keys import FOUND, find_key
from glossary.web.errors import refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from glossary.models import ApiKey

PAYER = "glossary.payer"
WAIT = "glossary.wait"
WITH_OWN_WORDS = frozenset({"explain", "check", "suggest", "feedback"})
"""Forms that say in their own words, and with what was typed, that it is too much."""


class Payer(NamedTuple):
    """Against whom a request is counted, and by which policy."""

    policy: limits.Policy
    sender: str

    def pay(self, request: HttpRequest, cost: int) -> limits.Verdict:
        """Count ``cost``, if that is allowed, and let the answer tell what is left."""
        verdict = limits.take(self.policy, self.sender, cost)
        request.META[FIELDS] = verdict.fields()
        return verdict


class FairUseMiddleware:
    """Refuses what is more than a sender may ask for in a while."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Wrap ``get_response``."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and count what that costs."""
        if OURS in request.META or _is_preflight(request):
            return self._get_response(request)
        payer = request.META[PAYER] = _payer(request)
        cost = _cost(request)
        verdict = payer.pay(request, cost)
        if not verdict.is_allowed:
            request.META[WAIT] = verdict.wait
            if not _has_own_words(request):
                return refused(request, "too-many-requests", wait=verdict.wait)
        response = self._get_response(request)
        more = 0 if response.streaming else len(response.content) // limits.PER_ANSWER
        if more:
            charged = limits.charge(payer.policy, payer.sender, more)
            request.META[FIELDS] = charged.fields()
        return response


def sender_of(request: HttpRequest) -> str:
    """Return where a request comes from."""
    return limits.sender_in(request.META)


def wait_for(request: HttpRequest, cost: int = 0) -> int:
    """Return for how many seconds a sender must wait; 0 where they need not.

    ``cost`` is what the request costs beside what its route does.
    """
    wait: int = request.META.get(WAIT, 0)
    payer: Payer | None = request.META.get(PAYER)
    if wait or not cost or payer is None:
        return wait
    verdict = payer.pay(request, cost)
    return 0 if verdict.is_allowed else verdict.wait


def _payer(request: HttpRequest) -> Payer:
    """Return the key with which a request comes, or else its address."""
    key: ApiKey | None = None
    said = request.META.get("HTTP_AUTHORIZATION")
    if said is not None:
        with suppress(Error):  # the view will say that the database does not answer
            key = request.META[FOUND] = find_key(said)
    if key is None:
        return Payer(limits.of_addresses(), sender_of(request))
    return Payer(limits.of_keys(), str(key.pk))


def _is_preflight(request: HttpRequest) -> bool:
    is_asking = "HTTP_ACCESS_CONTROL_REQUEST_METHOD" in request.META
    return request.method == "OPTIONS" and is_asking


def _cost(request: HttpRequest) -> int:
    """Return what a request costs; of a body that a form will not read, nothing."""
    length = length_of(request)
    if length > settings.DATA_UPLOAD_MAX_MEMORY_SIZE and _has_own_words(request):
        length = 0
    query = request.META.get("QUERY_STRING", "")
    method, path = str(request.method), request.path_info
    host = request.META.get("HTTP_HOST")
    return limits.cost_of(method, path, length, query, host=host)


def _has_own_words(request: HttpRequest) -> bool:
    if request.method != "POST":
        return False
    return route_of(request.path_info, request.get_host()) in WITH_OWN_WORDS


def length_of(request: HttpRequest) -> int:
    """Return the length of the body, as the request says it."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isascii() and length.isdigit() else 0
