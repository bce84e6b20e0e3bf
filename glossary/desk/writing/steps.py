"""A draft is submitted, taken back, given up, or begun with an earlier text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _

from glossary.desk.doing import do, editor_of
from glossary.desk.page import desk_path, render_page
from glossary.desk.parts.asked import parts_of, revision_asked
from glossary.desk.parts.titles import title_of
from glossary.desk.parts.ways import Facts, Way
from glossary.desk.speaking import language_of
from glossary.errors import GlossaryError, StateError
from glossary.models import ERASED, OPEN, Arrival, RevisionState
from glossary.permissions import can_write_some
from glossary.review import (
    WRITTEN,
    abandon_draft,
    begin_draft,
    may_abandon,
    submit_draft,
    take_back,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest, HttpResponse

    from glossary.models import Revision, User

_UNFINISHED = {RevisionState.DRAFT, RevisionState.RETURNED}


def submit(request: HttpRequest, kind: str, key: str, number: str) -> HttpResponse:
    """Submit a draft as it is saved; what it lacks its own page says."""
    revision, actor = revision_asked(kind, key, number), editor_of(request)
    if revision.state == RevisionState.SUBMITTED:
        messages.success(request, _("It is submitted already."))
        return HttpResponseRedirect(desk_path("document", *revision.name))
    return do(
        request,
        lambda: _submit(revision, actor),
        said=_("It is submitted: now others look at it."),
        to=desk_path("document", *revision.name),
    )


def _submit(revision: Revision, actor: User) -> None:
    """Submit a draft. What is wrong at single places is said there, in our words."""
    try:
        submit_draft(revision=revision, actor=actor)
    except GlossaryError as error:
        if not error.problems:
            raise
        detail = _("It is not finished. Open it to see what is to be put right.")
        raise StateError(detail) from None


def take(request: HttpRequest, kind: str, key: str, number: str) -> HttpResponse:
    """Take a text back: it is a draft again."""
    revision, actor = revision_asked(kind, key, number), editor_of(request)
    return do(
        request,
        lambda: take_back(revision=revision, actor=actor),
        said=_("It is a draft again."),
        to=desk_path("document", *revision.name),
    )


def give_up(request: HttpRequest, kind: str, key: str, number: str) -> HttpResponse:
    """Ask whether a draft is to be given up; do it when that is said."""
    revision, actor = revision_asked(kind, key, number), editor_of(request)
    if request.method == "POST":
        return do(
            request,
            lambda: abandon_draft(revision=revision, actor=actor),
            said=_(
                "It is given up. Its text stays, and another draft can begin with it."
            ),
            to=desk_path("document", *revision.name),
        )
    lang = language_of(request)
    context = {
        "title": title_of(revision.name.kind, key, revision.document, lang),
        "back": desk_path("document", *revision.name),
        "here": desk_path("give-up", *parts_of(revision)),
        "is_open": revision.state in OPEN,
        "may": may_abandon(revision, editor_of(request)),
    }
    template, parts = "glossary/desk/writing/give_up.html", parts_of(revision)
    return render_page(request, "give-up", template, context, parts=parts)


def begin_from(request: HttpRequest, kind: str, key: str, number: str) -> HttpResponse:
    """Begin a draft with the text of an earlier revision, and with its authors."""
    revision, actor = revision_asked(kind, key, number), editor_of(request)
    return do(
        request,
        lambda: begin_draft(name=revision.name, actor=actor, of=revision),
        said=_("The draft is begun."),
        to=desk_path("document", *revision.name),
        onward=lambda row: desk_path("write", *parts_of(row)),
    )


def ways(facts: Facts) -> Iterator[Way]:
    """Offer what can be done with a draft now, to somebody who writes."""
    if not can_write_some(facts.editor) or facts.name.kind not in WRITTEN:
        return
    if facts.is_merged:
        return
    row = facts.under_way or _waiting(facts)
    if row is None:
        yield from _from_before(facts)
        return
    parts = parts_of(row)
    yield Way(_("Write"), desk_path("write", *parts))
    yield Way(_("See it as readers would"), desk_path("preview", *parts))
    if row.state in _UNFINISHED:
        yield Way(_("Submit"), desk_path("submit", *parts), is_form=True)
    else:
        yield Way(_("Take it back"), desk_path("take-back", *parts), is_form=True)
    if row.state in OPEN and may_abandon(row, facts.editor):
        yield Way(_("Give it up"), desk_path("give-up", *parts))


def _waiting(facts: Facts) -> Revision | None:
    """Return what is approved, and not public yet."""
    row, current = facts.revisions[0], facts.current
    is_mine = (
        row.state == RevisionState.APPROVED and row.arrival == Arrival.WRITTEN_HERE
    )
    is_shown = current is not None and current.revision_id == row.pk
    return row if is_mine and not is_shown else None


def _from_before(facts: Facts) -> Iterator[Way]:
    """Offer the newest text that says something else than the public one."""
    public = facts.current.revision if facts.current else None
    known = {ERASED, public.document if public else ERASED}
    row = next((one for one in facts.revisions if one.document not in known), None)
    if row:
        label = _("Begin with the text of version %(number)s") % {"number": row.number}
        hint = _("Who wrote that text is an author of the draft, too.")
        yield Way(
            label, desk_path("begin-from", *parts_of(row)), is_form=True, hint=hint
        )
