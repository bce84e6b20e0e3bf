"""Texts that readers saw before: a draft can begin with one of them.

It is reviewed as any other, and then published as something new.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext as _

from glossary.closed_lists import GONE
from glossary.desk.doing import do, editor_of
from glossary.desk.page import desk_path
from glossary.desk.parts.asked import parts_of, revision_asked
from glossary.desk.parts.ways import Way, is_merged
from glossary.desk.publishing.asking import ask, current_asked
from glossary.models import ERASED, OPEN, Publication, Revision
from glossary.permissions import can_write_some
from glossary.review import WRITTEN, begin_draft

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from django.http import HttpRequest, HttpResponse

    from glossary.desk.parts.ways import Facts


def earlier(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """List the texts that readers saw before."""
    current, editor = current_asked(kind, key), editor_of(request)
    mine = Revision.objects.filter(kind=kind, key=key)
    context = {
        "may": can_write_some(editor) and not is_merged(current.name),
        "is_open": mine.filter(state__in=OPEN).exists(),
        "rows": [_row(*one) for one in _seen_before(current)],
    }
    return ask(request, "earlier", current, context)


def go_back(request: HttpRequest, kind: str, key: str, number: str) -> HttpResponse:
    """Begin a draft with the text of an earlier revision."""
    revision, actor = revision_asked(kind, key, number), editor_of(request)
    return do(
        request,
        lambda: begin_draft(name=revision.name, actor=actor, of=revision),
        said=_("The draft is begun with the earlier text."),
        to=desk_path("document", *revision.name),
        onward=lambda row: desk_path("write", *parts_of(row)),
    )


def _seen_before(current: Publication) -> list[tuple[Revision, dt.datetime]]:
    """Return the other texts that readers saw, and since when, the newest first."""
    rows = Publication.objects.of_kind(current.name.kind).of([current.key])
    seen = rows.exclude(change__in=GONE).exclude(revision=current.revision_id)
    since = dict(seen.values_list("revision").annotate(Min("published_at")).order_by())
    found = Revision.objects.filter(pk__in=since).exclude(document=ERASED)
    found = found.order_by("-number")
    return [(row, since[row.pk]) for row in found]


def _row(revision: Revision, since: dt.datetime) -> dict[str, Any]:
    return {
        "number": revision.number,
        "since": timezone.localdate(since),
        "path": desk_path("go-back", *parts_of(revision)),
    }


def ways(facts: Facts) -> Iterator[Way]:
    """Offer to begin with an earlier text, where there is one."""
    is_written = facts.name.kind in WRITTEN and facts.current is not None
    if is_written and len(facts.revisions) > 1 and not facts.is_merged:
        yield Way(_("Earlier texts"), desk_path("earlier", *facts.name))
