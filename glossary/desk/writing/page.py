"""The page on which a draft is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from django.utils.translation import gettext as _

from glossary import languages
from glossary.desk.doing import editor_of
from glossary.desk.page import desk_path, render_page
from glossary.desk.parts.asked import parts_of
from glossary.desk.parts.erasures import to_erase
from glossary.desk.parts.numbers import unseen_numbers
from glossary.desk.parts.remarked import remarks_on as reviews_of
from glossary.desk.parts.states import KINDS, STATES
from glossary.desk.parts.titles import title_of
from glossary.desk.speaking import language_of
from glossary.desk.writing.choices import Choice
from glossary.desk.writing.conflict import differing, label_of
from glossary.desk.writing.days import remarks_on_days
from glossary.desk.writing.faults import faults_in, remark_on
from glossary.desk.writing.form import form_of
from glossary.desk.writing.found import remarks_on
from glossary.desk.writing.links import linkable
from glossary.desk.writing.lists import lists_around
from glossary.desk.writing.names import remarks_on_lost_names, remarks_on_names
from glossary.desk.writing.quotations import remarks_on_quotations
from glossary.desk.writing.related import remarks_on_related
from glossary.desk.writing.remarks import Remark, Weight
from glossary.desk.writing.said import give_changes, give_remarks, give_reviews, lock
from glossary.desk.writing.sheet import FIND, after_conflict, fields_of, opened_with
from glossary.desk.writing.since import changes_since
from glossary.document import DocumentKind
from glossary.models import RevisionState
from glossary.permissions import can_write
from glossary.review import changed_languages, changed_places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.http import HttpRequest, HttpResponse

    from glossary.desk.parts.remarked import Said
    from glossary.desk.writing.node import Node
    from glossary.desk.writing.sheet import Sheet
    from glossary.errors import GlossaryError
    from glossary.languages import Language
    from glossary.models import Note, Revision
    from glossary.review import Draft

_TEMPLATE = "glossary/desk/writing/write.html"
_SHORT = 40  # signs of what a remark is about, in the list of what is wrong
_VOID = {RevisionState.SUBMITTED, RevisionState.APPROVED}


def show(
    request: HttpRequest,
    revision: Revision,
    sheet: Sheet,
    *,
    error: GlossaryError | None = None,
    theirs: Revision | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show the form; with what was refused, and with the version of somebody else."""
    slots, lang = fields_of(revision), language_of(request)
    around = lists_around(revision.name.kind, lang)
    form = form_of(slots, sheet.draft, around.choices)
    _say(form, revision, sheet.document, lang)
    give_reviews(form, reviews_of(revision))
    locked = _locked(request, revision, sheet)
    lock(form, [one.code for one in locked])
    wrong = list(_wrong(form, slots))
    context = {
        "form": form,
        "sheet": after_conflict(sheet, theirs) if theirs else sheet,
        "go_on": sheet.go_on,
        "title": _title(revision, sheet, lang),
        "kind": KINDS[revision.name.kind],
        "key": revision.key,
        "state": STATES[RevisionState(revision.state)],
        "to_erase": to_erase(revision.name, editor_of(request), revision),
        "here": desk_path("write", *parts_of(revision)),
        "back": desk_path("document", *revision.name),
        "preview": desk_path("preview", *parts_of(revision)),
        "is_refused": error is not None,
        "error": _why(error, theirs),
        "summary": error is not None or bool(wrong),
        "wrong": wrong,
        "reviews": list(_reviews(form, slots)),
        "voids": revision.state in _VOID,
        "locked": locked,
        "differing": _differing(slots, sheet, theirs),
        "their_note": _their_note(sheet, theirs),
        "tongues": languages.all_languages(),
        "claims": _claims(request, sheet, slots),
        "lists": around,
        **_links(request, revision),
    }
    return render_page(
        request, "write", _TEMPLATE, context, parts=parts_of(revision), status=status
    )


def _why(error: GlossaryError | None, theirs: Revision | None) -> str:
    """Return why nothing was saved, where no single field says it."""
    if theirs:
        return _(
            "This was saved since you opened it: by somebody else, or by you in "
            "another tab."
        )
    return error.detail if error and not error.problems else ""


