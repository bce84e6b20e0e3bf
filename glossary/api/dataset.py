"""The glossary as a whole: the root, and the letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from glossary import languages, reading
from glossary.addresses import api_path, letter_path, page_path
from glossary.api.base import PublicView
from glossary.api.openapi import Operation, describe
from glossary.api.openapi.tags import GLOSSARY
from glossary.api.requests.base import Nothing
from glossary.api.requests.dataset import LettersQuery
from glossary.api.requests.reading import read_query
from glossary.api.responses.dataset import (
    LanguageSummary,
    LetterCount,
    Letters,
    Root,
    TopicSummary,
)
from glossary.closed_lists import LanguageState
from glossary.models import Publication
from glossary.public_form import LICENCE, Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpResponse
    from rest_framework.request import Request

TITLES = {"en": "Plain Words", "cy": "Geiriau Plaen"}
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"


class RootView(PublicView):
    """What there is, and where."""

    @describe(
        Operation(
            name="root",
            summary="See what there is, and where",
            tag=GLOSSARY,
            answer=Root,
            headers=("Link",),
        )
    )
    def get(self, request: Request) -> HttpResponse:
        """Return links, the sequence of the newest publication, and counts."""
        read_query(Nothing, request)
        shelf = reading.shelf()
        guide = page_path(languages.codes()[0], "api")
        answer = Root(
            titles=TITLES,
            sequence=shelf.sequence,
            entry_count=shelf.index.count(),
            overdue_count=_overdue(),
            languages={code: _language(shelf, code) for code in languages.codes()},
            topics=tuple(_topics(shelf)),
            licence=LICENCE,
            links={name: self.base + api_path(route) for name, route in _LINKS.items()},
        )
        link = (
            f'<{self.base}{api_path("schema")}>; rel="service-desc"; '
            'type="application/vnd.oai.openapi+json", '
            f'<{self.base}{guide}>; rel="service-doc"; type="text/html", '
            f'<{LICENCE_URL}>; rel="license"'
        )
        return self.public(answer, headers={"Link": link})


_LINKS = {
    "self": "root",
    "entries": "entries",
    "lookup": "lookup",
    "search": "search",
    "suggest": "suggest",
    "annotate": "annotate",
    "check": "check",
    "term-pack": "term-pack",
    "matching-module": "matching-module",
    "matching-cases": "matching-cases",
    "letters": "letters",
    "sources": "sources",
    "topics": "topics",
    "helplines": "helplines",
    "schema": "schema",
}


class LettersView(PublicView):
    """The alphabet of a language."""

    @describe(
        Operation(
            name="letters",
            summary="Count the entries of each letter",
            tag=GLOSSARY,
            query=LettersQuery,
            answer=Letters,
        )
    )
    def get(self, request: Request) -> HttpResponse:
        """Return the letters of a language in their order, with counts."""
        lang = read_query(LettersQuery, request).lang
        letters = tuple(
            LetterCount(
                letter=letter,
                entry_count=count,
                url=self.base + letter_path(lang, letter),
            )
            for letter, count in reading.shelf().index.letters(lang)
        )
        answer = Letters(items=letters, total=len(letters), lang=lang)
        return self.public(answer, langs=[lang])


def _overdue() -> int:
    return Publication.objects.entries().overdue(timezone.localdate()).count()


def _language(shelf: reading.Shelf, code: str) -> LanguageSummary:
    found = shelf.index.states(code)
    counts = {state: found.get(state, 0) for state in LanguageState.values()}
    return LanguageSummary(name=languages.get(code).name, **counts)


def _topics(shelf: reading.Shelf) -> Iterator[TopicSummary]:
    counts = shelf.index.topic_counts()
    for topic, document in shelf.topics.items():
        labels = {
            lang: Label(text=row.label) for lang, row in document.languages.items()
        }
        count = counts.get(topic, 0)
        yield TopicSummary(id=topic, labels=labels, entry_count=count)
