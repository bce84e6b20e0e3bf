"""Publishing at a set time: planned by the clock on the wall, and cancelled."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.translation import gettext as _

from glossary.desk.doing import do, editor_of
from glossary.desk.page import desk_path
from glossary.desk.publishing.publishing import checked
from glossary.desk.publishing.rows import revisions_asked
from glossary.models import Schedule
from glossary.publishing import cancel_schedule, readings, schedule_publication

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

_LONGEST = 40


def plan(request: HttpRequest) -> HttpResponse:
    """Let what was chosen be published at the time that somebody typed.

    A time that is not there is refused; of one that comes twice it is asked which.
    """
    revisions, actor = revisions_asked(request.POST), editor_of(request)
    day, time, which = (request.POST.get(name, "") for name in ("day", "time", "which"))
    given = {"day": day[:_LONGEST], "time": time[:_LONGEST]}
    typed = _typed(day, time)
    if typed is None:
        problem = _("Type a day and a time, such as 2027-03-01 and 09:30.")
        return checked(request, revisions, given=given, problem=problem)
    found = readings(typed)
    chosen = [one for one in found if one.isoformat() == which] or found
    if not found:
        problem = _("The clocks go forward then: there is no such time on that day.")
        return checked(request, revisions, given=given, problem=problem)
    if len(chosen) > 1:
        problem = _("The clocks go back then: this time comes twice. Say which.")
        return checked(request, revisions, given=given, problem=problem, readings=found)
    return do(
        request,
        lambda: schedule_publication(revisions=revisions, at=chosen[0], actor=actor),
        said=_("It is planned."),
        to=desk_path("publish"),
        again=lambda why: checked(
            request, revisions, given=given, problem=" ".join(why)
        ),
    )


def cancel(request: HttpRequest, number: str) -> HttpResponse:
    """Cancel what is planned."""
    is_number = number.isdecimal() and len(number) < 9
    row = Schedule.objects.filter(pk=int(number)).first() if is_number else None
    if row is None:
        raise Http404
    actor = editor_of(request)
    return do(
        request,
        lambda: cancel_schedule(schedule=row, actor=actor),
        said=_("It is not planned any more. The texts stay approved."),
        to=desk_path("publish"),
    )


def _typed(day: str, time: str) -> dt.datetime | None:
    """Return the time on the wall that somebody typed, if it is one."""
    try:
        on, at = dt.date.fromisoformat(day.strip()), dt.time.fromisoformat(time.strip())
    except ValueError:
        return None
    return dt.datetime.combine(on, at) if at.tzinfo is None else None
