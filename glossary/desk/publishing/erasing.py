"""Erasing: one person asks, another one confirms; both are told: nothing undoes it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from glossary.closed_lists import ErasureReason
from glossary.desk.doing import do, editor_of
from glossary.desk.page import desk_path, render_page
from glossary.desk.parts.asked import name_asked
from glossary.desk.parts.states import KINDS, stands
from glossary.desk.parts.titles import title_of
from glossary.desk.parts.ways import Facts, Way
from glossary.desk.routing import DOCUMENT, Route
from glossary.desk.speaking import language_of
from glossary.errors import StateError
from glossary.labels import ERASURE_REASONS
from glossary.models import ERASED, Erasure, Publication, Revision
from glossary.pages.paging import Rows, page_of
from glossary.permissions import can_erase
from glossary.publishing import (
    ask_to_erase,
    confirm_erasure,
    decline_erasure,
    erase_alone,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.http import HttpRequest, HttpResponse

    from glossary.document import Name
    from glossary.models import User

_PAGE_SIZE = 50


def erase(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Say what erasing is, and ask which texts have to go, and why."""
    name = name_asked(kind, key)
    rows = Revision.objects.filter(kind=name.kind, key=name.key)
    revisions = list(rows.exclude(document=ERASED).order_by("-number"))
    if not rows.exists():
        raise Http404
    if request.method != "POST":
        return _form(request, name, revisions)
    given = request.POST
    reason, numbers = given.get("reason", ""), _numbers(given.getlist("revision"))
    with_key, is_alone = bool(given.get("key")), given.get("how") == "alone"
    problems = [
        *([] if reason in ErasureReason.values() else [_("Choose why.")]),
        *([] if numbers or with_key else [_("Choose at least one text.")]),
        *([] if given.get("sure") else [_("Say that you know: nothing undoes it.")]),
        *([_("A key goes only when two people say so.")] * (with_key and is_alone)),
    ]
    if problems:
        return _form(request, name, revisions, problems)
    is_all = numbers >= {row.number for row in revisions}
    rule = erase_alone if is_alone else partial(ask_to_erase, with_key=with_key)
    return do(
        request,
        partial(
            rule,
            name=name,
            reason=ErasureReason(reason),
            revisions=[] if is_all else sorted(numbers),
            actor=editor_of(request),
        ),
        said=_("It is erased. Somebody else has to confirm it within a day.")
        if is_alone
        else _("You have asked for it. Somebody else has to confirm it."),
        to=desk_path("erasures"),
        again=lambda why: _form(request, name, revisions, why),
    )


def _form(
    request: HttpRequest,
    name: Name,
    revisions: Sequence[Revision],
    problems: Sequence[str] = (),
) -> HttpResponse:
    """Show the form as it was sent, if it was."""
    given, editor = request.POST, editor_of(request)
    chosen = _numbers(given.getlist("revision"))
    newest = revisions[0].document if revisions else ERASED
    public = Publication.objects.readable().filter(kind=name.kind, key=name.key)
    shown = public.values_list("revision_id", flat=True).first()
    context = {
        "kind": KINDS[name.kind],
        "key": name.key,
        "title": title_of(name.kind, name.key, newest, language_of(request)),
        "path": desk_path("document", *name),
        "texts": [
            {
                "number": row.number,
                "state": stands(row, shown),
                "day": timezone.localdate(row.created_at),
                "is_chosen": not given or row.number in chosen,
            }
            for row in revisions
        ],
        "reasons": [
            (code, label, code == given.get("reason"))
            for code, label in ERASURE_REASONS.items()
        ],
        "is_public": shown is not None,
        "with_key": bool(given.get("key")),
        "has_key": not Erasure.objects.keys_taken([name]),
        "is_allowed": can_erase(editor),
        "problems": problems,
    }
    template = "glossary/desk/erasing/erase.html"
    status = 422 if problems else 200
    return render_page(request, "erase", template, context, parts=name, status=status)


def erasures(request: HttpRequest) -> HttpResponse:
    """List what waits for a second person, the overdue first, and what was erased."""
    editor = editor_of(request)
    rows = Erasure.objects.select_related("asked_by", "confirmed_by")
    page = page_of(request, Rows(rows.order_by("-pk")), size=_PAGE_SIZE)
    context = {
        "page": page,
        "overdue": [_row(row, editor) for row in rows.overdue()],
        "unconfirmed": [
            _row(row, editor)
            for row in rows.unconfirmed().exclude(pk__in=rows.overdue())
        ],
        "waiting": [_row(row, editor) for row in rows.waiting()],
        "rows": [_row(row, editor) for row in page.rows],
    }
    template = "glossary/desk/erasing/erasures.html"
    return render_page(request, "erasures", template, context)


def _row(row: Erasure, editor: User) -> dict[str, Any]:
    return {
        "erasure": row,
        "kind": KINDS[row.name.kind],
        "path": desk_path("document", *row.name),
        "reason": ERASURE_REASONS[ErasureReason(row.reason)],
        "asked_on": timezone.localdate(row.asked_at),
        "numbers": ", ".join(map(str, row.revisions)),
        "may_confirm": can_erase(editor) and row.is_by_another(editor),
        "may_decline": can_erase(editor) and row.erased_at is None,
        "confirm": desk_path("confirm-erasure", str(row.pk)),
        "decline": desk_path("decline-erasure", str(row.pk)),
    }


def confirm(request: HttpRequest, number: str) -> HttpResponse:
    """Confirm as a second person: then it is gone."""
    given, actor = _asked(number), editor_of(request)
    is_sure = bool(request.POST.get("sure"))
    return do(
        request,
        partial(confirm_erasure, erasure=given, actor=actor) if is_sure else _unsure,
        said=_("It is erased, and two people have said so."),
        to=desk_path("erasures"),
    )


def _unsure() -> None:
    raise StateError(_("Say that you know: nothing undoes it."))


def decline(request: HttpRequest, number: str) -> HttpResponse:
    """Decline what was asked for, or take it back."""
    return do(
        request,
        partial(decline_erasure, erasure=_asked(number), actor=editor_of(request)),
        said=_("Nothing is erased."),
        to=desk_path("erasures"),
    )


def ways(facts: Facts) -> Iterator[Way]:
    """Offer to erase, to whoever may."""
    if can_erase(facts.editor) and (facts.has_text or not facts.is_key_erased):
        yield Way(
            _("Erase for ever"),
            desk_path("erase", *facts.name),
            hint=_("For what must never be found again. Two people decide it."),
        )


def _asked(number: str) -> Erasure:
    """Return the erasure that an address asks for."""
    if not number.isdecimal() or len(number) > 9:
        raise Http404
    return Erasure(pk=int(number))


def _numbers(given: Sequence[str]) -> set[int]:
    """Return the numbers of revisions that somebody has chosen."""
    return {int(one) for one in given if one.isdecimal() and len(one) < 9}


ROUTES = (
    Route(
        "erase",
        require_http_methods(["GET", "HEAD", "POST"])(erase),
        DOCUMENT,
        is_grave=True,
    ),
    Route("erasures", require_safe(erasures)),
    Route("confirm-erasure", require_POST(confirm), "<part:number>/", is_grave=True),
    Route("decline-erasure", require_POST(decline), "<part:number>/"),
)
