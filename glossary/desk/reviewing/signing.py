"""Sign-offs: those that were given, those that somebody can give, and giving one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from glossary.closed_lists import SignOffRole
from glossary.desk.doing import do, editor_of
from glossary.desk.page import desk_path
from glossary.desk.parts.asked import parts_of, revision_asked
from glossary.desk.parts.roles import Wanted, in_words
from glossary.errors import GlossaryError
from glossary.review import (
    Asked,
    Void,
    judged_sign_offs,
    possible_sign_offs,
    require_may_sign_off,
    sign_off,
)

if TYPE_CHECKING:
    import datetime as dt

    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import _StrPromise

    from glossary.models import Revision, User

VOID = {
    Void.UNKNOWN_AUTHOR: gettext_lazy("Void: it is not known who wrote this text."),
    Void.HAD_A_PART: gettext_lazy("Void: this person had a part in the text."),
    Void.CHANGED: gettext_lazy(
        "Void: the text, or what it is compared with, was changed since."
    ),
    Void.TOO_OLD: gettext_lazy("Void: it was given too long ago."),
    Void.WITHDRAWN: gettext_lazy("Void: the text was withdrawn since."),
    Void.MAY_NOT: gettext_lazy("Void: this person may not sign this off any more."),
}
"""Why a sign-off does not hold, in words."""


class Given(NamedTuple):
    """A sign-off that was given; ``void`` says why it does not hold, if so."""

    wanted: Wanted
    by: str
    day: dt.date
    void: str | _StrPromise


class Refused(NamedTuple):
    """Sign-offs that somebody cannot give, and why."""

    why: str
    wanted: list[Wanted]


def given(revision: Revision) -> list[Given]:
    """Return all sign-offs of a revision, those that are void too."""
    return [
        Given(
            in_words(Asked(SignOffRole(row.role), row.lang)),
            row.user.get_username(),
            timezone.localdate(row.given_at),
            VOID[void] if void else "",
        )
        for row, void in judged_sign_offs(revision)
    ]


def open_to(revision: Revision, editor: User) -> tuple[list[Wanted], list[Refused]]:
    """Return the sign-offs that somebody can give, and the others by what hinders.

    The rule itself is asked for each of them.
    """
    can: list[Wanted] = []
    cannot: dict[str, list[Wanted]] = {}
    for asked in possible_sign_offs(revision):
        try:
            require_may_sign_off(revision, asked, editor)
        except GlossaryError as error:
            cannot.setdefault(error.detail, []).append(in_words(asked))
        else:
            can.append(in_words(asked))
    return can, [Refused(*pair) for pair in cannot.items()]


def sign(request: HttpRequest, kind: str, key: str, number: str) -> HttpResponse:
    """Sign off the text that was looked at; where it changed, show what is new."""
    row, actor = revision_asked(kind, key, number), editor_of(request)
    seen, role = request.POST.get("seen", ""), request.POST.get("role", "")
    to = desk_path("revision", *parts_of(row))
    known = SignOffRole(role) if role in SignOffRole.values() else SignOffRole.EDITOR
    asked = Asked(known, request.POST.get("lang", "") if known == role else "")
    return do(
        request,
        lambda: sign_off(revision=row, asked=asked, seen=seen, actor=actor),
        said=_("You have signed it off."),
        to=to if row.digest == seen else f"{to}?from=seen",
    )
