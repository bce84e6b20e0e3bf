"""Suggest a word: the word alone, where it was met, and thanks.

The word comes by ``POST`` and is in no address. Where we explain one like it, the
reader is shown that, and may send the word still: one short form has many meanings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from glossary import labels, languages, reading
from glossary.addresses import page_path, page_paths
from glossary.errors import InvalidQueryError, StateError
from glossary.feedback import check_suggestion, explained_by, suggest_word
from glossary.limits import SUGGESTIONS, take
from glossary.plain_language import MOST_WORDS
from glossary.web.fair_use import sender_of, wait_for
from glossary.web.origin import comes_from_elsewhere
from glossary.web.page import in_language, redirect, render_answer, render_page
from glossary.web.parts.listing import list_entries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

    from glossary.errors import Problem

_TILL_TOMORROW = 86_400  # seconds, at most


class GivenWord(NamedTuple):
    """What somebody typed and chose."""

    word: str
    lang: str
    met_in: str


@sensitive_post_parameters()
@in_language
def suggest(request: HttpRequest, lang: str) -> HttpResponse:
    """Ask for a word; count the one that is sent."""
    if request.method != "POST":
        return _ask(request, lang, GivenWord("", lang, ""))
    given = _given(request, lang)
    wait = wait_for(request)
    if wait:
        return _too_many(request, lang, given, wait)
    if comes_from_elsewhere(request):
        detail = _(
            "That came from another website. Please send the word from this page."
        )
        return _ask(request, lang, GivenWord("", lang, ""), error=detail, status=403)
    if request.POST.get("page") != lang:  # from a search, or the form in another one
        return _ask(request, lang, given)
    return _take(request, lang, given)


@in_language
def thanks(request: HttpRequest, lang: str) -> HttpResponse:
    """Say thank you, and what was kept."""
    paths = {code: _thanks_path(code) for code in languages.codes()}
    template = "glossary/feedback/suggested.html"
    return render_page(request, lang, template, {}, paths=paths)


def _take(request: HttpRequest, lang: str, given: GivenWord) -> HttpResponse:
    try:
        check_suggestion(**given._asdict())
    except InvalidQueryError as error:
        return _ask(request, lang, given, problems=error.problems, status=400)
    explained = [] if "still" in request.POST else explained_by(given.word)
    if explained:
        return _show(request, lang, given, explained)
    verdict = take(SUGGESTIONS, sender_of(request))
    if not verdict.is_allowed:
        return _too_many(request, lang, given, verdict.wait)
    try:
        suggest_word(**given._asdict(), today=timezone.localdate())
    except StateError as error:
        answer = _ask(request, lang, given, error=error.detail, status=503)
        answer["Retry-After"] = str(_TILL_TOMORROW)
        return answer
    return redirect(_thanks_path(lang), status=303)


def _too_many(
    request: HttpRequest, lang: str, given: GivenWord, wait: int
) -> HttpResponse:
    """Say that the word was not kept; it stays in its box."""
    detail = _("Many words came in a short time. Please try again in an hour.")
    answer = _ask(request, lang, given, error=detail, status=429)
    answer["Retry-After"] = str(wait)
    return answer


def _given(request: HttpRequest, lang: str) -> GivenWord:
    sent = request.POST
    return GivenWord(
        sent.get("word", "").strip(), sent.get("lang", lang), sent.get("met_in", "")
    )


def _ask(
    request: HttpRequest,
    lang: str,
    given: GivenWord,
    *,
    problems: Sequence[Problem] = (),
    error: str = "",
    status: int = 200,
) -> HttpResponse:
    """Ask for a word; what was typed stays, with what is wrong beside it."""
    context = {
        "given": given,
        "places": labels.MET_IN.items(),
        "languages": languages.all_languages(),
        "most_words": MOST_WORDS,
        "error": error,
        "problems": problems,
        "wrong": dict.fromkeys(GivenWord._fields, "")
        | {row.place: row.detail for row in problems},
        "resubmit": "suggest" if given.word else "",
    }
    template, paths = "glossary/feedback/suggest.html", page_paths("suggest")
    return render_page(request, lang, template, context, paths=paths, status=status)


def _show(
    request: HttpRequest, lang: str, given: GivenWord, ids: Sequence[str]
) -> HttpResponse:
    """Show the entries that have this name already."""
    items = list_entries(reading.shelf(), ids, lang)
    context = {
        "given": given._asdict().items(),
        "items": items,
        "resubmit": "suggest",
    }
    template, paths = "glossary/feedback/explained.html", page_paths("suggest")
    return render_answer(request, lang, template, context, paths=paths)


def _thanks_path(lang: str) -> str:
    return page_path(lang, "suggest-thanks")
