"""A text goes back to its writer, with what should be otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _

from glossary import labels
from glossary.closed_lists import NEEDS_WORDS
from glossary.desk.doing import editor_of
from glossary.desk.errors import problem_page
from glossary.desk.page import desk_path, render_page
from glossary.desk.parts.asked import parts_of, revision_asked
from glossary.desk.reviewing.comparison import compare
from glossary.desk.reviewing.revision import about, text_before
from glossary.desk.speaking import language_of
from glossary.errors import GlossaryError, PermissionDeniedError
from glossary.models import Remark
from glossary.permissions import can_review
from glossary.review import ConflictError, may_be_returned, return_to_writer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.http import HttpRequest, HttpResponse, QueryDict

    from glossary.desk.reviewing.comparison import Group, Part
    from glossary.models import Revision

ROWS = 5
_MOST_ROWS = 50


class Line(NamedTuple):
    """One remark as it stands in the form, and what is wrong with it."""

    number: int
    reason: str = ""
    place: str = ""
    text: str = ""
    suggestion: str = ""
    problem: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nobody has filled it in."""
        return not (self.reason or self.place or self.text or self.suggestion)

    @property
    def id(self) -> str:
        """What the page calls it."""
        return f"remark-{self.number}"

    def wrong(self) -> str:
        """Return what has to be put right, in words; nothing where all is well."""
        if not self.reason:
            return _("Choose a reason.")
        if self.suggestion and not self.place:
            return _("Choose the field for which you suggest these words.")
        if self.reason in NEEDS_WORDS and not (self.text or self.suggestion):
            return _("Say what you mean. This reason alone says too little.")
        return "" if self.remark().can_be_kept else _("This remark cannot be kept.")

    def remark(self) -> Remark:
        """Return the remark that this makes."""
        return Remark(
            reason=self.reason,
            place=self.place,
            text=self.text,
            suggestion=self.suggestion,
        )


class Problem(NamedTuple):
    """What hinders somebody from returning a text; ``place`` is a field of the form."""

    detail: str
    place: str = ""


def give_back(request: HttpRequest, kind: str, key: str, number: str) -> HttpResponse:
    """Show the form for remarks, or return the text with those that are filled in."""
    row = revision_asked(kind, key, number)
    if request.method != "POST":
        return _page(request, row, [Line(one) for one in range(1, ROWS + 1)])
    lines = _typed(request.POST)
    if "more" in request.POST:
        return _page(request, row, [*lines, Line(len(lines) + 1)][:_MOST_ROWS])
    lines = [
        one if one.is_empty else one._replace(problem=one.wrong()) for one in lines
    ]
    wrong = [Problem(one.problem, one.id) for one in lines if one.problem]
    if wrong:
        return _page(request, row, lines, wrong)
    return _returned(request, row, lines)


def _returned(
    request: HttpRequest, row: Revision, lines: Sequence[Line]
) -> HttpResponse:
    """Return the text by the rule; where that refuses, nothing typed is lost."""
    try:
        return_to_writer(
            revision=row,
            remarks=[one.remark() for one in lines if not one.is_empty],
            actor=editor_of(request),
            seen=request.POST.get("seen", "-"),
        )
    except PermissionDeniedError as error:
        return problem_page(request, "permission-denied", detail=error.detail)
    except ConflictError as error:
        row = error.revision
        return _page(request, row, lines, [Problem(error.detail)], is_changed=True)
    except GlossaryError as error:
        return _page(request, row, lines, [Problem(error.detail)])
    messages.success(request, _("It is with its writer again, with your remarks."))
    return HttpResponseRedirect(desk_path("revision", *parts_of(row)))


def _typed(sent: QueryDict) -> list[Line]:
    """Return the remarks as they were filled in."""
    count = sent.get("rows", "")
    rows = int(count[:3]) if count.isascii() and count.isdigit() else ROWS
    names = ("reason", "place", "text", "suggestion")
    return [
        Line(one, *(_clean(sent.get(f"{name}-{one}", "")) for name in names))
        for one in range(1, min(rows, _MOST_ROWS) + 1)
    ]


def _clean(text: str) -> str:
    """Return text as it was typed: forms send lines that end in two signs."""
    return text.replace("\r\n", "\n").strip()


def _page(
    request: HttpRequest,
    row: Revision,
    lines: Sequence[Line],
    problems: Sequence[Problem] = (),
    *,
    is_changed: bool = False,
) -> HttpResponse:
    groups = compare(row.name.kind, text_before(row), row.document)
    lang = language_of(request)
    context = {
        **about(row, lang),
        "lines": lines,
        "problems": problems,
        "is_changed": is_changed,
        "reasons": labels.REMARKS.items(),
        "places": [(group, list(_places(group))) for group in groups],
        "groups": groups,
        "can_return": can_review(editor_of(request)) and may_be_returned(row),
    }
    template = "glossary/desk/reviewing/return.html"
    return render_page(
        request,
        "return",
        template,
        context,
        parts=parts_of(row),
        status=409 if is_changed else 422 if problems else 200,
    )


def _places(group: Group) -> Iterator[tuple[str, str]]:
    """Yield the places of which something can be remarked, and what they are called."""
    for part in group.parts:
        if part.kind != "removed":
            yield part.place, str(part.label)
            yield from _rows(part)


def _rows(part: Part) -> Iterator[tuple[str, str]]:
    for row in part.parts:
        if row.number:
            yield row.place, f"{part.label} {row.number}"
