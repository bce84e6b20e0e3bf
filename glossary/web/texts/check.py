"""The check of a text of one's own: for people who write letters and reports.

As with the explainer, the text comes by ``POST`` and goes back into the page, nowhere
else. There is no grade: what was found is listed, and the writer decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from glossary import languages
from glossary.addresses import page_paths
from glossary.text_checks import check_given_text
from glossary.web.page import in_language, render_answer, render_page
from glossary.web.texts.check_results import CheckResults, show_checked
from glossary.web.texts.form import (
    ask_again,
    form_context,
    given_context,
    require_fair_use,
)
from glossary.web.texts.given import NotGivenError, read_given, turn_for
from glossary.web.texts.paragraphs import without_page_ends

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from glossary.web.texts.given import Given

_FORM = "glossary/texts/check.html"
_RESULT = "glossary/texts/checked.html"


@sensitive_post_parameters()
@in_language
def check(request: HttpRequest, lang: str) -> HttpResponse:
    """Ask for a text; say what was found in the one that was given."""
    form = form_context(lang, "check")
    if request.method != "POST":
        context = {**form, "text": ""}
        paths = page_paths("check")
        return render_page(request, lang, _FORM, context, paths=paths)
    try:
        require_fair_use(request)
        given = read_given(request)
        text = without_page_ends(given.text)
        text_lang = _text_language(request, text)
        with turn_for(text):
            checked = check_given_text(text, lang=text_lang, likely=lang)
            return _checked(request, lang, given, show_checked(checked, lang))
    except NotGivenError as error:
        return ask_again(request, lang, _FORM, form, word="check", error=error)


def _text_language(request: HttpRequest, text: str) -> str:
    """Return the language that the writer says the text is in; nothing if none is."""
    lang = request.POST.get("text_lang", "")
    if lang and lang not in languages.codes():
        raise NotGivenError(_("We could not read what was sent."), text=text)
    return lang


def _checked(
    request: HttpRequest, lang: str, given: Given, checked: CheckResults
) -> HttpResponse:
    known = languages.all_languages()
    context = {
        **form_context(lang, "check"),
        **given_context(given),
        "checked": checked,
        "text": checked.text,
        "text_lang": languages.get(checked.text_lang),
        "other_langs": [row for row in known if row.code != checked.text_lang],
        "resubmit": "check",
    }
    paths = page_paths("check")
    return render_answer(request, lang, _RESULT, context, paths=paths)
