"""The explainer: a reader's own text, with its hard words explained.

The text comes by ``POST`` and goes back into the page, nowhere else. Where
JavaScript runs, the browser does all of it with what ``words`` gives it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from glossary import languages, reading
from glossary.addresses import page_paths
from glossary.answers import hold
from glossary.explain import current_vocabulary
from glossary.gaps import PAGE, PAGES, RANGE, SENTENCES
from glossary.matching import pack
from glossary.plain_language import counting_rules
from glossary.unexplained import finding_rules
from glossary.web.page import in_language, render_answer, render_page
from glossary.web.parts.listing import list_entries
from glossary.web.texts.explained import Explained, explain, explain_letter
from glossary.web.texts.form import (
    ask_again,
    form_context,
    given_context,
    require_fair_use,
)
from glossary.web.texts.given import NotGivenError, read_given, turn_for
from glossary.web.texts.longer import longer_texts

if TYPE_CHECKING:
    from django.http import HttpRequest

    from glossary.web.texts.given import Given

_FORM = "glossary/texts/explain.html"
_RESULT = "glossary/texts/explained.html"


@sensitive_post_parameters()
@in_language
def explainer(request: HttpRequest, lang: str) -> HttpResponse:
    """Ask for a text; explain the one that was given."""
    if request.method != "POST":
        return _ask(request, lang, is_example=request.GET.get("example") == "1")
    try:
        require_fair_use(request)
        given = read_given(request)
        with turn_for(given.text):
            explained = explain_letter(given.text, lang)
            return _explained(request, lang, given, explained)
    except NotGivenError as error:
        context = _box(lang)
        return ask_again(request, lang, _FORM, context, word="explain", error=error)


@in_language
def words(request: HttpRequest, lang: str) -> HttpResponse:
    """Give a browser all that it needs to explain a text by itself."""
    shelf = reading.shelf()
    items = list_entries(shelf, shelf.index.entries(), lang)
    body = {
        "pack": pack(current_vocabulary()),
        "entries": {row.id: row._asdict() for row in items},
        "counting": counting_rules(languages.codes()),
        "official": finding_rules(),
    }
    return _data(request, lang, body)


@in_language
def longer(request: HttpRequest, lang: str) -> HttpResponse:
    """Give a browser the longer explanations, of all words and not of one.

    So nobody learns from what it asks for which word somebody has read.
    """
    return _data(request, lang, longer_texts(lang))


def example_text() -> str:
    """Return a letter that nobody sent: ours, to try the page with."""
    return _(
        # Translators: Hard to read on purpose, to show what the page does with it.
        "Dear reader,\n\nThank you for your letter about the police force in your "
        "area. The inspection by HMICFRS found that the force did not have a problem "
        "profile, and that it had not worked closely enough with its safeguarding "
        "partners to see which children were at risk of child sexual exploitation, "
        "where it happened and who was responsible for it. The chief constable has "
        "accepted this. Each area for improvement now has a date.\n\n"
        "The suspect is on bail conditions. The CPS will decide on the charge. An "
        "officer will make a referral to children's services."
    )


def _data(request: HttpRequest, lang: str, body: object) -> HttpResponse:
    hold(request)
    headers = {"Cache-Control": "no-store", "Content-Language": lang}
    return HttpResponse(
        orjson.dumps(body), content_type="application/json", headers=headers
    )


def _box(lang: str) -> dict[str, object]:
    return {
        **form_context(lang, "explain"),
        "empty": explain("", lang),
        "sentences": [(what.value, words) for what, words in SENTENCES.items()],
        "words_for_pages": (PAGE, PAGES, RANGE),
    }


def _ask(request: HttpRequest, lang: str, *, is_example: bool) -> HttpResponse:
    context = {**_box(lang), "text": example_text() if is_example else ""}
    query = "?example=1" if is_example else ""
    paths = {code: path + query for code, path in page_paths("explain").items()}
    return render_page(request, lang, _FORM, context, paths=paths)


def _explained(
    request: HttpRequest, lang: str, given: Given, explained: Explained
) -> HttpResponse:
    context = {
        **_box(lang),
        **given_context(given),
        "explained": explained,
        "text": explained.text,
        "resubmit": "explain",
    }
    paths = page_paths("explain")
    return render_answer(request, lang, _RESULT, context, paths=paths)
