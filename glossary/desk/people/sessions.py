"""Where somebody is signed in, and the end of that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from glossary.accounts import end_own_sessions, seats_of
from glossary.accounts.sessions import name_of_key
from glossary.desk.doing import do, editor_of
from glossary.desk.page import desk_path

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def seats(request: HttpRequest) -> list[dict[str, Any]]:
    """Return where somebody is signed in; here comes first."""
    here = _here(request)
    rows = [
        {
            "is_here": seat.name == here,
            "browser": " – ".join(seat.browser),
            "began": _said(seat.began),
            "seen": _said(seat.seen),
            "end": desk_path("end-session", seat.name),
        }
        for seat in seats_of(editor_of(request))
    ]
    return sorted(rows, key=lambda row: not row["is_here"])


def end_one(request: HttpRequest, name: str) -> HttpResponse:
    """End one session."""
    return _end(request, [name], _("That session is ended."))


def end_others(request: HttpRequest) -> HttpResponse:
    """End all sessions but this one."""
    here = _here(request)
    names = [one.name for one in seats_of(editor_of(request)) if one.name != here]
    return _end(request, names, _("You are signed in only here."))


def _end(request: HttpRequest, names: list[str], said: str) -> HttpResponse:
    editor = editor_of(request)
    return do(
        request,
        lambda: end_own_sessions(account=editor, names=names),
        said=said,
        to=desk_path("account"),
    )


def _here(request: HttpRequest) -> str:
    return name_of_key(request.session.session_key or "")


def _said(moment: Any) -> dict[str, Any]:
    local = timezone.localtime(moment)
    return {"day": local.date(), "time": f"{local:%H:%M}"}
