"""A sheet comes back: what it would change is shown, and then taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from glossary import languages
from glossary.desk.doing import do, editor_of
from glossary.desk.page import desk_path, render_page
from glossary.desk.parts.fields import Field
from glossary.desk.sheets import going
from glossary.errors import BusyError, DocumentError
from glossary.files import TABLE_ENDINGS, Fault, FileError
from glossary.review import difference
from glossary.sheets import Row, plan_sheet, read_sheet, take_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.http import HttpRequest, HttpResponse

    from glossary.sheets import Change, Plan

_NO_SHEET = gettext_lazy("That is no sheet. Its name ends in one of: %(endings)s")
FAULTS = {
    Fault.UNKNOWN_KIND: _NO_SHEET,
    Fault.PICTURE: _NO_SHEET,
    Fault.EMPTY: gettext_lazy("That file is empty."),
    Fault.TOO_LARGE: gettext_lazy("That file has more than 2 megabytes."),
    Fault.TOO_MUCH: gettext_lazy("There is more in that file than we read at once."),
    Fault.BROKEN: gettext_lazy("That file cannot be read. Save it anew."),
    Fault.ENCRYPTED: gettext_lazy("That file has a password, or an old format."),
}


def said_of(fault: Fault) -> str:
    """Return what is the matter with a file, in words."""
    return str(FAULTS[fault]) % {"endings": ", ".join(TABLE_ENDINGS)}


def check(request: HttpRequest) -> HttpResponse:
    """Show what a sheet would change, and what is wrong with it."""
    file = request.FILES.get("file")
    if file is None:
        return going.show(request, problem=_("Choose a file."), status=400)
    try:
        rows = read_sheet(file.read())
    except FileError as error:
        return going.show(request, problem=said_of(error.fault), status=400)
    except DocumentError as error:
        return going.show(request, problem=error.detail, status=400)
    except BusyError:
        text = _("We are busy just now. Please try again in a few seconds.")
        return going.show(request, problem=text, status=503)
    return _show(request, plan_sheet(rows, editor_of(request)))


def _show(request: HttpRequest, plan: Plan) -> HttpResponse:
    rows = {(change.row.entry, change.row.field): change.row for change in plan.changes}
    context = {
        "wrong": plan.wrong,
        "changes": [_shown(change) for change in plan.changes],
        "entries": len(plan.documents),
        "rows": _packed(rows.values()),
        "take_path": desk_path("take-sheet"),
        "sheets_path": desk_path("sheets"),
    }
    status = 400 if plan.wrong else 200
    template = "glossary/desk/sheets/plan.html"
    return render_page(request, "sheets", template, context, status=status)


def _shown(change: Change) -> dict[str, Any]:
    return {
        "number": change.row.number,
        "entry": change.row.entry,
        "field": Field("SectionDocument", change.row.field).label,
        "lang": change.lang,
        "language": languages.get(change.lang).name,
        "pieces": difference(change.before, change.after),
    }


def take(request: HttpRequest) -> HttpResponse:
    """Begin drafts with what was shown, if it still holds."""
    actor = editor_of(request)
    rows = _unpacked(request.POST.get("rows", ""))
    return do(
        request,
        lambda: take_sheet(rows=rows, actor=actor),
        said=lambda drafts: _("Drafts begun: %(count)s") % {"count": len(drafts)},
        to=desk_path("sheets"),
        onward=lambda _drafts: desk_path("home"),
    )


def _packed(rows: Iterable[Row]) -> str:
    return orjson.dumps([list(row) for row in rows]).decode()


def _unpacked(text: str) -> Sequence[Row]:
    """Return the rows that a form brings back; none where it is not one of ours."""
    try:
        return [_row(*values) for values in orjson.loads(text)]
    except (TypeError, ValueError):
        return []


def _row(entry: str, field: str, version: str, texts: Any, number: int) -> Row:
    """Return a row. Raises ``TypeError`` or ``ValueError`` where it is none."""
    said = {str(lang): str(said) for lang, said in dict(texts).items()}
    known = {lang: text for lang, text in said.items() if lang in languages.codes()}
    return Row(str(entry), str(field), str(version), known, int(number))
