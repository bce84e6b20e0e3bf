"""The pages with a box for a reader's own text: what they ask and refuse alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from glossary import languages
from glossary.addresses import page_paths
from glossary.files import ENDINGS
from glossary.gaps import tell
from glossary.web.fair_use import wait_for
from glossary.web.origin import comes_from_elsewhere
from glossary.web.page import render_answer
from glossary.web.texts.given import (
    FAULTS,
    MOST_CHARACTERS,
    Given,
    NotGivenError,
    missing_again,
    too_many,
    typed_text,
)
from glossary.web.texts.unread import to_field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest, HttpResponse

_MEDIA_TYPES = (
    "application/pdf",
    "application/rtf",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/xhtml+xml",
    "message/rfc822",
    "multipart/related",
    "text/html",
    "text/plain",
    "text/rtf",
)
"""Phones go by these, and show no file whose name says nothing without them."""


def form_context(lang: str, word: str) -> dict[str, object]:
    """Return what the form on the page ``word`` needs, as it is first asked for."""
    paths = page_paths(word)
    return {
        "error": "",
        "resubmit": "",
        "hide_search": False,
        "unread": "",
        "accepted": ",".join([*ENDINGS, *_MEDIA_TYPES]),
        "faults": [(fault.value, words) for fault, words in FAULTS.items()],
        "most_characters": MOST_CHARACTERS,
        "others": [
            (row.code, row.name, paths[row.code])
            for row in languages.all_languages()
            if row.code != lang
        ],
    }


def given_context(given: Given) -> dict[str, object]:
    """Return what a page with the answer says of what is missing in the text."""
    return {
        "missing": tell(given.missing),
        "unread": to_field(given.missing, given.text),
    }


def require_fair_use(request: HttpRequest) -> None:
    """Refuse what another site sends, and more than a person would send."""
    wait = wait_for(request)
    if wait:
        raise too_many(typed_text(request), wait)
    if comes_from_elsewhere(request):
        detail = _("That came from another website. Please paste the text here again.")
        raise NotGivenError(detail, status=403)


def ask_again(
    request: HttpRequest,
    lang: str,
    template: str,
    context: Mapping[str, Any],
    *,
    word: str,
    error: NotGivenError,
) -> HttpResponse:
    """Ask again, and say what was wrong. What was typed stays.

    The page is called ``word``, and so is its form.
    """
    missing = missing_again(request, error.text) if error.text else ()
    context = {
        **context,
        "text": error.text,
        "unread": to_field(missing, error.text),
        "error": error.detail,
        "resubmit": word if error.text else "",
    }
    paths, status = page_paths(word), error.status
    response = render_answer(
        request, lang, template, context, paths=paths, status=status
    )
    if error.wait:
        response["Retry-After"] = str(error.wait)
    return response
