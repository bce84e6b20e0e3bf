"""The first page of the desk: how much of everything there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone

from glossary.desk.doing import editor_of
from glossary.desk.page import desk_path, render_page
from glossary.models import Schedule
from glossary.permissions import can_work
from glossary.queue import Question, digest_of, groups_for

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from glossary.queue import Group


def home(request: HttpRequest) -> HttpResponse:
    """Say how much there is in each group that concerns whoever asks."""
    editor = editor_of(request)
    question = Question(editor)
    context = {
        "groups": [_counted(group, question) for group in groups_for(editor)],
        "overdue": question.overdue(),
        "may_have_letters": settings.SENDS_LETTERS and can_work(editor),
        "letter": digest_of(editor),
        "address": editor.email,
        "letter_path": desk_path("letter"),
        "email_path": desk_path("email"),
        "late": Schedule.objects.due(timezone.now()).count(),
    }
    return render_page(request, "home", "glossary/desk/work/work.html", context)


def _counted(group: Group, question: Question) -> dict[str, Any]:
    """Return the number of a group, and since when its oldest line waits."""
    found = group.find(question)
    number = len(found)
    return {
        "name": group.name,
        "label": group.label,
        "hint": group.hint,
        "path": desk_path(group.name),
        "number": number,
        "oldest": found[0].since if number and group.is_dated else None,
    }
