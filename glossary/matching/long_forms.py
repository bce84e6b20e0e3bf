"""Which words are the long form of an abbreviation.

After A. S. Schwartz and M. A. Hearst, “A simple algorithm for identifying
abbreviation definitions in biomedical text”, Pacific Symposium on Biocomputing 8,
2003. The long form has at most twice as many words as the abbreviation has letters,
or five more; the letters are found from right to left, the first at the beginning of
a word.

That finds long forms by accident too, and a wrong one takes an abbreviation's
meaning away for a whole text. So each letter must begin a word, with at most one
word between two of them; or else the long form has fewer words than there are
letters, and none by which the entry is called. What is no longer than the
abbreviation, or has it in it, is no long form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.matching.whole import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    Words = Sequence[bytes]

_ALIKE = 0.75
_NEARLY = 0.5


def letters_of(short: str) -> bytes:
    """Return the letters that a long form has, without the ending of a plural."""
    is_plural = len(short) > 2 and short[-1] == "s" and short[-2].isupper()
    return b"".join(words_of(short[:-1] if is_plural else short))


def by_initials(sought: bytes, words: Words) -> Words:
    """Return the first of ``words`` whose initials are ``sought``, or nothing.

    Between two of them, and before the first, may be one word.
    """
    places = set(range(min(2, len(words))))
    for number, letter in enumerate(sought):
        if number:
            places = {place + step for place in places for step in (1, 2)}
        places = {
            place
            for place in places
            if place < len(words) and words[place][0] == letter
        }
    return words[: min(places) + 1] if places else ()


def by_letters(sought: bytes, words: Words) -> Words:
    """Return the last of ``words`` in which the letters of ``sought`` are, or nothing.

    As Schwartz and Hearst look for them: from right to left, each as far right as
    it may be, and the first one at the beginning of a word.
    """
    text = b" %b" % b" ".join(words)
    place = len(text)
    for number, letter in enumerate(reversed(sought), 1):
        wanted = bytes((letter,))
        if number == len(sought):
            place = text.rfind(b" " + wanted, 0, place)
        else:
            place = text.rfind(wanted, 0, place)
        if place < 0:
            return ()
    return text[place:].split()


def are_alike(long: Words, name: Words) -> bool:
    """Whether nearly all words of ``name`` are in ``long``: “on” for “into” may be."""
    return _likeness(long, name) >= _ALIKE


def may_be_alike(long: Words, name: Words) -> bool:
    """Whether most are: “Continuous Professional Development” is no other meaning."""
    return _likeness(long, name) > _NEARLY


def _likeness(long: Words, name: Words) -> float:
    return len({*long} & {*name}) / len({*name})
