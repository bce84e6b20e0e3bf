"""Initial mutations that the word before asks for and that are not there.

The rules are in ``data/mutations.yaml``: only those that hold nearly always, and
only for beginnings that no mutation can have made, so that what is found is nearly
always a mistake. Names are left alone, save for those that a rule lists.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from glossary.plain_language.findings import Code, Severity
from glossary.plain_language.spans import Span
from glossary.plain_language.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.plain_language.findings import Finding
    from glossary.plain_language.passages import Passage
    from glossary.plain_language.sentences import Texts

_WORD = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*|'r(?!\w)")
_LETTERS = re.compile("ngh|mh|nh|ch|dd|ff|ng|ll|ph|rh|th|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Rule:
    """After one of the words ``after``, the next word changes its first letter.

    ``changes`` maps first letters to what they become; ``steady`` words never
    change, nor do words with one of the ``steady_endings``. Where there are
    ``words``, the rule is about them alone, capitals as they are. ``unless_after``
    are words before the first one that make it something else. ``examples`` are
    mistakes and what is right, ``allowed`` is right as it is: the tests read them.
    """

    language: str
    after: list[str]
    changes: dict[str, list[str]]
    why: Texts
    examples: dict[str, str]
    allowed: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    steady: list[str] = field(default_factory=list)
    steady_endings: list[str] = field(default_factory=list)
    unless_after: list[str] = field(default_factory=list)

    def is_about(self, word: str) -> bool:
        """Whether ``word`` is one that has to change."""
        base = word.partition("'")[0]
        if self.words:
            return base in self.words
        steady = base in self.steady or base.endswith(tuple(self.steady_endings))
        return word.islower() and len(base) > 1 and not steady

    def changed(self, word: str) -> list[str]:
        """Return what ``word`` should be, most likely first; nothing if it is right."""
        first = _first_letter(word.lower())
        changed = (start + word[len(first) :] for start in self.changes.get(first, ()))
        return [w[0].upper() + w[1:] if word[0].isupper() else w for w in changed]


def check_mutations(passage: Passage) -> Iterator[Finding]:
    """Yield the words of ``passage`` that lack a mutation."""
    rules = _rules(passage.lang)
    if not rules or passage.part == "term":
        return
    before = ""
    for first, second in _neighbours(passage.text):
        if passage.addresses.cover(second):
            continue
        word = passage.text[first.start : first.end].lower().rpartition("'")
        trigger = f"'{word[2]}" if word[1] else word[2]
        for rule in rules.get(trigger, ()):
            if before not in rule.unless_after:
                yield from _finding(passage, rule, first, second)
        before = trigger


def _finding(
    passage: Passage, rule: Rule, first: Span, second: Span
) -> Iterator[Finding]:
    word = passage.text[second.start : second.end]
    right = rule.changed(word) if rule.is_about(word) else []
    if right:
        yield passage.finding(
            Severity.WARNING,
            Code.MUTATION,
            Span(first.start, second.end),
            why=rule.why,
            right=_either(right),
            word=word,
        )


def _either(words: list[str]) -> Texts:
    """Return ``words``, of which one is meant, as each language joins them."""
    return {
        row["language"]: f"” {row['or']} “".join(words)
        for row in read_table("sentences")
    }


def _neighbours(text: str) -> Iterator[tuple[Span, Span]]:
    """Yield each word with the next one, where a space alone is between them."""
    words = [Span(*found.span()) for found in _WORD.finditer(text)]
    for first, second in pairwise(words):
        if text[first.end : second.start] == " ":
            yield first, second


def _first_letter(word: str) -> str:
    found = _LETTERS.match(word)
    return found[0] if found else ""


@lru_cache
def _rules(lang: str) -> dict[str, list[Rule]]:
    """Return the rules of ``lang`` by the words that set them off."""
    found: dict[str, list[Rule]] = {}
    for rule in read_rules():
        if rule.language == lang:
            for word in rule.after:
                found.setdefault(word, []).append(rule)
    return found


@lru_cache
def read_rules() -> tuple[Rule, ...]:
    """Return every rule."""
    return tuple(Rule(**row) for row in read_table("mutations"))
