"""What a language must tell the glossary about itself.

A language is one module that exposes ``language``, an object of this protocol.
Nothing outside that module knows which languages exist.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

from glossary.closed_lists import TermType

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from glossary.languages.grammar import Grammar
    from glossary.text import Folding

Direction: TypeAlias = Literal["ltr", "rtl"]

ASCII_SLUG = "a-z0-9"
"""What addresses are written with that everybody can type: ``slug_letters``."""


@dataclass(frozen=True, slots=True)
class TermFacts:
    """What the surface forms of a term depend on.

    ``forms`` are its inflected forms, written out as the plural is; ``grammar`` is as
    its language has it.
    """

    text: str
    type: str = TermType.FULL_FORM
    plural: str | None = None
    forms: Sequence[str] = ()
    grammar: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SurfaceForm:
    """One way in which a term is written in running text.

    ``name`` says how it came about: ``exact``, ``plural``, ``possessive``,
    ``plural-possessive``, ``inflected``, ``soft-mutation``, ``nasal-mutation``,
    ``aspirate-mutation``, ``h-prothesis``, the same with ``plural-`` or
    ``inflected-`` before it, or ``variant`` for another spelling of the same word.
    ``is_marked`` is false for a form that is another word as well: search finds it,
    and it is marked in no text.
    """

    text: str
    name: str
    is_marked: bool = True


class Language(Protocol):
    """One language: its letters, its order and the forms its words take."""

    @property
    def code(self) -> str:
        """The BCP 47 tag, for example ``cy``."""

    @property
    def name(self) -> str:
        """The language's own name, for example ``Cymraeg``."""

    @property
    def direction(self) -> Direction:
        """Where its lines go: from left to right, or from right to left."""

    @property
    def folding(self) -> Folding:
        """What two spellings of a word may differ in: capitals, accents, marks.

        Search, look-up, marking (here and on readers' devices) and ``Order`` ask it.
        What else people write for one another is a form of a term.
        """

    @property
    def grammar(self) -> type[Grammar]:
        """The shape of what it knows of the grammar of a name.

        Documents hold it as plain data under ``grammar``, and are checked by it.
        """

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
    def conjunctions(self) -> Sequence[str]:
        """The folded words for which ``&`` is written: *police & crime*."""

    @property
    def slug_letters(self) -> str:
        """What an address may be written with beside hyphens: small letters, figures.

        As ranges of a character class. An entry without an address of its own has
        its id there.
        """

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