def _say(form: Node, revision: Revision, draft: Draft, lang: str) -> None:
    """Let each field have what is to be said of it."""
    document, problems = faults_in(revision.name.kind, draft)
    nodes = {node.place: node for node in form.every()}
    give_remarks(form, (remark_on(one, nodes) for one in problems))
    base = revision.base.revision.document if revision.base else "null"
    public = orjson.loads(base)
    places = changed_places(public, draft)
    give_remarks(form, remarks_on(document, draft, places, lang))
    give_remarks(form, remarks_on_days(draft))
    if revision.name.kind == DocumentKind.HELPLINE:
        give_remarks(form, _unseen(public, draft))
    if revision.name.kind == DocumentKind.ENTRY:
        give_remarks(form, remarks_on_names(revision.key, draft, lang))
        give_remarks(form, remarks_on_lost_names(public, draft))
        give_remarks(form, remarks_on_quotations(draft))
        give_remarks(form, remarks_on_related(draft))
        give_changes(form, changes_since(revision, draft))


def _unseen(public: Draft, draft: Draft) -> Iterator[tuple[str, Remark]]:
    """Yield the numbers for which no page vouches."""
    for place in unseen_numbers(public, draft):
        text = _(
            "This is another number than readers see, and the pages below were seen "
            "before. Look at one again, and write down the day."
        )
        yield place, Remark(text, Weight.LOOK)


def _links(request: HttpRequest, revision: Revision) -> dict[str, Any]:
    """Return the links that somebody looks for, where texts have any."""
    asked = request.POST.get("do") == FIND
    words = request.POST.get("find", "") if asked else ""
    has_links = revision.name.kind == DocumentKind.ENTRY
    return {"has_links": has_links, "find": words, "found": linkable(words)}


def _title(revision: Revision, sheet: Sheet, lang: str) -> Any:
    text = orjson.dumps(sheet.document).decode()
    return title_of(revision.name.kind, revision.key, text, lang)


def _wrong(form: Node, slots: Sequence[Any]) -> Iterator[tuple[str, str, str]]:
    """Yield where something is to be put right, what that is called, and why."""
    for node in form.every():
        for remark in node.remarks:
            if remark.is_serious:
                words = remark.words if len(remark.words) < _SHORT else ""
                said = " ".join(filter(None, (str(remark.text), words)))
                yield node.place, label_of(slots, node.place), said


def _reviews(form: Node, slots: Sequence[Any]) -> Iterator[tuple[str, str, Said]]:
    """Yield what reviewers remarked: where, what that is called, and the remark."""
    for node in form.every():
        for said in node.reviews:
            yield node.place, label_of(slots, node.place) if node.place else "", said


def _locked(request: HttpRequest, revision: Revision, sheet: Sheet) -> list[Language]:
    """Return the languages in which somebody may not write, and did not either."""
    places = changed_places(orjson.loads(revision.document), sheet.document)
    typed = changed_languages(places)
    return [
        one
        for one in languages.all_languages()
        if one.code not in typed and not can_write(editor_of(request), [one.code])
    ]


def _differing(slots: Sequence[Any], sheet: Sheet, theirs: Revision | None) -> Any:
    if theirs is None:
        return []
    other = orjson.loads(theirs.document)
    return differing(slots, sheet.document, other, opened_with(sheet))


def _their_note(sheet: Sheet, theirs: Revision | None) -> Note | None:
    """Return what the other version tells readers, where that is something else."""
    note = theirs.note_for_readers if theirs else sheet.note
    return note if note.text != sheet.note.text else None


def _claims(request: HttpRequest, sheet: Sheet, slots: Sequence[Any]) -> list[Choice]:
    """Return the languages of which can be said that a change does not touch them."""
    has_editions = any(one.shape == "EntryDocument" for one in slots)
    if not has_editions:
        return []
    return [
        Choice(one.code, one.name, one.code in sheet.untouched)
        for one in languages.all_languages()
        if can_write(editor_of(request), [one.code])
    ]
