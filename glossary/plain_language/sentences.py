"""What is said about a finding, in every language that somebody has written it in.

The sentences are in ``data/findings.yaml``, the reasons of single rules beside the
rules. Each has placeholders, ``{words}``, that the finding's values fill in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from glossary.plain_language.tables import read_table

Texts = Mapping[str, str]
"""A text in several languages, by their codes. The first is the one to fall back on."""
Values = Mapping[str, object]
"""What fills in placeholders: a word, a number, or ``Texts``."""


class Said(NamedTuple):
    """A sentence, and the language that it is in."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences about what one code stands for.

    ``reason`` and ``suggestion`` serve whoever wrote the text; ``editors`` is for
    those alone who keep this glossary.
    """

    code: str
    reason: Texts
    suggestion: Texts
    editors: Texts = field(default_factory=dict)


@lru_cache
def read_sentences() -> dict[str, Sentences]:
    """Return the sentences by the codes of findings."""
    return {row["code"]: Sentences(**row) for row in read_table("findings")}


def sentences_about(code: str) -> Sentences:
    """Return the sentences about ``code``."""
    return read_sentences()[code]


def say(texts: Texts, values: Values, lang: str) -> Said:
    """Return the sentence in ``lang``, filled in.

    Where a part of it is not there in ``lang``, it is whole in the first language
    that has all its parts.
    """
    parts = [value for value in values.values() if isinstance(value, Mapping)]
    whole = [code for code in texts if all(code in part for part in parts)]
    chosen = lang if lang in whole else whole[0]
    filled = {
        name: value[chosen] if isinstance(value, Mapping) else value
        for name, value in values.items()
    }
    return Said(texts[chosen].format_map(filled), chosen)
