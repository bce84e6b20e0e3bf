"""The rules of a term that has another sense too, ready to be asked.

Patterns become expressions over the words beside a term. Each looks at a few words,
and its gaps are short: the time that it takes has a bound.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from glossary.matching.patterns import read_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary.matching.neighbours import Sides
    from glossary.matching.patterns import Item, Pattern

_CLASSES = {
    "NUMBER": r"[$0-9]\S*",
    "MONEY": r"(?:\$\S+|[0-9][0-9.,]*p)",
    "*": r"\S+",
}
_END = r"(?!\S)"


class Rules:
    """The patterns of a term: ``unless`` which it is meant, and ``only`` with which.

    ``before`` and ``after`` are how many words they look at.
    """

    def __init__(self, unless: Iterable[Pattern], only: Iterable[Pattern]) -> None:
        self.unless, self.only = Side(unless), Side(only)
        self.before = max(self.unless.before, self.only.before)
        self.after = max(self.unless.after, self.only.after)


class Side:
    """Patterns of which it is asked whether one fits."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._patterns = tuple(patterns)
        self.anywhere = tuple(row.phrases for row in self._patterns if row.phrases)
        self.asks_for_field = any(row.is_field for row in self._patterns)
        self.before = max((_reach(row.before) for row in self._patterns), default=0)
        self.after = max((_reach(row.after) for row in self._patterns), default=0)

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._patterns)

    def fits(self, sides: Sides) -> bool:
        """Whether one of them is what stands on the two ``sides`` of a term."""
        return any(
            before.match(sides.before) and after.match(sides.after)
            for before, after in self._expressions
        )

    @cached_property
    def _expressions(self) -> Sequence[tuple[re.Pattern[str], re.Pattern[str]]]:
        """The patterns before a term, those after it, and each on both sides."""
        beside = [row for row in self._patterns if row.is_beside]
        before = [row for row in beside if not row.after]
        after = [row for row in beside if not row.before]
        both = [[row] for row in beside if row.before and row.after]
        return [
            (
                _expression(row.before for row in rows),
                _expression(row.after for row in rows),
            )
            for rows in (before, after, *both)
            if rows
        ]


@lru_cache(maxsize=1024)
def read_rules(unless: Sequence[str], only: Sequence[str]) -> Rules:
    """Return the rules that patterns write. Raises ``PatternError``."""
    return Rules(map(read_pattern, unless), map(read_pattern, only))


def _expression(sides: Iterable[Sequence[Item]]) -> re.Pattern[str]:
    """Return an expression that matches where one of ``sides`` fits."""
    written = "|".join("".join(map(_written, items)) for items in sides)
    return re.compile(f"(?:{written}){_END}")


def _written(item: Item) -> str:
    if isinstance(item, int):
        return rf"(?: \S+){{0,{item}}}"
    choices = ("".join(map(_word, words)) for words in item)
    return f"(?:{'|'.join(choices)})"


def _word(wanted: str) -> str:
    """Return an expression for a word with a space before it."""
    if wanted in _CLASSES:
        return f" {_CLASSES[wanted]}"
    star = r"\S*" if wanted.endswith("*") else ""
    return f" {re.escape(wanted.removesuffix('*'))}{star}"


def _reach(items: Sequence[Item]) -> int:
    """Return the number of words that ``items`` look at, at most."""
    return sum(item if isinstance(item, int) else max(map(len, item)) for item in items)
