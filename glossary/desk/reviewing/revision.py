"""One revision: what it changes, who has signed it off, and who may do what now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from glossary import languages
from glossary.desk.doing import editor_of
from glossary.desk.page import desk_path, render_page
from glossary.desk.parts.asked import parts_of, revision_asked
from glossary.desk.parts.erasures import to_erase
from glossary.desk.parts.numbers import unseen_numbers
from glossary.desk.parts.remarked import remarks_on
from glossary.desk.parts.roles import in_words
from glossary.desk.parts.states import KINDS, stands
from glossary.desk.parts.titles import title_of
from glossary.desk.reviewing.comparison import compare
from glossary.desk.reviewing.found import found_in
from glossary.desk.reviewing.remarks import beside_fields
from glossary.desk.reviewing.signing import given, open_to
from glossary.desk.speaking import language_of
from glossary.document import DocumentKind
from glossary.errors import NotFoundError
from glossary.models import OPEN, Arrival, Publication, Revision, RevisionState
from glossary.permissions import can_review
from glossary.review import (
    SIGNABLE,
    WRITTEN,
    is_check,
    look_at,
    may_be_returned,
    still_required,
)

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from glossary.models import Look

NOTHING = "null"
"""What a new text is compared with."""
NEXT = {
    RevisionState.DRAFT: _("Somebody is writing. It can be reviewed once submitted."),
    RevisionState.RETURNED: _("The writer sees what was remarked, and goes on."),
    RevisionState.SUPERSEDED: _("Nobody works on it any more."),
    RevisionState.ABANDONED: _("Nobody works on it any more. Its text stays."),
}
"""What happens next in states in which nobody signs anything off."""


def revision(request: HttpRequest, kind: str, key: str, number: str) -> HttpResponse:
    """Show a revision to whoever reviews it, or wants to know what became of it."""
    row, lang = revision_asked(kind, key, number), language_of(request)
    look = _look(request, row)
    is_since = request.GET.get("from") == "seen" and look is not None
    before = look.former if look and is_since else text_before(row)
    groups, rest = beside_fields(
        compare(row.name.kind, before, row.document), remarks_on(row)
    )
    context = {
        **about(row, lang),
        **_signing(request, row),
        "to_erase": to_erase(row.name, editor_of(request), row),
        "groups": groups,
        "whole": compare(row.name.kind, row.document, row.document),
        "remarks": rest,
        "is_unseen": _is_unseen(row),
        "found": found_in(row, groups, lang),
        "is_since": is_since,
        "seen_day": look and look.former_at and timezone.localdate(look.former_at),
        "is_otherwise": any(group.changed for group in groups),
    }
    template = "glossary/desk/reviewing/revision.html"
    query = "from=seen" if is_since else ""
    parts = parts_of(row)
    return render_page(request, "revision", template, context, parts=parts, query=query)


def about(row: Revision, lang: str) -> dict[str, Any]:
    """Return what each page about a revision says of it."""
    parts = parts_of(row)
    spoken = {code: languages.get(code).name for code in languages.codes()}
    return {
        "row": row,
        "kind": KINDS[row.name.kind],
        "title": title_of(row.name.kind, row.key, row.document, lang),
        "state": stands(row),
        "next": NEXT.get(RevisionState(row.state), ""),
        "is_public": Publication.objects.readable().filter(revision=row).exists(),
        "is_elsewhere": row.arrival == Arrival.REVIEWED_ELSEWHERE,
        "is_check": is_check(row),
        "authors": [one.name for one in row.authors.all()],
        "untouched": [spoken.get(code, code) for code in row.untouched],
        "paths": {
            "document": desk_path("document", *row.name),
            "preview": desk_path("preview", *parts) if _is_page(row) else "",
            "revision": desk_path("revision", *parts),
            "sign_off": desk_path("sign-off", *parts),
            "return": desk_path("return", *parts),
            "queue": desk_path("to-review"),
        },
    }


def _is_unseen(row: Revision) -> bool:
    """Tell whether a number changed that nobody has seen on a page since."""
    texts = [orjson.loads(text) for text in (text_before(row), row.document)]
    return row.name.kind == DocumentKind.HELPLINE and bool(unseen_numbers(*texts))


def _is_page(row: Revision) -> bool:
    """Tell whether a revision can be seen as a page."""
    return row.name.kind in WRITTEN and not row.is_erased


def text_before(row: Revision) -> str:
    """Return what readers see, or saw, in place of a revision."""
    return row.base.revision.document if row.base else NOTHING


def _look(request: HttpRequest, row: Revision) -> Look | None:
    """Remember what somebody looks at, unless nobody works on it any more."""
    if row.state not in {*OPEN, RevisionState.APPROVED}:
        return None
    try:
        look = look_at(row, editor_of(request))
    except NotFoundError:
        raise Http404 from None
    return look if look.former else None


def _signing(request: HttpRequest, row: Revision) -> dict[str, Any]:
    """Return who has signed a revision off, and what the one who asks can do."""
    editor = editor_of(request)
    waits = row.arrival == Arrival.WRITTEN_HERE and row.state in SIGNABLE
    can, cannot = open_to(row, editor) if waits else ([], [])
    return {
        "waits": waits,
        "given": given(row),
        "missing": [in_words(one) for one in still_required(row)] if waits else [],
        "can_sign": can,
        "cannot_sign": cannot,
        "reviews": can_review(editor),
        "can_return": can_review(editor) and may_be_returned(row),
    }
