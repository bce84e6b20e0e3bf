"""Families of English words: inspect, inspected, inspector, inspection.

A word belongs to the verb from which it is made, if the dictionary has such a verb:
nothing is cut off that leaves no word. So ``officer`` is no ``office``.
"""

from __future__ import annotations

from glossary.languages.dictionary import lemma_of
from glossary.languages.english_queries import LITTLE_WORDS
from glossary.memory import briefly
from glossary.text import fold

_LANG = "en"
_SHORTEST, _SHORTEST_OF_ATE = 5, 6
_VOWELS = "aeiou"  # before which a verb loses its last e: no career is a care
# Endings, and what the verb may have had in their place.
_ENDINGS = (
    ("ation", ("", "ate", "e")),
    ("ion", ("", "e")),
    ("ator", ("ate",)),
    ("or", ("", "e")),
    ("er", ("", "e")),
    ("ment", ("",)),
    ("al", ("", "e")),
    ("ative", ("", "ate")),
    ("ive", ("", "e")),
    ("ance", ("", "e")),
    ("ence", ("", "e")),
    ("iry", ("ire",)),
    ("ery", ("er",)),
    ("ing", ("", "e")),
    ("ed", ("", "e")),
)


@briefly(4096)
def family_of(word: str) -> str:
    """Return the verb or the singular to which ``word``, folded, belongs."""
    if word in LITTLE_WORDS:
        return word
    stem = word.removesuffix("'s")
    lemma = fold(lemma_of(_LANG, stem) or stem)
    found = _verb_of(lemma) or lemma
    return f"{found[:-2]}se" if found.endswith(("ize", "yze")) else found


def _verb_of(word: str) -> str | None:
    for ending, places in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and not (stem.endswith("e") and ending[0] in _VOWELS):
            verbs = (verb for one in _undoubled(stem) for verb in _made(one, places))
            if found := next(filter(_is_verb, verbs), None):
                return found
    return None


def _undoubled(stem: str) -> tuple[str, ...]:
    """Return a stem, and without its last letter where that is doubled: referr."""
    return (stem, stem[:-1]) if stem[-1:] == stem[-2:-1] else (stem,)


def _made(stem: str, places: tuple[str, ...]) -> list[str]:
    """Return what stem and endings make: ``station`` is not made from ``state``."""
    return [
        stem + place
        for place in places
        if not (place == "e" and stem.endswith("at"))
        and len(stem + place) >= (_SHORTEST_OF_ATE if place == "ate" else _SHORTEST)
    ]


def _is_verb(word: str) -> bool:
    past = [f"{word}d"] if word.endswith("e") else [f"{word}ed", f"{word}{word[-1]}ed"]
    return any(lemma_of(_LANG, one) == word for one in past)
