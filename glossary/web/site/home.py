"""The home page of each language, and the way there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary import reading
from glossary.addresses import page_paths
from glossary.closed_lists import SourceKind
from glossary.web.page import in_language, redirect_to_language, render_page
from glossary.web.parts.listing import letter_links, list_entries, list_topics

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

STARTS = (
    "child-sexual-exploitation",
    "adr149",
    "operation-makesafe",
    "iicsa",
    "hydrant-programme",
    "problem-profile",
)
"""Entries to start from. Nobody counts what readers look for: this is our choice."""


@in_language
def home(request: HttpRequest, lang: str) -> HttpResponse:
    """Say what this is, and offer every way to a word."""
    shelf = reading.shelf()
    sources = shelf.sources.values()
    context = {
        "letters": letter_links(shelf, lang),
        "topics": list_topics(shelf, lang),
        "starts": list_entries(shelf, STARTS, lang),
        "count": shelf.index.count(),
        "documents": sum(row.kind == SourceKind.DOCUMENT for row in sources),
        "hide_search": True,
    }
    paths = page_paths("home")
    return render_page(request, lang, "glossary/site/home.html", context, paths=paths)


def choose_language(request: HttpRequest) -> HttpResponse:
    """Lead to the home page in the reader's language."""
    return redirect_to_language(request, page_paths("home"))
