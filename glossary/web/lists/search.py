"""Search: a word typed into the box, and the entries that it leads to."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes, urlencode

from django.utils.translation import gettext as _

from glossary import reading
from glossary.addresses import page_path, page_paths
from glossary.errors import InvalidQueryError
from glossary.harm import is_about_harm
from glossary.pages.paging import page_of
from glossary.web.lists.results import show_results
from glossary.web.page import in_language, redirect, render_answer, render_page
from glossary.web.parts.listing import letter_links, list_topics
from glossary.web.parts.only_entry import only_entry

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from glossary.search import SearchPage

MAX_QUERY = 200
MOST_RESULTS = 100
_PAGE_SIZE = 20


@in_language
def search(request: HttpRequest, lang: str) -> HttpResponse:
    """Show what a word finds; where it is the name of one entry, go there.

    The word is shown in the page and never in its title.
    """
    try:
        words = read_words(request)
    except InvalidQueryError as error:
        return _ask(request, lang, error=error.detail, status=400)
    if not words:
        return _ask(request, lang)
    only = only_entry(reading.shelf(), words, lang)
    if only:
        return redirect(only, status=302)
    return _results(request, lang, words)


def read_words(request: HttpRequest) -> str:
    """Return what was typed, without white space around it.

    Raises ``InvalidQueryError`` where it is too long, not text, or holds
    characters that nobody can type.
    """
    words = " ".join(request.GET.get("q", "").split())
    if not _is_text(request) or any(map(_is_control, words)):
        detail = _("There are characters in that text that we cannot read.")
        raise InvalidQueryError(detail)
    if len(words) > MAX_QUERY:
        detail = _("That is too long: please type a word or a name.")
        raise InvalidQueryError(detail)
    return words


def _is_text(request: HttpRequest) -> bool:
    """Whether the query is UTF-8: Django puts a sign in the place of what is not."""
    try:
        unquote_to_bytes(request.META.get("QUERY_STRING", "")).decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_control(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cs", "Co"}


def _results(request: HttpRequest, lang: str, words: str) -> HttpResponse:
    shelf, query = reading.shelf(), urlencode({"q": words})
    found = shelf.index.search(words, limit=MOST_RESULTS)
    page = page_of(request, found.hits, size=_PAGE_SIZE)
    context = {
        "words": words,
        "query": query,
        "page": page,
        "count": len(found.hits),
        "has_more": found.following is not None,
        "results": show_results(shelf, page.rows, lang),
        "meant": _meant(found, lang),
        "is_about_harm": is_about_harm(words),
        "letters": letter_links(shelf, lang),
        "hide_search": True,
    }
    template, paths = "glossary/lists/search.html", page_paths("search", query=query)
    return render_answer(request, lang, template, context, paths=paths)


def _meant(found: SearchPage, lang: str) -> dict[str, str]:
    """Return the name that was perhaps meant, with the address that looks for it."""
    meant = found.did_you_mean
    if meant is None:
        return {}
    address = f"{page_path(lang, 'search')}?{urlencode({'q': meant.label})}"
    return {"label": meant.label, "lang": meant.lang, "path": address}


def _ask(
    request: HttpRequest, lang: str, *, error: str = "", status: int = 200
) -> HttpResponse:
    """Ask for a word; say what was wrong with the one that was typed."""
    shelf = reading.shelf()
    context = {
        "words": "",
        "error": error,
        "letters": letter_links(shelf, lang),
        "topics": list_topics(shelf, lang),
        "hide_search": True,
    }
    template, paths = "glossary/lists/search_start.html", page_paths("search")
    return render_page(request, lang, template, context, paths=paths, status=status)
