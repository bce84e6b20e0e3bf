"""What would happen if these were published; and then it does, at once or later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from glossary.desk.doing import do, editor_of
from glossary.desk.page import desk_path, render_page
from glossary.desk.parts.ways import Way
from glossary.desk.publishing.rows import (
    Moment,
    happenings,
    revisions_asked,
    rows_of,
    word_of,
)
from glossary.desk.speaking import language_of
from glossary.errors import GlossaryError
from glossary.permissions import can_publish
from glossary.publishing import foresee, publish_revisions

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from django.http import HttpRequest, HttpResponse

    from glossary.desk.parts.ways import Facts
    from glossary.models import Revision


def check(request: HttpRequest) -> HttpResponse:
    """Show what would happen if the chosen texts were published together."""
    revisions = revisions_asked(request.GET)
    return checked(request, revisions)


def checked(
    request: HttpRequest,
    revisions: Sequence[Revision],
    *,
    given: Mapping[str, str] | None = None,
    problem: str = "",
    readings: Sequence[dt.datetime] = (),
) -> HttpResponse:
    """Return the page on which somebody decides, with what is wrong with a time."""
    actor, lang = editor_of(request), language_of(request)
    rows = rows_of(revisions, lang)
    ready = [row["word"] for row in rows if not row["reason"]]
    words = ",".join(map(word_of, revisions))
    context: dict[str, Any] = {
        "rows": rows,
        "words": words,
        "others": ",".join(ready) if 0 < len(ready) < len(rows) else "",
        "may": can_publish(actor, {row.name.kind for row in revisions}),
        "can_be": bool(rows) and len(ready) == len(rows),
        "given": given or {"day": "", "time": ""},
        "problem": problem,
        "readings": [(one.isoformat(), Moment.of(one)) for one in readings],
        "now": desk_path("publish-now"),
        "plan": desk_path("plan"),
        "back": desk_path("publish"),
    }
    if context["may"] and context["can_be"]:
        context |= _foreseen(revisions, request)
    is_planned = any(row["is_planned"] for row in rows)
    context["can_be_planned"] = context["can_be"] and not is_planned
    template = "glossary/desk/publishing/check.html"
    return render_page(
        request,
        "publish-check",
        template,
        context,
        query=f"r={words}",
        status=422 if problem else 200,
    )


def publish(request: HttpRequest) -> HttpResponse:
    """Publish what was chosen, all of it or nothing."""
    revisions, actor = revisions_asked(request.POST), editor_of(request)
    return do(
        request,
        lambda: publish_revisions(revisions=revisions, actor=actor),
        said=_("Published. Readers see it now."),
        to=desk_path("publish"),
    )


def _foreseen(revisions: Sequence[Revision], request: HttpRequest) -> dict[str, Any]:
    """Return what would follow, or why nothing would."""
    actor = editor_of(request)
    try:
        found = foresee(lambda: publish_revisions(revisions=revisions, actor=actor))
    except GlossaryError as error:
        reasons = [error.detail, *(one.detail for one in error.problems)]
        return {"can_be": False, "reasons": reasons}
    mine = {row.name for row in revisions}
    others = [one for one in found if one.name not in mine]
    return {"others_change": happenings(others, language_of(request))}


def ways(facts: Facts) -> Iterator[Way]:
    """Offer to publish what waits; what is withdrawn is brought back instead."""
    if facts.waits and not facts.is_withdrawn:
        may = can_publish(facts.editor, {facts.name.kind})
        hint = "" if may else _("You may look. Somebody else may publish it.")
        path = f"{desk_path('publish-check')}?r={word_of(facts.waits)}"
        yield Way(_("Publish"), path, hint=hint)
