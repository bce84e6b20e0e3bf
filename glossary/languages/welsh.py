"""Welsh: its articles, the forms its terms take, and its words for searching."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from glossary.closed_lists import ABBREVIATED
from glossary.languages import welsh_mutations
from glossary.languages.dictionary import lemma_of
from glossary.languages.protocol import (
    ASCII_SLUG,
    Direction,
    Language,
    SurfaceForm,
    TermFacts,
)
from glossary.languages.spelling import search_spellings, spellings
from glossary.languages.welsh_clitics import clitic_spellings
from glossary.languages.welsh_families import family_of
from glossary.languages.welsh_grammar import WelshGrammar
from glossary.languages.welsh_order import ALPHABET, ORDER
from glossary.languages.welsh_queries import (
    ACCUSING_WORDS,
    CLAUSE_WORDS,
    HARMED_WORDS,
    LITTLE_WORDS,
    without_question,
)
from glossary.memory import briefly
from glossary.text import PLAIN, accented_words, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simplemma import Lemmatizer

_ARTICLE = re.compile(r"(?:yr?|['\u2018\u2019\u02bc]r)\s+(?=\S)", re.IGNORECASE)
_CLITIC = re.compile(r"'(?:r|n|i|u|w|m|th|ch)$")


class Welsh:
    """Welsh, as ``glossary.languages.Language`` asks."""

    code = "cy"
    name = "Cymraeg"
    direction: Direction = "ltr"
    folding = PLAIN
    grammar = WelshGrammar
    alphabet = ALPHABET
    clitics: Sequence[str] = ("r", "n", "i", "u", "w", "m", "th", "ch")
    conjunctions: Sequence[str] = ("a", "ac")
    slug_letters = ASCII_SLUG
    little_words = LITTLE_WORDS
    clause_words = CLAUSE_WORDS
    harmed_words = HARMED_WORDS
    accusing_words = ACCUSING_WORDS
    path_words: Mapping[str, str] = MappingProxyType(
        {
            "a-to-z": "a-i-y",
            "about": "ynghylch",
            "accessibility": "hygyrchedd",
            "account": "cyfrif",
            "accounts": "pobl",
            "add-account": "ychwanegu-cyfrif",
            "add-app": "ychwanegu-ap",
            "add-passkey": "ychwanegu-cyfrinallwedd",
            "allow": "caniatau",
            "api": "api",
            "begin": "dechrau",
            "begin-check": "gofyn-am-wiriad",
            "begin-from": "dechrau-o",
            "behind": "ar-ei-hol-hi",
            "bring-up-to-date": "diweddaru",
            "cancel-plan": "canslo-cynllun",
            "change-account": "newid-cyfrif",
            "changes": "newidiadau",
            "check": "gwirio",
            "check-sheet": "gwirio-taenlen",
            "claim": "cymryd",
            "confirm-erasure": "cadarnhau-dileu",
            "decline-erasure": "gwrthod-dileu",
            "document": "dogfen",
            "documents": "pob-testun",
            "due": "i-wirio",
            "earlier": "testunau-cynharach",
            "email": "e-bost",
            "end-others": "gorffen-y-lleill",
            "end-session": "gorffen-sesiwn",
            "erase": "dileu",
            "erasures": "dileadau",
            "event": "digwyddiad",
            "explain": "egluro",
            "feedback": "adborth",
            "forget": "anghofio",
            "give-up": "rhoi-heibio",
            "go-back": "mynd-yn-ol",
            "help": "cymorth",
            "hide-your-visit": "cuddio-eich-ymweliad",
            "history": "hanes",
            "invite": "gwahodd",
            "issue-key": "creu-allwedd",
            "keys": "allweddi",
            "leaflet": "taflen",
            "letter": "llythyr",
            "map": "map",
            "merge": "cyfuno",
            "new": "newydd",
            "one-person": "un-person",
            "passkey": "cyfrinallwedd",
            "passkey-to-add": "cyfrinallwedd-newydd",
            "password": "cyfrinair",
            "person": "person",
            "plan": "cynllunio",
            "preview": "rhagolwg",
            "privacy": "preifatrwydd",
            "problems": "problemau",
            "publish": "cyhoeddi",
            "publish-check": "cyhoeddi-gwirio",
            "publish-now": "cyhoeddi-nawr",
            "record": "cofnod",
            "record-file": "ffeil-y-cofnod",
            "recovery-codes": "codau-papur",
            "release": "gollwng",
            "remove-factor": "tynnu-ffactor",
            "rename-factor": "ailenwi-ffactor",
            "restore": "adfer",
            "return": "dychwelyd",
            "returned": "wedi-dychwelyd",
            "revision": "fersiwn",
            "revoke-key": "dirymu-allwedd",
            "search": "chwilio",
            "second-factors": "ail-ffactorau",
            "second-step": "ail-gam",
            "sheet": "taenlen",
            "sheets": "taenlenni",
            "sign-in": "mewngofnodi",
            "sign-off": "cymeradwyo",
            "sign-out": "allgofnodi",
            "signed-out": "wedi-allgofnodi",
            "sources": "dogfennau",
            "submit": "cyflwyno",
            "suggest": "awgrymu",
            "suggestions": "awgrymiadau",
            "take-back": "cymryd-yn-ol",
            "take-sheet": "derbyn-taenlen",
            "terms": "termau",
            "text": "testun",
            "thanks": "diolch",
            "to-publish": "i-gyhoeddi",
            "to-review": "i-adolygu",
            "to-write": "drafftiau",
            "topics": "pynciau",
            "under-way": "ar-waith",
            "welcome": "croeso",
            "withdraw": "tynnu-yn-ol",
            "write": "ysgrifennu",
        }
    )

    def sort_key(self, text: str) -> str:
        """Return a key in the order of the Welsh alphabet.

        An editor whose word is read wrongly gives a sorting text with U+034F
        (combining grapheme joiner) between two characters that are two letters,
        or U+2060 (word joiner) between two that are one.
        """
        return ORDER.key(text)

    def letter(self, text: str) -> str:
        """Return the first letter: one of the 29, or k, q, v, x or z."""
        return ORDER.letter(text)

    def without_article(self, text: str) -> str:
        """Return ``text`` without a leading ``y``, ``yr`` or ``'r``."""
        article = _ARTICLE.match(text)
        return text[article.end() :] if article else text

    def surface_forms(self, term: TermFacts) -> Sequence[SurfaceForm]:
        """Return the term, its plural and other forms, in every mutation."""
        grammar = WelshGrammar(**term.grammar)
        mutates = grammar.mutates and term.type not in ABBREVIATED
        found = {term.text: ("exact", "")}
        stems = [("", term.text), ("plural", term.plural or "")]
        stems += (("inflected", form) for form in term.forms)
        for kind, stem in stems:
            for mutation, text in self._forms(stem, term, mutates=mutates):
                found.setdefault(text, (kind, mutation))
        return tuple(
            SurfaceForm(
                text,
                "-".join(filter(None, (kind, mutation))) or "variant",
                is_marked=grammar.match_mutated or not mutation,
            )
            for text, (kind, mutation) in found.items()
        )

    def search_words(self, text: str) -> Sequence[str]:
        """Return the folded words of ``text`` without clitics, and their lemmas."""
        return tuple(
            found for word in accented_words(text) for found in _search_word(word)
        )

    def radicals(self, word: str) -> Sequence[str]:
        """Return the folded words of which ``word`` may be a mutation."""
        return welsh_mutations.radicals(word)

    def family(self, word: str) -> str:
        """Return the stem of the verb-noun to which ``word`` belongs, or the word."""
        return family_of(word)

    def knows(self, word: str) -> bool:
        """Say whether ``word`` is in the dictionary, in any form or mutation."""
        forms = (word, *welsh_mutations.radicals(word)) if word.islower() else (word,)
        return any(lemma_of(self.code, form) for form in forms)

    def without_question(self, text: str) -> str:
        """Return what ``text`` asks for."""
        return without_question(text)

    def _forms(
        self, text: str, term: TermFacts, *, mutates: bool
    ) -> Iterator[tuple[str, str]]:
        """Yield a mutation, or nothing, and a spelling, for each form of ``text``."""
        if not text:
            return
        bare = self.without_article(text)
        if bare != text:
            yield from (("", spelling) for spelling in _spellings(text, term))
        own = list(_spellings(bare, term))
        yield from (("", spelling) for spelling in own)
        if mutates:
            for spelling in own:
                yield from welsh_mutations.mutated(spelling)


