"""The whole record as a file, a line of JSON for each act, the oldest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson
from django.http import StreamingHttpResponse
from django.utils.translation import gettext as _

from glossary.desk.doing import editor_of
from glossary.desk.errors import problem_page
from glossary.desk.record.words import all_details
from glossary.models import Event
from glossary.permissions import can_manage_accounts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

_AT_ONCE = 1_000


def lines(request: HttpRequest) -> HttpResponseBase:
    """Give the whole record to whoever looks after accounts.

    Its rows are read a part at a time, and it is given to the server as it is read.
    """
    if not can_manage_accounts(editor_of(request)):
        detail = _("The whole record is for those who look after accounts.")
        return problem_page(request, "permission-denied", detail=detail)
    response = StreamingHttpResponse(_lines(), content_type="application/jsonl")
    response["Content-Disposition"] = 'attachment; filename="record.jsonl"'
    return response


def _lines() -> Iterator[bytes]:
    rows = Event.objects.order_by("pk").select_related("revision", "publication")
    rows = rows.only(*_FIELDS, "revision__number", "publication__comment")
    for row in rows.iterator(chunk_size=_AT_ONCE):
        yield orjson.dumps(_line(row), option=orjson.OPT_APPEND_NEWLINE)


_FIELDS = (
    "at",
    "action",
    "actor",
    "actor_name",
    "kind",
    "key",
    "revision",
    "publication",
    "details",
)


def _line(row: Event) -> dict[str, object]:
    """Return an act as ``docs/desk.md`` describes it."""
    return {
        "number": row.pk,
        "at": row.at,
        "action": row.action,
        "by": row.actor_name,
        "account": row.actor_id,
        "document": str(row.name) if row.kind else None,
        "revision": row.revision.number if row.revision else None,
        "sequence": row.publication_id,
        "details": all_details(row),
    }
