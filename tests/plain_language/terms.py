"""A small vocabulary for tests: words and the entries that they are terms of."""

from __future__ import annotations

import re
from typing import NamedTuple


class Found(NamedTuple):
    """A term in a text."""

    start: int
    end: int
    candidates: tuple[str, ...]


class Words:
    """Finds its words, longest first, as a vocabulary of the glossary does."""

    def __init__(self, entries: dict[str, str]) -> None:
        self.entries = entries
        longest_first = sorted(entries, key=len, reverse=True)
        self.pattern = re.compile("|".join(rf"\b{word}\b" for word in longest_first))

    def find(self, text: str) -> list[Found]:
        return [
            Found(*found.span(), (self.entries[found[0]],))
            for found in self.pattern.finditer(text)
        ]
