"""The question "Was this clear?", what is wrong with a page, and thanks.

Answers are chosen from a list: there is no box to write in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from glossary import reading
from glossary.errors import InvalidQueryError, NotFoundError
from glossary.feedback import count_answer
from glossary.models import FeedbackAnswer
from glossary.web.listing import list_entries
from glossary.web.origin import comes_from_elsewhere
from glossary.web.page import (
    Crumb,
    in_language,
    page_path,
    partner_paths,
    redirect,
    render_answer,
    render_page,
)
from glossary.web.throttle import Throttle

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

UNCLEAR = {
    FeedbackAnswer.TOO_LONG: _("It is too long"),
    FeedbackAnswer.HARD_WORDS: _("The words are too hard"),
    FeedbackAnswer.NOT_MY_QUESTION: _("It does not answer my question"),
    FeedbackAnswer.SOMETHING_MISSING: _("Something is missing"),
}
WRONG = {
    FeedbackAnswer.COULD_HURT: _("It could hurt somebody"),
    FeedbackAnswer.FACT_WRONG: _("A fact is wrong"),
    FeedbackAnswer.OUT_OF_DATE: _("It is out of date"),
    FeedbackAnswer.LANGUAGE_WRONG: _("A word or a sentence is not right"),
    FeedbackAnswer.NAME_NOT_USED: _("People do not use this name"),
    FeedbackAnswer.DOES_NOT_WORK: _("A link or a phone number does not work"),
    FeedbackAnswer.SOMETHING_WRONG: _("Something else is wrong"),
}
"""What can be said of a page, in the order in which the form offers it."""

_THROTTLE = Throttle(each=20, together=600)


@in_language
def thanks(request: HttpRequest, lang: str) -> HttpResponse:
    """Say thank you."""
    paths = partner_paths("feedback")
    return render_page(request, lang, "glossary/feedback/thanks.html", {}, paths=paths)


@in_language
def feedback(request: HttpRequest, lang: str, entry_id: str) -> HttpResponse:
    """Count an answer about an entry; ask what is wrong with it."""
    if request.method != "POST":
        return _ask(request, lang, entry_id)
    if comes_from_elsewhere(request):
        return _refuse(request, lang, entry_id, 403)
    if not _THROTTLE.allows(request):
        return _refuse(request, lang, entry_id, 429)
    answer = request.POST.get("answer", "")
    today = timezone.localdate()
    try:
        count_answer(entry_id=entry_id, lang=lang, answer=answer, today=today)
    except InvalidQueryError as error:
        return _ask(request, lang, entry_id, error.detail)
    except NotFoundError:
        raise Http404 from None
    ids = [entry_id] if answer == FeedbackAnswer.NO else []
    return redirect(page_path(lang, "feedback", *ids), status=303)


def _ask(
    request: HttpRequest, lang: str, entry_id: str, error: str = ""
) -> HttpResponse:
    """Ask what was not clear, or is wrong."""
    found = list_entries(reading.shelf(), [entry_id], lang)
    if not found:
        raise Http404
    context = {
        "item": found[0],
        "entry_id": entry_id,
        "unclear": [(answer.value, words) for answer, words in UNCLEAR.items()],
        "wrong": [(answer.value, words) for answer, words in WRONG.items()],
        "error": error,
        "crumbs": [Crumb(found[0].label, found[0].path, found[0].lang)],
    }
    template, paths = "glossary/feedback/ask.html", partner_paths("feedback", entry_id)
    status = 400 if error else 200
    return render_answer(request, lang, template, context, paths=paths, status=status)


def _refuse(
    request: HttpRequest, lang: str, entry_id: str, status: int
) -> HttpResponse:
    """Say that an answer was not counted, and why."""
    context = {"is_too_many": status == 429}
    template = "glossary/feedback/refused.html"
    paths = partner_paths("feedback", entry_id)
    response = render_answer(
        request, lang, template, context, paths=paths, status=status
    )
    if status == 429:
        response["Retry-After"] = str(_THROTTLE.seconds)
    return response
