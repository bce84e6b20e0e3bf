"""The home page of each language, and the way there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary import reading
from glossary.web.listing import letter_links, list_entries, list_topics
from glossary.web.page import (
    home_paths,
    in_language,
    redirect_to_language,
    render_page,
)

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

OFTEN_MET = (
    "problem-profile",
    "hmicfrs",
    "bail-conditions",
    "safeguarding-partners",
    "non-recent",
    "adr149",
)
"""Entries whose words people meet in letters and reports: some to start from."""


@in_language
def home(request: HttpRequest, lang: str) -> HttpResponse:
    """Say what this is, and offer every way to a word."""
    shelf = reading.shelf()
    context = {
        "letters": letter_links(shelf, lang),
        "topics": list_topics(shelf, lang),
        "often_met": list_entries(shelf, OFTEN_MET, lang),
        "count": shelf.index.count(),
        "hide_search": True,
    }
    paths = home_paths()
    return render_page(request, lang, "glossary/home.html", context, paths=paths)


def choose_language(request: HttpRequest) -> HttpResponse:
    """Lead to the home page in the reader's language."""
    return redirect_to_language(request, home_paths())
