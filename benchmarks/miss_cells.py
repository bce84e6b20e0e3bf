"""What is asked for when nothing is held: every kind of answer, of every kind of list.

Both glossaries are asked for lists as long as each other, as far as the small one has
them; of long ones the larger is asked for a later part, which the small one lacks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlencode

import orjson

from benchmarks.entries import english_name, welsh_name
from benchmarks.places import ROOT
from benchmarks.questions import (
    ENTRY,
    LETTER,
    LIST,
    LOOKUP,
    PAGE,
    PREFIX,
    SUGGEST,
    TWO_WORDS,
    TYPO,
    Typist,
    addresses,
)
from glossary import languages
from glossary.addresses import page_path
from glossary.closed_lists import EntryKind, LanguageState
from glossary.transfer import read_content

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Asked: TypeAlias = "tuple[str, str | None]"
"""A path, and the form or the JSON that is sent there, if anything is."""

_MOST = 60  # requests of one kind
_LARGE = 10_000  # entries from which on a list has a later part
_NOTHING = "qwertzuiop asdfgh", "NFA", "zzz zzz"
_EVERYDAY = "police children court council report law help safe people money".split()
_TEXT = "The {} was in the letter. Mae'r {} yn y llythyr. Ask about the {} and the {}."


def cells(made_up: int) -> dict[str, list[Asked]]:
    """Return the requests of every kind for a glossary with so many made-up entries."""
    numbers = Typist(made_up, seed=3).entries(_MOST)
    read = _from_api(made_up) | _pages(made_up, numbers)
    plain: dict[str, list[Asked]] = {
        name: [(path, None) for path in paths[:_MOST]] for name, paths in read.items()
    }
    return plain | _sent(numbers[:20])


def _from_api(made_up: int) -> dict[str, Sequence[str]]:
    topics, sources = _topics_and_sources()
    asked = addresses(made_up)
    kept = (ENTRY, LIST, LOOKUP, SUGGEST, PREFIX, TWO_WORDS, TYPO)
    return {
        **{name: asked[name] for name in kept},
        "list of 5 of a topic": _lists({"topic": one} for one in topics),
        "list of 5 of a letter": _lists(
            {"lang": "en", "letter": one} for one in "dlsr"
        ),
        "list of 5 of a kind": _lists({"kind": one} for one in EntryKind.values()),
        "list of 5 in a state": _lists(
            {"lang": lang, "state": state}
            for lang in languages.codes()
            for state in LanguageState.values()
        ),
        "list of 5 of a source": _lists({"source": one} for one in sources),
        "list of 5 of a topic and kind": _lists(
            {"topic": topic, "kind": "concept"} for topic in topics
        ),
        "list of what is newer": _lists([{"updated_since": "2999-01-01T00:00:00Z"}]),
        "root": ["/api/v1/"],
        "alphabet": [f"/api/v1/letters/?lang={lang}" for lang in languages.codes()],
        "sources": ["/api/v1/sources/", "/api/v1/sources/?limit=20"],
        "a source": [f"/api/v1/sources/{one}/?limit=5" for one in sources],
        "lookup of nothing": _asking("lookup", "term", _NOTHING),
        "search, a word of texts": _asking("search", "q", _EVERYDAY),
    }


def _pages(made_up: int, numbers: Sequence[int]) -> dict[str, Sequence[str]]:
    typist, (topics, sources) = Typist(made_up, seed=4), _topics_and_sources()
    asked, later = addresses(made_up), "?page=2" if made_up > _LARGE else ""
    letters, in_topics = asked[LETTER], [_page("topic", one) for one in topics]
    return {
        "page of an entry": asked[PAGE],
        "page of the A to Z": _in_each("a-to-z"),
        "page of a letter": letters,
        "page of a letter, later": [path + later for path in letters],
        "page of a topic": in_topics,
        "page of a topic, later": [path + later for path in in_topics],
        "page of a document": [_page("source", one) for one in sources],
        "page of a search, beginning": _searches(map(typist.beginning, numbers)),
        "page of a search, name": _searches(map(typist.two_words, numbers)),
        "page of a search, typo": _searches(map(typist.misspelled, numbers[:20])),
        "leaflet of a letter": [f"{_page('leaflet')}?letter={one}" for one in "dlsr"],
        "leaflet of a topic": [f"{_page('leaflet')}?topic={one}" for one in topics],
        **{
            f"page: {name}": _in_each(name)
            for name in (
                "home",
                "topics",
                "sources",
                "search",
                "map",
                "suggest",
                "help",
            )
        },
    }


def _sent(numbers: Iterable[int]) -> dict[str, list[Asked]]:
    texts = [_TEXT.format(*_names(number)) for number in numbers]
    return {
        "annotate": [
            ("/api/v1/annotate/", orjson.dumps({"text": text}).decode())
            for text in texts
        ],
        "page: explain": [
            (_page("explain"), urlencode({"text": text})) for text in texts
        ],
    }


def _names(number: int) -> list[str]:
    ways = (english_name, welsh_name, english_name, welsh_name)
    return [way(number + more).text for more, way in enumerate(ways)]


def _topics_and_sources() -> tuple[list[str], list[str]]:
    """Return the topics, and the sources that most entries rest on."""
    entries = read_content(ROOT / "fixtures", ROOT / "seeds").entries.values()
    cited = [source for one in entries for source in one.source_ids]
    often = sorted({*cited}, key=lambda source: (-cited.count(source), source))
    return sorted({topic for one in entries for topic in one.topics}), often[:12]


def _lists(queries: Iterable[Mapping[str, Any]]) -> list[str]:
    return [f"/api/v1/entries/?{urlencode({**one, 'limit': 5})}" for one in queries]


def _asking(path: str, parameter: str, texts: Iterable[str]) -> list[str]:
    return [f"/api/v1/{path}/?{urlencode({parameter: text})}" for text in texts]


def _searches(texts: Iterable[str]) -> list[str]:
    return [f"{_page('search')}?{urlencode({'q': text})}" for text in texts]


def _page(page: str, *parts: str) -> str:
    return page_path(languages.codes()[0], page, *parts)


def _in_each(page: str) -> list[str]:
    return [page_path(lang, page) for lang in languages.codes()]
