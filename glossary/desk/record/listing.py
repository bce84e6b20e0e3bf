"""What was done, the newest first: a part at a time, and by what is asked for."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from django.utils import timezone

from glossary.desk.doing import editor_of
from glossary.desk.page import desk_path, render_page
from glossary.desk.record.words import ACTIONS, in_words
from glossary.document import Name
from glossary.models import Action, Event
from glossary.permissions import can_manage_accounts

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

PAGE_SIZE = 50
_LONGEST_NUMBER = 18


class Asked(NamedTuple):
    """What is asked for; what is empty is not."""

    who: str = ""
    what: str = ""
    about: str = ""
    day: str = ""
    before: str = ""

    @classmethod
    def by(cls, request: HttpRequest) -> Asked:
        """Return what the address says, without what nobody could mean."""
        found = {name: request.GET.get(name, "").strip() for name in cls._fields}
        if found["what"] not in Action.values:
            found["what"] = ""
        number = found["before"]
        is_number = number.isascii() and number.isdigit()
        if not is_number or len(number) > _LONGEST_NUMBER:
            found["before"] = ""
        return cls(**{name: value[:200] for name, value in found.items()})

    @property
    def query(self) -> str:
        """The same as the end of an address, without the place in the list."""
        asked = self._asdict() | {"before": ""}
        return urlencode({name: value for name, value in asked.items() if value})


def record(request: HttpRequest) -> HttpResponse:
    """List what was done."""
    asked = Asked.by(request)
    found = list(_found(asked)[: PAGE_SIZE + 1])
    rows, rest = found[:PAGE_SIZE], found[PAGE_SIZE:]
    context = {
        "asked": asked,
        "query": asked.query,
        "actions": ACTIONS.items(),
        "rows": [_row(row) for row in rows],
        "next": rows[-1].pk if rest else 0,
        "may_have_all": can_manage_accounts(editor_of(request)),
        "whole_path": desk_path("record-file"),
    }
    template = "glossary/desk/record/record.html"
    return render_page(request, "record", template, context, query=asked.query)


def _found(asked: Asked) -> QuerySet[Event]:
    """Return the events, the newest first: they are written in the order of numbers."""
    rows = Event.objects.order_by("-pk").select_related("revision")
    rows = rows.defer("revision__document")
    if asked.who:
        rows = rows.filter(actor_name=asked.who)
    if asked.what:
        rows = rows.filter(action=asked.what)
    if asked.before:
        rows = rows.filter(pk__lt=int(asked.before))
    return _on(_about(rows, asked.about), asked.day)


def _about(rows: QuerySet[Event], text: str) -> QuerySet[Event]:
    """Return those about a document; of what is no name, none."""
    if not text:
        return rows
    try:
        name = Name.parse(text)
    except ValueError:
        return rows.none()
    return rows.filter(kind=name.kind, key=name.key)


def _on(rows: QuerySet[Event], text: str) -> QuerySet[Event]:
    """Return those of a day, as it is here; of what is no day, none."""
    if not text:
        return rows
    try:
        day = dt.date.fromisoformat(text)
        begins = timezone.make_aware(dt.datetime.combine(day, dt.time()))
        following = day + dt.timedelta(days=1)
        ends = timezone.make_aware(dt.datetime.combine(following, dt.time()))
    except (ValueError, OverflowError):
        return rows.none()
    return rows.filter(at__gte=begins, at__lt=ends)


def _row(row: Event) -> dict[str, Any]:
    return {
        "path": desk_path("event", str(row.pk)),
        "what": in_words(row.action),
        "at": timezone.localtime(row.at),
        "who": row.actor_name,
        "about": str(row.name) if row.kind else "",
        "about_path": desk_path("document", *row.name) if row.kind else "",
        "revision": row.revision.number if row.revision else 0,
    }
