"""The routes of the pages: the same ones in every language, in its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import path
from django.views.decorators.http import require_http_methods, require_safe

from glossary import languages
from glossary.presentation import path_word
from glossary.web import (
    about,
    api_guide,
    entries,
    errors,
    feedback,
    finding,
    home,
    lists,
    problems,
    sources,
    support,
    texts,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django.http import HttpResponse
    from django.urls import URLPattern

_FORM = ("GET", "HEAD", "POST")


def _in(lang: str) -> list[URLPattern]:
    """Return the routes of one language."""

    def route(
        words: str,
        view: Callable[..., HttpResponse],
        name: str,
        methods: Sequence[str] = ("GET", "HEAD"),
    ) -> URLPattern:
        parts = [
            part if "<" in part else path_word(lang, part) for part in words.split("/")
        ]
        address = "/".join([lang, *parts])
        guarded = require_http_methods(list(methods))(view)
        return path(address, guarded, {"lang": lang}, f"{lang}-{name}")

    return [
        route("", home.home, "home"),
        route("a-to-z/", lists.a_to_z, "a-to-z"),
        route("a-to-z/<letter>/", lists.letter, "letter"),
        route("topics/", lists.topics, "topics"),
        route("topics/<slug:topic>/", lists.topic, "topic"),
        route("terms/<slug:slug>/", entries.entry, "entry"),
        route("search/", finding.search, "search"),
        route("sources/", sources.sources, "sources"),
        route("sources/<slug:source_id>/", sources.source, "source"),
        route("problems/", problems.problems, "problems"),
        route("problems/<slug:code>/", problems.problem, "problem"),
        route("help/", support.support, "help"),
        route("hide-your-visit/", texts.hide_your_visit, "hide-your-visit"),
        route("about/", about.about, "about"),
        route("accessibility/", texts.accessibility, "accessibility"),
        route("privacy/", texts.privacy, "privacy"),
        route("api/", api_guide.api_guide, "api"),
        route("feedback/", feedback.thanks, "thanks"),
        route("feedback/<slug:entry_id>/", feedback.feedback, "feedback", _FORM),
    ]


urlpatterns = [
    path("", require_safe(home.choose_language), name="root"),
    path("t/<slug:code>/", require_safe(entries.short_address), name="short-address"),
    *(route for code in languages.codes() for route in _in(code)),
    path("<path:anywhere>", errors.nowhere, name="nowhere"),
]
