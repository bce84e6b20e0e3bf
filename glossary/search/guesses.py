"""Which guesses are allowed: the rules for search, look-up and suggestions alike.

A guess is a name that somebody did not type. Three things must hold for one. The name
may be proposed: it is in use, it hurts nobody, and it is not too general; nor does it
put blame where somebody harmed was typed. What was typed may be a typing error: it is
no code, it is not short, and it has a word that nobody knows. And each of its words
is like its own counterpart in the name: one word in common ("report") does not make
two names alike.
"""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from glossary import languages
from glossary.closed_lists import TermStatus
from glossary.search.keys import compact, fixed_words, folded_word, joined, pieces
from glossary.search.tongues import is_little
from glossary.text import PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from glossary.languages import Language
    from glossary.search.query import Query, Read
    from glossary.text import Folding

LAST_PROPOSED, TOO_GENERAL = 1, 3
"""The last rank of a name that may be proposed and shown; that of a general word.

Names of other ranks lead to their entry when they are typed whole, and by nothing
else: those that are not in use, those that are too general, and hidden ones. A hidden
one may have a slip in it.
"""

HIDDEN = 4
"""The rank of a name that leads to its entry and is shown nowhere."""

_RANKS: dict[str, int] = {
    TermStatus.PREFERRED: 0,
    TermStatus.ADMITTED: LAST_PROPOSED,
    "hidden": HIDDEN,
}
_NOT_IN_USE = 2

SHORTEST = 5
"""Letters from which on a text may be misspelled: NFA, CCE and rape are not."""

_SHORT_CODE = 3

# How many letters the longer of two words must have for so many slips.
_EDITS_ALONE = ((11, 3), (7, 2), (SHORTEST, 1))
_EDITS_AMONG_OTHERS = ((11, 3), (5, 2), (4, 1))
_EDITS_OF_NAMES = ((18, 3), (12, 2), (8, 1))


def rank_of(status: str, *, is_general: bool) -> int:
    """Return the rank of a name of this status."""
    return TOO_GENERAL if is_general else _RANKS.get(status, _NOT_IN_USE)


def may_have_a_slip(rank: int) -> bool:
    """Say whether a name of this rank is found with a slip in it."""
    return rank <= LAST_PROPOSED or rank == HIDDEN


def is_found_inflected(rank: int) -> bool:
    """Say whether a name of this rank is found in other words than those typed."""
    return rank in {0, LAST_PROPOSED, TOO_GENERAL}


def may_be_unfinished(query: Query) -> bool:
    """Say whether the query may be the beginning of a name: PC is not half of PCC."""
    return len(query.first.key) > _SHORT_CODE or not query.text.isupper()


def may_be_completed(query: Query) -> bool:
    """Say whether somebody who did not ask for beginnings may be given one.

    Little words do not make a short one long: "under age" is no agency.
    """
    content = query.first.content
    typed = "".join(content[0]) if content else ""
    return len(typed) >= SHORTEST and not query.text.isupper()


def may_be_misspelled(query: Query, is_in_names: Callable[[str, str], bool]) -> bool:
    """Say whether the query may be a typing error at all.

    It is none where all its words are words of one language, or of names in it.
    ``is_in_names`` tells whether a folded word is in a name in a language.
    """
    asked = query.first
    if len(asked.key) < SHORTEST:
        return False
    fold, fixed = asked.folding.fold, asked.fixed
    words = [word for word in asked.words[-1] if fold(word) not in fixed]
    return not any(
        all(
            _is_known(language, word)
            or is_in_names(language.folding.fold(word), language.code)
            for word in words
        )
        for language in languages.all_languages()
    )


def is_ordinary(word: str) -> bool:
    """Say whether a word in small letters is one of some language, and no name."""
    return any(language.knows(word) for language in languages.all_languages())


class SpeltLike:
    """A query, to be compared with one name after another.

    What there is to know of its own words is found out once.
    """

    def __init__(self, query: Query) -> None:
        """Compare names with ``query``."""
        self._query = query
        self._ordinary: dict[str, bool] = {}
        self._radicals: dict[str, list[str]] = {}

    def is_name(self, name: str, lang: int) -> bool:
        """Say whether each word of the query is like its counterpart in a name.

        ``lang`` is the number of the name's language.
        """
        read, folding = self._query.read[lang], self._query.read[lang].folding
        fixed = partial(fixed_words, name, folding)  # asked last: most are unlike
        is_close_whole = _is_close_as_a_whole(read.key, compact(name, folding))
        if is_close_whole and not read.fixed and not fixed():
            return True
        asked, named = _counterparts(read, _spelt(name, folding))
        if len(asked) != len(named):
            return False
        alone = len(asked) == 1
        pairs = [
            (word, one, other)
            for word, one, other in zip(
                asked,
                (folded_word(word, folding) for word in asked),
                (folded_word(word, folding) for word in named),
                strict=True,
            )
            if one != other
        ]
        return all(
            self._is_like(word, one, other, alone=alone) for word, one, other in pairs
        ) and (read.fixed | fixed()).isdisjoint(
            folded for _, *both in pairs for folded in both
        )

    def _is_like(self, word: str, folded: str, other: str, *, alone: bool) -> bool:
        """Compare a word with another one; ordinary words hold faster."""
        if word not in self._ordinary:
            self._ordinary[word] = is_ordinary(word)
        if self._ordinary[word]:
            return not alone and _is_nearly(folded, other)
        if folded not in self._radicals:
            self._radicals[folded] = _long_radicals(self._query, folded)
        return is_close(folded, other, alone=alone) or _is_slip_of_any(
            self._radicals[folded], other
        )


