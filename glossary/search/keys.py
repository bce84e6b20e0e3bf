"""The keys under which names and words are filed, and their parts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from glossary.memory import briefly
from glossary.text import MARKS, PLAIN, WHOLE_WORD, WORD, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.languages import Language
    from glossary.text import Folding

_OFTEN = 3  # times
_ENDING = 2
_SHORT = 4
_SIGNS = re.compile(rf"(?:[^\w{MARKS}]|_)+")
_JOINTS = re.compile(r"(['\-])")
_WRITTEN = re.compile(WORD)

OFTEN = "+"
"""Ends a word that a text uses often."""

APART = "~"
"""Stands between the parts of a key that is made of families; no other key has it."""


def compact(text: str, folding: Folding = PLAIN) -> str:
    """Return ``text`` folded, with nothing but its letters and digits.

    As ``Folding.key``, without the other signs too, so that a name taken from a
    sentence with its quotation marks or full stop is still found.
    """
    return letters(folding.fold(text))


def letters(folded: str) -> str:
    """Return a folded text with nothing but its letters and digits."""
    return folded if folded.isalnum() else _SIGNS.sub("", folded)


@briefly(8192)
def folded_word(word: str, folding: Folding) -> str:
    """Return a word folded: the same ones are compared again and again."""
    return folding.fold(word)


def pieces(word: str) -> list[str]:
    """Return the parts of a folded word between its hyphens and apostrophes.

    One or two letters behind an apostrophe are an ending and not a word:
    ``heddlu'n`` and ``force's`` have one part each.
    """
    first, *rest = _JOINTS.split(word)
    behind = zip(rest[::2], rest[1::2], strict=True)
    return [first] + [
        part for joint, part in behind if joint == "-" or len(part) > _ENDING
    ]


def joined(word: str) -> str:
    """Return a folded word without its hyphens and apostrophes."""
    return word.replace("-", "").replace("'", "")


def name_words(folded: str) -> Iterator[str]:
    """Yield the words by which a folded name is found: joined, and in their parts."""
    if folded.replace(" ", "").isalnum():
        yield from folded.split()
        return
    for found in WHOLE_WORD.finditer(folded):
        word = found.group()
        yield joined(word)
        if _JOINTS.search(word):
            yield from pieces(word)


def fixed_words(text: str, folding: Folding = PLAIN) -> frozenset[str]:
    """Return the folded words of ``text`` that are codes, and not spelt like others.

    They have a figure, or capitals only: in NCA and ADR149 each sign is the meaning.
    """
    found = _WRITTEN.findall(normalise(text))
    return frozenset(
        folding.fold(word)
        for word in found
        if any(map(str.isnumeric, word)) or (len(word) > 1 and word.isupper())
    )


def family_key(lang: int, families: Sequence[str]) -> str:
    """Return the key of a name whose words are of these families, in a language."""
    return APART.join([str(lang), *families])


def content_words(language: Language, text: str) -> list[str]:
    """Return the words of ``text``, with accents, that carry something.

    Those of hyphenated words are apart. Where none carries anything all are there.
    """
    folding, little = language.folding, language.little_words
    every = [part for word in folding.accented_words(text) for part in pieces(word)]
    return [one for one in every if folding.fold(one) not in little] or every


def families(language: Language, text: str) -> str:
    """Return the families of the words of a name, as ``IndexedLabel`` wants them."""
    return " ".join(map(language.family, content_words(language, text)))


def grams(key: str) -> set[str]:
    """Return what a key has in common with its misspellings.

    Three letters in a row, the edges counting as letters. One wrong letter can
    spoil all of those in a short key, so a short key also has what is left of
    it when any one letter is dropped.
    """
    padded = f"^{key}$"
    found = {padded[at : at + 3] for at in range(len(padded) - 2)}
    if len(key) <= _SHORT:
        found.add(f"-{key}")
        found.update(f"-{key[:at]}{key[at + 1 :]}" for at in range(len(key)))
    return found


def prepare_text(language: Language, text: str) -> str:
    """Return the search words of running text, as ``IndexedText`` wants them.

    Each word once, as it stands and as its lemma; a word that is used often a
    second time with a sign behind it, by which texts are ranked.
    """
    uses: defaultdict[str, int] = defaultdict(int)
    for word, count in Counter(language.folding.accented_words(text)).items():
        for found in _found_under(language, word):
            uses[found] += count
    often = [word + OFTEN for word, count in uses.items() if count >= _OFTEN]
    return " ".join([*uses, *often])


@briefly(16_384)
def _found_under(language: Language, word: str) -> Sequence[str]:
    """Return what a word is found under, in an order that every process has.

    Remembered: most words of a text are in the one before it, too.
    """
    found = language.search_words(word)
    return sorted({part for each in found for part in name_words(each)})
