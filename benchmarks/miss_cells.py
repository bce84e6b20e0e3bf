"""What is asked for when nothing is held: every kind of answer but the held files.

Both glossaries are asked the same; where lists come in parts, the larger one is also
asked for later parts, which a smaller one does not have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote, urlencode

from benchmarks.entries import english_name, entry_id, welsh_name
from benchmarks.places import ROOT
from benchmarks.questions import (
    ENTRY,
    LETTER,
    LIST,
    LOOKUP,
    PREFIX,
    SUGGEST,
    TWO_WORDS,
    TYPO,
    Typist,
    addresses,
)
from glossary.presentation import letter_path, path_word
from glossary.transfer import read_content

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.transfer import Content

Asked: TypeAlias = "tuple[str, str | None]"
"""A path, and the form or the JSON that is sent there, if anything is."""

HELD_WHOLE = frozenset({"term pack", "words to take along"})
"""Answers that hold the whole glossary: their length is the glossary's own."""

_MOST = 60  # requests of one kind
_LATER = (2, 3, 5)
_NOTHING = "qwertzuiop asdfgh"
_TEXT = "The {} was in the letter. Mae'r {} yn y llythyr. Ask about the {} and the {}."


def cells(made_up: int) -> dict[str, list[Asked]]:
    """Return the requests of every kind for a glossary with so many made-up entries."""
    typist, content = (
        Typist(made_up, seed=3),
        read_content(ROOT / "fixtures", ROOT / "seeds"),
    )
    numbers = typist.entries(_MOST)
    read = addresses(made_up)
    found = {
        ENTRY: read[ENTRY],
        LIST: read[LIST],
        **{name: [*paths] for name, paths in _narrowed(numbers, content)},
        "root": ["/api/v1/"],
        "alphabet": [f"/api/v1/letters/?lang={lang}" for lang in ("en", "cy")],
        "sources": ["/api/v1/sources/", "/api/v1/sources/?limit=20"],
        "one source": [f"/api/v1/sources/{one}/" for one in sorted(content.sources)],
        **{name: read[name] for name in (LOOKUP, SUGGEST, PREFIX, TWO_WORDS, TYPO)},
        "lookup of nothing": _asking("lookup", "term", [_NOTHING, "NFA", "zzz zzz"]),
        "search, a word of texts": _asking("search", "q", _everyday()),
        **_pages(made_up, typist, numbers, content),
    }
    plain = {
        name: [(path, None) for path in paths[:_MOST]] for name, paths in found.items()
    }
    return {**plain, **_sent(numbers)}


def _narrowed(numbers: list[int], content: Content) -> Iterator[tuple[str, list[str]]]:
    """Yield lists that are narrowed, from the beginning and from the middle."""
    topics = sorted({topic for one in content.entries.values() for topic in one.topics})
    ways = {
        "a topic": [{"topic": topic} for topic in topics],
        "a letter": [{"lang": "en", "letter": one} for one in "abcdlmnorstv"],
        "a kind": [{"kind": kind} for kind in ("role", "legal", "report", "funding")],
        "a state": [
            {"lang": lang, "state": state}
            for lang in ("en", "cy")
            for state in ("current", "behind", "missing")
        ],
        "a source": [{"source": source} for source in sorted(content.sources)[:12]],
        "lately": [{"updated_since": "2999-01-01T00:00:00Z"}],
        "two things": [{"topic": topic, "kind": "role"} for topic in topics],
    }
    for name, queries in ways.items():
        yield (
            f"list of 50, {name}",
            [f"/api/v1/entries/?{urlencode(query)}" for query in queries],
        )


def _everyday() -> list[str]:
    """Return words that are in the texts of many entries."""
    return "police children court council report law help safe people money".split()


def _asking(path: str, parameter: str, texts: Iterable[str]) -> list[str]:
    return [f"/api/v1/{path}/?{urlencode({parameter: text})}" for text in texts]


def _pages(
    made_up: int, typist: Typist, numbers: list[int], content: Content
) -> dict[str, list[str]]:
    topics = sorted({topic for one in content.entries.values() for topic in one.topics})
    letters = addresses(made_up)[LETTER]
    is_large = made_up > 10_000
    begun = [typist.beginning(number) for number in numbers]
    return {
        "page: home": ["/en/", "/cy/"],
        "page: A to Z": [_page("en", "a-to-z"), _page("cy", "a-to-z")],
        "page: a letter": letters,
        "page: later in a letter": _later(letters) if is_large else letters,
        "page: topics": [_page("en", "topics"), _page("cy", "topics")],
        "page: a topic": [_page("en", "topics", topic) for topic in topics],
        "page: later in a topic": [
            f"{_page('cy', 'topics', topic)}{'?page=2' if is_large else ''}"
            for topic in topics
        ],
        "page: documents": [_page("en", "sources"), _page("cy", "sources")],
        "page: a document": [
            _page("en", "sources", one) for one in sorted(content.sources)[:12]
        ],
        "page: search, beginning": _searches(begun),
        "page: search, name": _searches(map(typist.two_words, numbers)),
        "page: search, typo": _searches(map(typist.misspelled, numbers[:20])),
        "page: search, nothing typed": [_page("en", "search"), _page("cy", "search")],
        "page: map": [_page("en", "map"), _page("cy", "map")],
        "page: suggest a word": [_page("en", "suggest"), _page("cy", "suggest")],
        "page: leaflet of a letter": [
            f"{_page('en', 'leaflet')}?letter={letter}" for letter in "abcdlmnorst"
        ],
        "page: leaflet of a topic": [
            f"{_page('en', 'leaflet')}?topic={topic}" for topic in topics
        ],
        "page: about": [_page("en", "about"), _page("cy", "about")],
        "page: changes": [_page("en", "changes")],
        "page: help": [_page("en", "help"), _page("cy", "help")],
    }


def _sent(numbers: list[int]) -> dict[str, list[Asked]]:
    texts = [
        _TEXT.format(
            *(
                name(number + more).text
                for more, name in enumerate([english_name, welsh_name] * 2)
            )
        )
        for number in numbers[:20]
    ]
    form = [(_page("en", "explain"), urlencode({"text": text})) for text in texts]
    return {
        "annotate": [("/api/v1/annotate/", _json(text)) for text in texts],
        "page: explain": form,
    }


def _json(text: str) -> str:
    import orjson

    return orjson.dumps({"text": text}).decode()


def _page(lang: str, word: str, *more: str) -> str:
    return "/" + "/".join([lang, path_word(lang, word), *more, ""])


def _searches(texts: Iterable[str]) -> list[str]:
    return [f"{_page('en', 'search')}?{urlencode({'q': text})}" for text in texts]


def _later(letters: list[str]) -> list[str]:
    return [f"{path}?page={number}" for path in letters for number in _LATER[:1]]


def entry_words(number: int) -> str:
    return entry_id(number)


def letter_of(lang: str, letter: str) -> str:
    return quote(letter_path(lang, letter))
