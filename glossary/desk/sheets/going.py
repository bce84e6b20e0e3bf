"""A sheet is made of what is public, as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from glossary import languages
from glossary.closed_lists import LanguageState
from glossary.desk.doing import editor_of
from glossary.desk.page import desk_path, render_page
from glossary.document import from_json
from glossary.files import TABLE_ENDINGS
from glossary.models import Publication
from glossary.permissions import can_write_some
from glossary.public_form import language_state
from glossary.sheets import rows_of, write_csv, write_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest

ALL = "all"
FORMATS = {
    "xlsx": (
        write_workbook,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "csv": (write_csv, "text/csv; charset=utf-8"),
}
TEMPLATE = "glossary/desk/sheets/sheets.html"


def sheets(request: HttpRequest) -> HttpResponse:
    """Offer sheets, and take one that comes back."""
    return show(request)


def show(request: HttpRequest, *, problem: str = "", status: int = 200) -> HttpResponse:
    """Show the page, with what is wrong with a file that was sent."""
    editor = editor_of(request)
    context: dict[str, Any] = {
        "which": {ALL: _("All entries"), **dict(_behind())},
        "formats": FORMATS,
        "sheet_path": desk_path("sheet"),
        "check_path": desk_path("check-sheet"),
        "can_write": can_write_some(editor),
        "problem": problem,
        "endings": TABLE_ENDINGS,
    }
    return render_page(request, "sheets", TEMPLATE, context, status=status)


def _behind() -> Iterator[tuple[str, str]]:
    """Yield what a language can be asked for that is behind others."""
    text = _("Entries in which this language is behind: %(language)s")
    for code in languages.codes()[1:]:
        yield code, text % {"language": languages.get(code).name}


def sheet(request: HttpRequest) -> HttpResponse:
    """Return a sheet as a file."""
    which, ending = request.GET.get("which", ALL), request.GET.get("format", "xlsx")
    if which not in {ALL, *languages.codes()} or ending not in FORMATS:
        raise Http404
    write, media_type = FORMATS[ending]
    keys = None if which == ALL else list(_keys_behind(which))
    response = HttpResponse(write(rows_of(keys)), content_type=media_type)
    name = f'attachment; filename="plain-words-{which}.{ending}"'
    response["Content-Disposition"] = name
    return response


def _keys_behind(lang: str) -> Iterator[str]:
    """Yield the ids of the entries whose text in a language is behind."""
    rows = Publication.objects.entries().readable()
    found = rows.values_list("key", "revision__document")
    for key, document in found.iterator(chunk_size=200):
        if language_state(from_json(document), lang) == LanguageState.BEHIND:
            yield key
