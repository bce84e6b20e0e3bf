"""Families of Welsh words: erlyn, erlynydd, erlynwyr, erlyniad, erlynwyd.

A word belongs to the verb-noun from which it is made, if the dictionary has one: its
stem stands for all of them.
"""

from __future__ import annotations

from functools import lru_cache

from glossary.languages.dictionary import lemma_of
from glossary.languages.welsh_mutations import radicals
from glossary.text import fold

_LANG = "cy"
_SHORTEST = 4
_NOUN_ENDINGS = (
    *("yddion", "iaethau", "iadau", "iaeth", "iedig", "wraig", "edig", "aeth"),
    *("iwyr", "wyr", "iad", "iwr", "ydd", "wr", "ad"),
)
_VERB_ENDINGS = ("io", "u", "o", "i", "a", "")
_OTHER_FORMS = ("wyd", "iwyd", "odd", "iodd", "ir")


@lru_cache(maxsize=4096)
def family_of(word: str) -> str:
    """Return the stem of the verb-noun to which ``word`` belongs, or its singular.

    ``word`` is in small letters and has its accents.
    """
    lemma = _lemma(word)
    found = _stem_of_verb(lemma) or _stem_of_noun(lemma) or lemma
    return fold(found).replace("-", "").replace("'", "")


def _lemma(word: str) -> str:
    """Return the dictionary form of ``word``, or of what it was before it mutated.

    Not that of a preposition with its person: "hit" and "him" belong to no "i".
    """
    found = (lemma_of(_LANG, one) for one in (word, *radicals(word)))
    least = min(len(word), 2)
    return next((lemma for lemma in found if lemma and len(lemma) >= least), word)


def _stem_of_noun(word: str) -> str | None:
    for ending in _NOUN_ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST:
            found = (_stem_of_verb(verb) for verb in _verbs(stem))
            if verb_stem := next(filter(None, found), None):
                return verb_stem
    return None


def _verbs(stem: str) -> list[str]:
    """Return the verb-nouns that a stem may make: cam-drin has kept its hyphen."""
    stems = [stem, f"cam-{stem[3:]}"] if stem.startswith("cam") else [stem]
    return [one + ending for one in stems for ending in _VERB_ENDINGS]


def _stem_of_verb(word: str) -> str | None:
    """Return the stem of ``word`` if the dictionary knows other forms of the verb."""
    for ending in _VERB_ENDINGS:
        stem = word.removesuffix(ending)
        if word.endswith(ending) and len(stem) >= _SHORTEST:
            forms = (lemma_of(_LANG, stem + other) for other in _OTHER_FORMS)
            if word in forms:
                return stem
    return None
