"""A draft that was passed by is brought up to date with one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from glossary.desk.doing import do, editor_of
from glossary.desk.page import desk_path
from glossary.desk.parts.asked import parts_of, revision_asked
from glossary.desk.parts.ways import Facts, Way
from glossary.desk.writing.conflict import label_of
from glossary.desk.writing.sheet import fields_of
from glossary.permissions import can_write_some
from glossary.review import bring_up_to_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest, HttpResponse

    from glossary.review import Merged


def merge(request: HttpRequest, kind: str, key: str, number: str) -> HttpResponse:
    """Begin a draft anew with what was published since, and with its own changes."""
    revision, actor = revision_asked(kind, key, number), editor_of(request)
    seen = request.POST.get("seen", "")
    return do(
        request,
        lambda: bring_up_to_date(revision=revision, seen=seen, actor=actor),
        said=_said,
        to=desk_path("document", *revision.name),
    )


def _said(merged: Merged) -> str:
    if not merged.conflicts:
        return _("The draft is up to date. Nothing was changed on both sides.")
    text = _("The draft is up to date. Both sides had changed these places: %(places)s")
    slots = fields_of(merged.revision)
    places = [label_of(slots, place) for place in merged.conflicts]
    return text % {"places": " · ".join(places)}


def ways(facts: Facts) -> Iterator[Way]:
    """Offer it for a draft that departs from an earlier text than the public one."""
    row = facts.under_way
    if row is None or facts.current is None:
        return
    base = row.base.revision_id if row.base else None
    if can_write_some(facts.editor) and base != facts.current.revision_id:
        yield Way(
            _("Bring the draft up to date"),
            desk_path("bring-up-to-date", *parts_of(row)),
            is_form=True,
            hint=_("Another text was published since this draft was begun."),
            fields={"seen": row.digest},
        )
