"""How somebody is let in: after one step or two, under a new key."""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth import login
from django.utils import timezone, translation
from django.utils.crypto import constant_time_compare
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from glossary.accounts.sessions import BEGAN, BROWSER, SEEN
from glossary.addresses import route_of
from glossary.dates import day_in_words
from glossary.desk.browsers import browser_of
from glossary.desk.sessions import note_factor, note_proof
from glossary.models import User

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpRequest

_HALF_WAY = "half-way"
_PATIENCE = 10 * 60  # seconds between the two steps
_NO_PLACE_TO_GO = {
    "desk-sign-in",
    "desk-second-step",
    "desk-sign-out",
    "desk-signed-out",
    "desk-passkey",
    "desk-welcome",
    "desk-passkey-to-add",
    "desk-nowhere",
}


def let_in(request: HttpRequest, user: User, *, has_factor: bool) -> None:
    """Let somebody in; say when they were here before."""
    before = user.last_login
    _leave_half_way(request)
    login(request, user)
    note_proof(request)
    if has_factor:
        note_factor(request)
    request.session[BEGAN] = request.session[SEEN] = int(time())
    request.session[BROWSER] = browser_of(request.headers.get("User-Agent", ""))
    request.session.clear_expired()
    if before:
        messages.info(request, _last_time(before))


def hold(request: HttpRequest, user: User, wanted: str) -> None:
    """Remember who has told a right password, until they have shown what they have."""
    request.session.flush()
    request.session[_HALF_WAY] = {
        "account": user.pk,
        "hash": user.get_session_auth_hash(),
        "at": int(time()),
        "wanted": wanted,
    }


def held(request: HttpRequest) -> tuple[User, str] | None:
    """Return who is half way in, and where they wanted to go."""
    known: dict[str, Any] | None = request.session.get(_HALF_WAY)
    if known is None:
        return None
    user = User.objects.filter(pk=known["account"], is_active=True).first()
    if (
        user is None
        or int(time()) - known["at"] > _PATIENCE
        or not constant_time_compare(user.get_session_auth_hash(), known["hash"])
    ):
        _leave_half_way(request)
        return None
    return user, known["wanted"]


def wanted_page(wanted: str, host: str) -> str:
    """Return the page of the desk that somebody wanted; nothing for another address."""
    is_here = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    if not is_here or not wanted.startswith("/"):
        return ""
    route = route_of(urlsplit(wanted).path, host)
    is_ours = route.startswith("desk-") and route not in _NO_PLACE_TO_GO
    return wanted if is_ours else ""


def _leave_half_way(request: HttpRequest) -> None:
    request.session.pop(_HALF_WAY, None)


def _last_time(before: datetime) -> str:
    """Return the sentence by which somebody may find out that another was here."""
    local = timezone.localtime(before)
    day = day_in_words(local.date(), translation.get_language())
    return _(
        "You last signed in on %(date)s at %(time)s. If that was not you, tell whoever "
        "runs this site now."
    ) % {"date": day, "time": f"{local:%H:%M}"}
