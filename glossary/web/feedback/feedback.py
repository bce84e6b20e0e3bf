"""The question "Was this clear?", what is wrong with a page, and thanks.

Answers are chosen from a list: there is no box to write in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.utils import timezone

from glossary import labels, reading
from glossary.addresses import page_path, page_paths
from glossary.closed_lists import FeedbackAnswer
from glossary.errors import InvalidQueryError, NotFoundError
from glossary.feedback import count_answer
from glossary.limits import FEEDBACK, FEEDBACK_ON_A_PAGE, take
from glossary.web.fair_use import sender_of, wait_for
from glossary.web.origin import comes_from_elsewhere
from glossary.web.page import Crumb, in_language, redirect, render_answer, render_page
from glossary.web.parts.listing import list_entries

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@in_language
def thanks(request: HttpRequest, lang: str) -> HttpResponse:
    """Say thank you."""
    paths = page_paths("feedback-thanks")
    return render_page(request, lang, "glossary/feedback/thanks.html", {}, paths=paths)


@in_language
def feedback(request: HttpRequest, lang: str, entry_id: str) -> HttpResponse:
    """Count an answer about an entry; ask what is wrong with it."""
    if request.method != "POST":
        return _ask(request, lang, entry_id)
    wait = wait_for(request)
    if not wait and comes_from_elsewhere(request):
        return _refuse(request, lang, entry_id, 403)
    wait = wait or _wait(sender_of(request), entry_id)
    if wait:
        return _refuse(request, lang, entry_id, 429, wait)
    answer = request.POST.get("answer", "")
    today = timezone.localdate()
    try:
        count_answer(entry_id=entry_id, lang=lang, answer=answer, today=today)
    except InvalidQueryError as error:
        return _ask(request, lang, entry_id, error.detail)
    except NotFoundError:
        raise Http404 from None
    if answer == FeedbackAnswer.NO:
        return redirect(page_path(lang, "feedback", entry_id), status=303)
    return redirect(page_path(lang, "feedback-thanks"), status=303)


def _ask(
    request: HttpRequest, lang: str, entry_id: str, error: str = ""
) -> HttpResponse:
    """Ask what was not clear, or is wrong."""
    found = list_entries(reading.shelf(), [entry_id], lang)
    if not found:
        raise Http404
    context = {
        "item": found[0],
        "feedback": page_path(lang, "feedback", entry_id),
        "unclear": labels.UNCLEAR.items(),
        "wrong": labels.WRONG.items(),
        "error": error,
        "crumbs": [Crumb(found[0].label, found[0].path, found[0].lang)],
    }
    template, paths = "glossary/feedback/ask.html", page_paths("feedback", entry_id)
    status = 400 if error else 200
    return render_answer(request, lang, template, context, paths=paths, status=status)


def _wait(sender: str, entry_id: str) -> int:
    """Return for how many seconds a sender must wait; count an answer if for none."""
    of_page = take(FEEDBACK_ON_A_PAGE, f"{sender} {entry_id}")
    if not of_page.is_allowed:
        return of_page.wait
    of_all = take(FEEDBACK, sender)
    return 0 if of_all.is_allowed else of_all.wait


def _refuse(
    request: HttpRequest, lang: str, entry_id: str, status: int, wait: int = 0
) -> HttpResponse:
    """Say that an answer was not counted, and why."""
    context = {"is_too_many": bool(wait)}
    template = "glossary/feedback/refused.html"
    paths = page_paths("feedback", entry_id)
    response = render_answer(
        request, lang, template, context, paths=paths, status=status
    )
    if wait:
        response["Retry-After"] = str(wait)
    return response