def _is_close_as_a_whole(key: str, other: str) -> bool:
    """Say whether two names differ in so few letters, wherever their spaces are."""
    edits = next((edits for length, edits in _EDITS_OF_NAMES if len(key) >= length), 0)
    return bool(edits) and _edits(key, other, at_most=edits) <= edits


def is_close(word: str, other: str, *, alone: bool = True) -> bool:
    """Say whether two folded words differ by so little that it may be a slip.

    A word that stands ``alone`` has nothing beside it that tells what it is.
    """
    longest = max(len(word), len(other))
    allowed = _EDITS_ALONE if alone else _EDITS_AMONG_OTHERS
    edits = next((edits for length, edits in allowed if longest >= length), 0)
    return _edits(word, other, at_most=edits) <= edits


def swapped(key: str) -> list[str]:
    """Return the codes of which a long code may be a slip: two letters swapped.

    Two figures swapped make another number.
    """
    if len(key) < SHORTEST:
        return []
    return [
        key[:at] + key[at + 1] + key[at] + key[at + 2 :]
        for at in range(len(key) - 1)
        if key[at : at + 2].isalpha()
    ]


def adds_blame(query: Query, name: str) -> bool:
    """Say whether a name blames or accuses where only somebody harmed was typed.

    Nobody who asks about a victim is asked whether they meant the blame.
    """
    every = languages.all_languages()
    harmed = [word for language in every for word in language.harmed_words]
    accusing = [word for language in every for word in language.accusing_words]
    content = query.first.content
    typed = content[-1] if content else ()
    return (
        any(_is_listed(word, accusing) for word in _parts(name))
        and any(_stands_for(query, word, harmed) for word in typed)
        and not any(_stands_for(query, word, accusing) for word in typed)
    )


def _stands_for(query: Query, word: str, listed: Collection[str]) -> bool:
    """Say whether a word is a listed one, or a slip of it."""
    return _is_listed(word, listed) or (
        not is_ordinary(word)
        and any(is_slip_of(query, PLAIN.fold(word), one, alone=True) for one in listed)
    )


def _is_listed(word: str, listed: Collection[str]) -> bool:
    """Say whether a word is a listed one, or was before its beginning changed."""
    return any(
        one in listed
        for language in languages.all_languages()
        for folded in (language.folding.fold(word),)
        for one in chain([folded], language.radicals(folded))
    )


def _is_known(language: Language, word: str) -> bool:
    """Say whether a word is ordinary in a language, a name, or one letter."""
    return len(word) == 1 or language.knows(word) or language.knows(word.capitalize())


def is_slip_of(query: Query, word: str, other: str, *, alone: bool) -> bool:
    """Say whether a word may be a slip of another, or of a mutation of it."""
    return is_close(word, other, alone=alone) or _is_slip_of_any(
        _long_radicals(query, word), other
    )


def _long_radicals(query: Query, word: str) -> list[str]:
    return [radical for radical in query.changed(word) if len(radical) >= SHORTEST]


def _is_slip_of_any(words: Sequence[str], other: str) -> bool:
    return any(_edits(word, other, at_most=1) <= 1 for word in words)


def _is_nearly(word: str, other: str) -> bool:
    """Say whether an ordinary word is one slip away."""
    return (
        max(len(word), len(other)) >= SHORTEST and _edits(word, other, at_most=1) <= 1
    )


def _edits(word: str, other: str, *, at_most: int) -> int:
    """Return how many slips lie between two words, or one more than ``at_most``."""
    return OSA.distance(word, other, score_cutoff=at_most)


def _counterparts(
    read: Read, named: Sequence[str]
) -> tuple[Sequence[str], Sequence[str]]:
    """Return the words to compare: without those that carry nothing, if need be."""
    asked, folding = read.words[0], read.folding
    if len(asked) == len(named):
        return asked, named
    return _weighty(asked, folding), _weighty(named, folding)


def _weighty(words: Sequence[str], folding: Folding) -> list[str]:
    return [word for word in words if not is_little(folded_word(word, folding))]


def _spelt(name: str, folding: Folding) -> list[str]:
    return [joined(word) for word in folding.accented_words(name)]


def _parts(name: str) -> list[str]:
    return [part for word in PLAIN.accented_words(name) for part in pieces(word)]