def _spellings(text: str, term: TermFacts) -> Iterator[str]:
    """Yield ``text`` in each of its spellings, its clitics joined and apart."""
    for spelling in spellings(text, term):
        yield spelling
        yield from clitic_spellings(spelling)


def _search_word(word: str) -> Iterator[str]:
    """Yield what ``word``, in small letters with its accents, is found under."""
    stem = _CLITIC.sub("", word)
    forms = dict.fromkeys(search_spellings(fold(stem)))
    lemma = fold(_lemma(stem)).replace("-", "").replace("'", "")
    forms.setdefault(lemma)
    yield from forms


@briefly(4096)
def _lemma(word: str) -> str:
    """Return the dictionary form of ``word``, or ``word`` where it has none."""
    return _lemmatizer().lemmatize(word, lang="cy")


@lru_cache
def _lemmatizer() -> Lemmatizer:
    from simplemma import Lemmatizer  # noqa: PLC0415 - 0.3 s: when asked for
    from simplemma.strategies import DefaultStrategy  # noqa: PLC0415

    # 5 MB in the place of 41, and 30 microseconds a word in the place of 4.
    frugal = DefaultStrategy(low_memory=True)
    return Lemmatizer(lemmatization_strategy=frugal, cache_max_size=0)


language: Language = Welsh()
