"""A draft is written: looked over, saved, submitted, and never over another's words."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.utils.translation import gettext as _

from glossary.desk.doing import editor_of
from glossary.desk.errors import problem_page
from glossary.desk.page import desk_path
from glossary.desk.parts.asked import parts_of, revision_asked
from glossary.desk.writing.page import show
from glossary.desk.writing.sheet import SAVE, SUBMIT, sheet_of, sheet_sent
from glossary.errors import GlossaryError, PermissionDeniedError
from glossary.models import OPEN, Arrival, RevisionState
from glossary.permissions import can_write_some
from glossary.review import (
    WRITTEN,
    ConflictError,
    changed_places,
    save_draft,
    submit_draft,
)

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from glossary.desk.writing.sheet import Sheet
    from glossary.models import Revision


def write(request: HttpRequest, kind: str, key: str, number: str) -> HttpResponse:
    """Show the form of a revision, or do what somebody asks for who sends it."""
    revision = _written_here(revision_asked(kind, key, number))
    actor = editor_of(request)
    if not can_write_some(actor):
        return problem_page(
            request, "permission-denied", detail=_("You may not write this.")
        )
    if request.method == "POST":
        return _sent(request, revision)
    if revision.state not in {*OPEN, RevisionState.APPROVED}:
        messages.error(request, _("Nobody works on this revision any more."))
        return HttpResponseRedirect(desk_path("document", *revision.name))
    return show(request, revision, sheet_of(revision, actor))


def _written_here(revision: Revision) -> Revision:
    """Return a revision that people write. Raises ``Http404`` for any other."""
    if revision.name.kind not in WRITTEN or revision.arrival != Arrival.WRITTEN_HERE:
        raise Http404
    return revision


def _sent(request: HttpRequest, revision: Revision) -> HttpResponse:
    sheet = sheet_sent(request.POST, revision)
    asked = request.POST.get("do", SAVE)
    if asked not in {SAVE, SUBMIT}:
        return show(request, revision, sheet)
    if asked == SUBMIT and _is_submitted(request, revision, sheet):
        messages.success(request, _("It is submitted already."))
        return HttpResponseRedirect(desk_path("document", *revision.name))
    try:
        is_new = _save(request, revision, sheet)
        if asked == SUBMIT:
            revision.refresh_from_db()
            sheet = sheet_of(revision, editor_of(request))
            submit_draft(revision=revision, actor=editor_of(request))
    except ConflictError as error:
        theirs, status = error.revision, HTTPStatus.CONFLICT
        return show(request, theirs, sheet, error=error, theirs=theirs, status=status)
    except GlossaryError as error:
        revision.refresh_from_db()
        return show(request, revision, sheet, error=error, status=_status(error))
    return _done(request, revision, asked, is_new=is_new)


def _is_submitted(request: HttpRequest, revision: Revision, sheet: Sheet) -> bool:
    """Tell whether what somebody sends was submitted before: by a second press, say."""
    if revision.state != RevisionState.SUBMITTED:
        return False
    known = sheet_of(revision, editor_of(request))
    is_same = (sheet.note.text, {*sheet.untouched}) == (
        known.note.text,
        {*known.untouched},
    )
    return is_same and not changed_places(known.document, sheet.document)


def _save(request: HttpRequest, revision: Revision, sheet: Sheet) -> bool:
    """Save what is new; return whether anything is."""
    if sheet.says_the_same_as(sheet_of(revision, editor_of(request))):
        return False
    save_draft(
        revision=revision,
        document=sheet.document,
        seen=sheet.seen,
        actor=editor_of(request),
        untouched=sheet.untouched,
        note=sheet.note,
    )
    return True


def _status(error: GlossaryError) -> HTTPStatus:
    is_denied = isinstance(error, PermissionDeniedError)
    return HTTPStatus.FORBIDDEN if is_denied else HTTPStatus.BAD_REQUEST


def _done(
    request: HttpRequest, revision: Revision, asked: str, *, is_new: bool
) -> HttpResponse:
    """Lead to where the work goes on, and say what came of it."""
    if asked == SUBMIT:
        messages.success(request, _("It is submitted: now others look at it."))
        return HttpResponseRedirect(desk_path("document", *revision.name))
    said = (
        _("It is saved.") if is_new else _("Nothing was changed, so nothing is saved.")
    )
    messages.success(request, said)
    return HttpResponseRedirect(desk_path("write", *parts_of(revision)))
