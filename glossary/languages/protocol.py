"""What a language must tell the glossary about itself.

A language is one module that exposes ``language``, an object of this protocol.
Nothing outside that module knows which languages exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from glossary.closed_lists import TermType

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class TermFacts:
    """What the surface forms of a term depend on.

    ``mutates`` is false for a name that keeps its first letter whatever comes before
    it. ``forms`` are its inflected forms, written out as the plural is.
    """

    text: str
    type: str = TermType.FULL_FORM
    plural: str | None = None
    forms: Sequence[str] = ()
    gender: str | None = None
    article: str | None = None
    mutates: bool = True


@dataclass(frozen=True, slots=True)
class SurfaceForm:
    """One way in which a term is written in running text.

    ``name`` says how it came about: ``exact``, ``plural``, ``possessive``,
    ``plural-possessive``, ``inflected``, ``soft-mutation``, ``nasal-mutation``,
    ``aspirate-mutation``, ``h-prothesis``, the same with ``plural-`` or
    ``inflected-`` before it, or ``variant`` for another spelling of the same word.
    """

    text: str
    name: str

    @property
    def is_mutated(self) -> bool:
        """Whether the first letter is not the one by which a reader knows it."""
        return self.name.endswith(("-mutation", "h-prothesis"))


class Language(Protocol):
    """One language: its letters, its order and the forms its words take."""

    @property
    def code(self) -> str:
        """The BCP 47 tag, for example ``cy``."""

    @property
    def name(self) -> str:
        """The language's own name, for example ``Cymraeg``."""

    @property
    def alphabet(self) -> Sequence[str]:
        """The letters of the A to Z in order, lower case, digraphs included.

        Letters that the language only borrows (Welsh k, q, v, x, z) are not
        among them. ``sort_key`` puts them, and these, in order.
        """

    @property
    def clitics(self) -> Sequence[str]:
        """What an apostrophe may join to the end of a word: ``heddlu'r``."""

    @property
    def path_words(self) -> Mapping[str, str]:
        """English path word to this language's: ``{"terms": "termau"}``.

        A word that is missing stays English.
        """

    @property
    def little_words(self) -> Collection[str]:
        """Folded words that carry nothing where somebody looks for something."""

    @property
    def clause_words(self) -> Collection[str]:
        """Those of them that make a sentence: pronouns, and verbs such as *was*."""

    @property
    def harmed_words(self) -> Collection[str]:
        """Folded words for somebody who was harmed: *victim*, *survivors*."""

    @property
    def accusing_words(self) -> Collection[str]:
        """Folded words that blame somebody, or are about who does harm."""

    def sort_key(self, text: str) -> str:
        """Return a string whose code point order is this language's order.

        The order is the same in Python, in SQLite and in PostgreSQL's collation
        "C". Nothing is left out: give what ``without_article`` returns, or the
        editor's own sorting text as it is.
        """

    def letter(self, text: str) -> str:
        """Return the letter under which ``text`` is listed, in lower case.

        It is one of ``alphabet`` or a letter that the language borrows. The
        empty string stands for texts that begin with neither. As with
        ``sort_key``, an article counts.
        """

    def without_article(self, text: str) -> str:
        """Return ``text`` without a leading article."""

    def surface_forms(self, term: TermFacts) -> Sequence[SurfaceForm]:
        """Return every form of ``term``, its own spelling (``exact``) first.

        No two of them have the same text.
        """

    def search_words(self, text: str) -> Sequence[str]:
        """Return the folded words under which running ``text`` is found.

        Used on texts and on queries alike. Each word comes without its clitics,
        closed up where it has a hyphen or an apostrophe, followed by the parts
        of a hyphenated word and by its lemma where that differs: what one
        written word gives are alternatives.
        """

    def radicals(self, word: str) -> Sequence[str]:
        """Return the folded words that may have been changed into ``word``.

        For a query whose ``word`` was not found as it is. Empty where initial
        letters do not change; ``word`` itself is never among them.
        """

    def family(self, word: str) -> str:
        """Return a folded word that stands for ``word`` and those made from it.

        For *inspected*, *inspector* and *inspection* it is the same one. A little
        word has no family but itself: *me* is no *I*. ``word`` is in small letters
        and has its accents.
        """

    def knows(self, word: str) -> bool:
        """Say whether ``word``, with its accents and capitals, is in the dictionary."""

    def without_question(self, text: str) -> str:
        """Return what ``text`` asks for, or ``text`` where it is no question.

        For *what does CSE mean?* it is ``CSE``.
        """
