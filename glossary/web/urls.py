"""The routes of the pages: the same ones in every language, in its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import path, re_path
from django.views.decorators.http import require_http_methods, require_safe

from glossary import languages
from glossary.web import errors
from glossary.web.changes import changes
from glossary.web.entries import entry
from glossary.web.entries.paper import follow
from glossary.web.entries.renderings import rendering
from glossary.web.feedback import feedback, suggest
from glossary.web.leaflets import leaflet
from glossary.web.leaflets.pdf import leaflet_pdf
from glossary.web.lists import a_to_z, search, topics
from glossary.web.lists.map import the_map
from glossary.web.parts.short_address import ROUTE
from glossary.web.site import (
    about,
    api_guide,
    for_browsers,
    home,
    problems,
    prose,
    support,
)
from glossary.web.site.robots import robots
from glossary.web.sources import source_text, sources
from glossary.web.texts import check, explain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django.http import HttpResponse
    from django.urls import URLPattern

_FORM = ("GET", "HEAD", "POST")


def _word(lang: str, part: str) -> str:
    """Return a part of a path in ``lang``, or in English where it has no word.

    What a file's name ends with stays.
    """
    word, dot, ending = part.partition(".")
    return f"{languages.get(lang).path_words.get(word, word)}{dot}{ending}"


def _in(lang: str) -> list[URLPattern]:
    """Return the routes of one language."""

    def route(
        words: str,
        view: Callable[..., HttpResponse],
        name: str,
        methods: Sequence[str] = ("GET", "HEAD"),
    ) -> URLPattern:
        parts = [
            part if "<" in part else _word(lang, part) for part in words.split("/")
        ]
        address = "/".join([lang, *parts])
        guarded = require_http_methods(list(methods))(view)
        return path(address, guarded, {"lang": lang}, f"{lang}-{name}")

    return [
        route("", home.home, "home"),
        route("a-to-z/", a_to_z.a_to_z, "a-to-z"),
        route("a-to-z/<letter>/", a_to_z.letter, "letter"),
        route("topics/", topics.topics, "topics"),
        route("topics/<slug:topic>/", topics.topic, "topic"),
        route("terms/<part:slug>/", entry.entry, "entry"),
        route("explain/", explain.explainer, "explain", _FORM),
        route("explain/words/", explain.words, "explain-words"),
        route("explain/longer/", explain.longer, "explain-longer"),
        route("check/", check.check, "check", _FORM),
        route("leaflet/", leaflet.leaflet, "leaflet"),
        route("leaflet.pdf", leaflet_pdf, "leaflet-pdf"),
        route("map/", the_map, "map"),
        route("search/", search.search, "search"),
        route("sources/", sources.sources, "sources"),
        route("sources/<slug:source_id>/", sources.source, "source"),
        route("sources/<slug:source_id>/text/", source_text.source_text, "source-text"),
        route("problems/", problems.problems, "problems"),
        route("problems/<slug:code>/", problems.problem, "problem"),
        route("help/", support.support, "help"),
        route("hide-your-visit/", prose.hide_your_visit, "hide-your-visit"),
        route("about/", about.about, "about"),
        route("accessibility/", prose.accessibility, "accessibility"),
        route("privacy/", prose.privacy, "privacy"),
        route("api/", api_guide.api_guide, "api"),
        route("changes/", changes.changes, "changes"),
        route("suggest/", suggest.suggest, "suggest", _FORM),
        route("suggest/thanks/", suggest.thanks, "suggest-thanks"),
        route("feedback/", feedback.thanks, "feedback-thanks"),
        route("feedback/<slug:entry_id>/", feedback.feedback, "feedback", _FORM),
    ]


_ICONS = {
    "favicon.ico": "favicon.ico",
    "apple-touch-icon.png": "apple-touch-icon.png",
    "apple-touch-icon-precomposed.png": "apple-touch-icon.png",
}
"""What browsers ask for, and which file it is."""

urlpatterns = [
    path("", require_safe(home.choose_language), name="root"),
    path("problems/", require_safe(problems.lead_to_problems), name="problems"),
    path(
        "problems/<slug:code>/", require_safe(problems.lead_to_problem), name="problem"
    ),
    path("robots.txt", require_safe(robots), name="robots"),
    path("renderings/<name>", require_safe(rendering), name="rendering"),
    re_path(ROUTE, require_safe(follow), name="short"),
    *(
        path(asked, require_safe(for_browsers.icon), {"name": name})
        for asked, name in _ICONS.items()
    ),
    *(route for code in languages.codes() for route in _in(code)),
    path("<path:anywhere>", errors.nowhere, name="nowhere"),
]
