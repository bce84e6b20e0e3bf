"""Which terms are in a text: asked of us, or found on the reader's own device."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from glossary import languages, reading
from glossary.annotation import annotate
from glossary.api.base import PublicView, languages_of
from glossary.api.openapi import Operation, describe
from glossary.api.openapi.tags import TEXTS
from glossary.api.requests.codes import AUTO
from glossary.api.requests.reading import read_query
from glossary.api.requests.texts import (
    AnnotateOptions,
    AnnotateRequest,
    TermPackQuery,
)
from glossary.api.responses.base import join
from glossary.api.responses.term_pack import TermPack
from glossary.api.responses.texts import AnnotateAnswer, FoundTerm
from glossary.api.texts.given import MOVED, TEXT_PARSERS, read_text, text_in, turn_for
from glossary.api.texts.matching import matching_link, matching_of
from glossary.briefs import in_brief, page
from glossary.explain import current_vocabulary, find_terms
from glossary.matching import first_occurrences, pack
from glossary.plain_language import likely_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.http import HttpResponse
    from rest_framework.request import Request

    from glossary.matching import Match

MOST_MATCHES = 5000
"""A text of short words can hold a quarter of a million; the answer says how many."""

_TELLING = 1000  # characters tell which language a text is in


class AnnotateView(PublicView):
    """Find the terms in a text."""

    parser_classes = TEXT_PARSERS

    @describe(
        Operation(
            name="annotate",
            summary="Find the terms in a text",
            tag=TEXTS,
            query=AnnotateOptions,
            body=AnnotateRequest,
            takes_text=True,
            answer=AnnotateAnswer,
        )
    )
    def post(self, request: Request) -> HttpResponse:
        """Return which terms are in a text, where, and what they mean.

        The text is at most 1 MB. It is not logged, stored or cached. How it is read
        can be said in the address or, with JSON, in the body, but not in both.

        At most 5,000 terms are listed, the first ones; `total` says how many there
        are. `briefs` has every entry that was met, and all of the HTML is linked.

        HTML comes back as it was in all that is text, with ids that begin with
        `user-content-`. Forms and programs go, and what is hidden (`hidden`,
        `aria-hidden`, `display:none` and the like in a `style`); of pictures, the
        words for them stay (`alt`). Where an element says its language (`lang`),
        terms of that language come first, and links lead to pages in it. An answer
        that is sent again gains no link: those that we put there count as first uses.
        """
        asked = read_text(request, options=AnnotateOptions, body=AnnotateRequest)
        langs = languages_of(asked, request)
        with turn_for(text_in(asked)):
            answer = _answer(asked, langs, self.base)
        return self.public(answer, langs=langs)


class TermPackView(PublicView):
    """All that a device needs to find the terms in a text by itself."""

    @describe(
        Operation(
            name="term_pack",
            summary="Take every form of every term home",
            tag=TEXTS,
            query=TermPackQuery,
            answer=TermPack,
            headers=("Link",),
        )
    )
    def get(self, request: Request) -> HttpResponse:
        """Return every form of every term with its entry, so that no text is sent.

        `matching` names the module that finds them, and cases for an engine of your
        own. Another `format` is another shape of the pack, and has another module.
        """
        query = read_query(TermPackQuery, request)
        langs = languages_of(query, request)
        found: dict[str, Any] = {**pack(current_vocabulary(), query.lang)}
        found["matching"] = matching_of(self.base)
        if query.include:
            index = reading.shelf().index
            found["briefs"] = in_brief(index, found["ids"], langs=langs, base=self.base)
        answer = join(TermPack, sequence=reading.version(), **found)
        links = {"Link": matching_link(self.base)}
        return self.public(answer, langs=langs, headers=links)


def _answer(asked: AnnotateRequest, langs: Sequence[str], base: str) -> bytes:
    index, find = reading.shelf().index, _Finder(asked)
    more: dict[str, str] = {}
    if asked.html is None:
        text = text_in(asked)
        matches = find(text)
    else:
        lead = _Lead(asked, find, langs=langs, base=base)
        known = languages.codes()
        done = annotate(asked.html, find=find, page=cache(lead), langs=known)
        text, matches = done.text, done.matches
        more = {"text": text, "html": done.html}
    ids = (entry_id for match in matches for entry_id in match.candidates)
    if asked.occurrences == "first":
        matches = first_occurrences(matches)
    return join(
        AnnotateAnswer,
        items=list(_shown(text, matches[:MOST_MATCHES], asked.offsets)),
        next=None,
        previous=None,
        total=len(matches),
        lang=find.lang,
        offsets=asked.offsets,
        briefs=in_brief(index, ids, langs=langs, base=base),
        **more,
    )


class _Finder:
    """Finds terms as a request asks for them.

    ``lang`` is the language of the text as a whole.
    """

    def __init__(self, asked: AnnotateRequest) -> None:
        self.lang = ""
        self._lang = asked.lang
        self._exclude = asked.exclude

    def __call__(self, text: str, own: str = "") -> list[Match]:
        """Return the terms in ``text``, of which ``own`` may be said the language."""
        langs = [self._lang]
        if self._lang == AUTO:
            self.lang = likely_language(text[:_TELLING], languages.codes())
            first = own or self.lang
            langs = sorted(languages.codes(), key=lambda code: code != first)
        else:
            self.lang = self._lang
        return find_terms(text, langs=langs, exclude=self._exclude)


class _Lead:
    """Knows which page a link in HTML leads to: one in the language around it.

    Where the markup does not say that language, ``in`` does; where that is left out,
    too, it is the language of the text. No link leads to another than ``in`` allows.
    """

    def __init__(
        self, asked: AnnotateRequest, find: _Finder, *, langs: Sequence[str], base: str
    ) -> None:
        self._index = reading.shelf().index
        self._find, self._langs, self._base = find, langs, base
        self._is_open = asked.languages is None

    def __call__(self, entries: Sequence[str], own: str) -> tuple[str, str] | None:
        """Return address and language of the page about one of ``entries``."""
        first = own or (self._find.lang if self._is_open else self._langs[0])
        langs = sorted(self._langs, key=lambda code: code != first)
        return page(self._index, entries, langs=langs, base=self._base)


def _shown(text: str, matches: Sequence[Match], offsets: str) -> Iterator[FoundTerm]:
    """Yield the terms found, with places as they were asked for."""
    move = MOVED.get(offsets)
    places = move(text, matches) if move else matches
    for match, place in zip(matches, places, strict=True):
        yield FoundTerm(
            start=place.start,
            end=place.end,
            quote=text[match.start : match.end],
            lang=match.lang,
            form=match.form,
            candidates=match.candidates,
        )
