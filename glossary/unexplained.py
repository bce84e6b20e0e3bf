"""The official words of a text that the published glossary does not explain.

A reader should not take our silence about a word for a sign that it does not matter.
``unexplained.js`` finds the same in the browser, with what ``finding_rules`` gives it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from glossary import languages
from glossary.closed_lists import TermType
from glossary.explain import KeptVocabulary, current_vocabulary, known_words
from glossary.languages import TermFacts
from glossary.matching import Form, build_vocabulary, pack
from glossary.plain_language.official_words import (
    find_short_forms,
    never_named,
    official_words,
    short_forms,
)
from glossary.plain_language.spans import Span, Spans

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from glossary.matching import Match, Vocabulary

MOST_NAMED = 40


class Unexplained(NamedTuple):
    """Some words as the text first has them, and how many times it does."""

    quote: str
    times: int


def find_unexplained(
    text: str, matches: Sequence[Match], *, langs: Sequence[str]
) -> list[Unexplained]:
    """Return the official words of ``text`` in which ``matches`` found no term.

    Of a longer official word that has a term inside it, the whole is named.
    """
    explained = Spans(Span(match.start, match.end) for match in matches)
    found: dict[str, list[str]] = {}
    for span, name in sorted(_places(text, langs)):
        if not explained.cover(span):
            quote = " ".join(text[span.start : span.end].split())
            found.setdefault(name, []).append(quote)
    return [Unexplained(_best(quotes), len(quotes)) for quotes in found.values()]


def _best(quotes: Sequence[str]) -> str:
    """Return the first that is not from a heading in capitals, if there is one."""
    return next((one for one in quotes if one != one.upper()), quotes[0])


def finding_rules() -> dict[str, Any]:
    """Return what ``unexplained.js`` needs to find what ``find_unexplained`` does."""
    return {
        "pack": pack(_official.current()),
        "known": sorted({*never_named(), *_own_short_forms()}),
        "most_named": MOST_NAMED,
    }


def _places(text: str, langs: Sequence[str]) -> Iterator[tuple[Span, str]]:
    """Yield where official words are, each with what it is counted as."""
    official = _official.current().find(text, langs=langs)
    taken = Spans(Span(match.start, match.end) for match in official)
    for span, match in zip(taken, official, strict=True):
        yield span, match.candidates[0]
    own = _own_short_forms()
    for span in find_short_forms(text):
        words = text[span.start : span.end]
        if words not in own and not taken.cover(span):
            yield span, words


def _own_short_forms() -> Collection[str]:
    """Return the short forms that the glossary explains, here or in another sense."""
    return current_vocabulary().abbreviations


def _build() -> Vocabulary:
    """Return the official words that the glossary does not have."""
    known = known_words()
    spoken = languages.all_languages()
    forms = [form for form in _forms() if not _is_known(known, form.entry)]
    return build_vocabulary(
        forms,
        clitics={row.code: row.clitics for row in spoken},
        conjunctions={row.code: row.conjunctions for row in spoken},
        foldings={row.code: row.folding for row in spoken},
    )


def _is_known(known: Vocabulary, words: str) -> bool:
    return any(
        (match.start, match.end) == (0, len(words)) for match in known.find(words)
    )


def _forms() -> Iterator[Form]:
    for row in languages.all_languages():
        for text, plural in official_words(row.code):
            for form in row.surface_forms(TermFacts(text, plural=plural)):
                if not form.name.endswith("possessive"):
                    yield Form(form.text, text, row.code, form.name)
    first = languages.all_languages()[0]
    for text in short_forms("official"):
        facts = TermFacts(text, type=TermType.ACRONYM, plural=f"{text}s")
        for form in first.surface_forms(facts):
            yield Form(form.text, text, first.code, form.name, case_sensitive=True)


_official = KeptVocabulary(_build)
