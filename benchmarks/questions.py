"""What the benchmark asks for: addresses, and names as people type them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote, urlencode

from benchmarks.entries import english_name, entry_id, welsh_name
from glossary import languages
from glossary.addresses import api_path, entry_path, letter_path
from glossary.api import cursors
from glossary.api.requests.entries import EntriesQuery
from glossary.api.requests.positions import marked
from glossary.text import slug

if TYPE_CHECKING:
    from collections.abc import Callable

Cells: TypeAlias = "dict[str, list[str]]"

ENTRY, PAGE, LETTER, LIST = "entry JSON", "entry page", "A to Z letter", "list of 50"
LOOKUP, SUGGEST = "lookup", "suggest"
PREFIX, TWO_WORDS, TYPO = "search, prefix", "search, two words", "search, typo"

_ENTRIES, _QUESTIONS, _LISTS = 1000, 200, 10
_LONG = 14  # letters from which somebody makes two mistakes
_KEYS = "abcdefghijklmnopqrstuvwxyz"


class Typist:
    """Somebody who looks for made-up entries, for the same ones in every run."""

    def __init__(self, made_up: int, *, seed: int = 1) -> None:
        """Know the first ``made_up`` entries that are made up."""
        self._random = random.Random(seed)  # noqa: S311 (material, not secrets)
        self._made_up = made_up

    def entries(self, most: int) -> list[int]:
        """Return the numbers of different entries, at random."""
        return self._random.sample(range(self._made_up), min(most, self._made_up))

    def name(self, number: int) -> str:
        """Return one of an entry's names."""
        return self._random.choice((english_name, welsh_name))(number).text

    def beginning(self, number: int) -> str:
        """Return as much of a name as has been typed."""
        text = self.name(number)
        return text[: self._random.randint(1, min(len(text), 12))].rstrip()

    def two_words(self, number: int) -> str:
        """Return two words of a name."""
        return " ".join(self.name(number).split()[:2])

    def misspelled(self, number: int) -> str:
        """Return a name with a mistake, or with two where it is long."""
        text = self.name(number)
        for _ in range(1 if len(text) < _LONG else 2):
            text = self._mistake(text)
        return text

    def _mistake(self, text: str) -> str:
        """Leave a letter out, put one in, take another one, or swap two."""
        at = self._random.randrange(1, len(text) - 1)
        before, here, behind = text[:at], text[at], text[at + 1 :]
        key = self._random.choice(_KEYS)
        ways = ("", key + here, key, behind[0] + here)
        way = self._random.choice(ways)
        return before + way + (behind[1:] if way == ways[-1] else behind)


def addresses(made_up: int, *, entries: int = _ENTRIES) -> Cells:
    """Return the paths of every cell, those of ``entries`` entries at the most."""
    typist = Typist(made_up)
    numbers = typist.entries(entries)
    asked = numbers[: len(numbers) * _QUESTIONS // _ENTRIES]

    def ask(path: str, parameter: str, say: Callable[[int], str]) -> list[str]:
        return [f"/api/v1/{path}/?{urlencode({parameter: say(one)})}" for one in asked]

    return {
        ENTRY: [f"/api/v1/entries/{entry_id(number)}/" for number in numbers],
        PAGE: [_page(number) for number in numbers],
        LETTER: [quote(path) for path in _letters()],
        LIST: [
            _list(number) for number in numbers[: len(numbers) * _LISTS // _ENTRIES + 1]
        ],
        LOOKUP: ask("lookup", "term", typist.name),
        SUGGEST: ask("suggest", "q", typist.beginning),
        PREFIX: ask("search", "q", typist.beginning),
        TWO_WORDS: ask("search", "q", typist.two_words),
        TYPO: ask("search", "q", typist.misspelled),
    }


def _page(number: int) -> str:
    """Return the page of an entry, every second time in Welsh."""
    if number % 2:
        return entry_path("cy", slug(welsh_name(number).text))
    return entry_path("en", slug(english_name(number).text))


def _letters() -> list[str]:
    """Return the letters of all languages that made-up names begin with."""
    found = {
        (lang, languages.get(lang).letter(name(number).text))
        for lang, name in (("en", english_name), ("cy", welsh_name))
        for number in range(500)
    }
    return [letter_path(lang, letter) for lang, letter in sorted(found)]


def _list(number: int) -> str:
    """Return the page of the list that begins behind an entry."""
    path = api_path("entries")
    position = marked({"after": entry_id(number)}, EntriesQuery(), path)
    return f"{path}?cursor={cursors.write(position)}"
