"""The forms of a vocabulary, arranged by the words that they are written with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary.matching.capitals import Capitals
from glossary.matching.characters import SIGNS, SPACE, WORD, letters
from glossary.matching.coding import flat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.matching.forms import Form


WORDS_ONLY = bytes(one if one in WORD else SPACE for one in range(256))
# What a form may end with but is not looked for: in a text, the apostrophe of a
# plural possessive cannot be told from a closing quotation mark.
_LOOSE_ENDS = b"'\" \x1e"


class Context(NamedTuple):
    """A phrase that makes a form something else: what it has on either side."""

    before: bytes
    after: bytes
    letters: str


class Member:
    """One of the forms written alike, and what must hold for it to be meant."""

    __slots__ = ("capitals", "contexts", "form", "letters")

    def __init__(self, form: Form, codes: bytes) -> None:
        self.form = form
        self.letters = _shared_letters(form.text, codes)
        self.capitals = Capitals(form.text) if form.case_sensitive else None
        self.contexts = tuple(_contexts(form, codes)) if form.not_inside else ()


class Spelling:
    """The forms that are written with the same codes.

    Most often it is one, which is meant wherever they are: ``plain``. Otherwise
    there are ``members``. ``longer`` is another spelling of the same words.
    """

    __slots__ = ("codes", "longer", "members", "plain")

    def __init__(self, codes: bytes) -> None:
        self.codes = codes
        self.members: tuple[Member, ...] = ()
        self.plain: Form | None = None
        self.longer: Spelling | None = None

    def add(self, form: Form) -> None:
        """Take ``form`` in, unless a form of the same term covers it."""
        known = (self.plain,) if self.plain else [one.form for one in self.members]
        if known and any(_is_covered(form, other) for other in known):
            return
        is_plain = not (form.case_sensitive or form.not_inside)
        if is_plain and not known and self.codes.isascii():
            self.plain = form
            return
        if self.plain:
            self.members = (Member(self.plain, self.codes),)
            self.plain = None
        self.members += (Member(form, self.codes),)


class Node:
    """What has been read of a form: how it may go on, and which it may be.

    ``spelling`` is the shortest that ends here.
    """

    __slots__ = ("following", "spelling")
    following: dict[bytes, Node]

    def __init__(self) -> None:
        self.following = _NOTHING
        self.spelling: Spelling | None = None

    def grow(self, word: bytes) -> Node:
        """Return a new node after ``word``."""
        if self.following is _NOTHING:
            self.following = {}
        node = self.following[word] = Node()
        return node

    def add(self, spelling: Spelling) -> None:
        """Let ``spelling`` end here."""
        shorter, longer = None, self.spelling
        while longer and len(longer.codes) < len(spelling.codes):
            shorter, longer = longer, longer.longer
        spelling.longer = longer
        if shorter:
            shorter.longer = spelling
        else:
            self.spelling = spelling


_NOTHING: dict[bytes, Node] = {}


def arrange(forms: Iterable[Form]) -> dict[bytes, Node]:
    """Return ``forms`` by their first word.

    A form without a letter or figure can never be found and is left out.
    """
    root = Node()
    spellings: dict[bytes, Spelling] = {}
    for form in forms:
        codes = _sought(form.text)
        if not codes:
            continue
        spelling = spellings.get(codes)
        if spelling is None:
            spelling = spellings[codes] = Spelling(codes)
            node = root
            for word in codes.translate(WORDS_ONLY).split():
                node = node.following.get(word) or node.grow(word)
            node.add(spelling)
        spelling.add(form)
    return root.following


def _sought(text: str) -> bytes:
    """Return the codes by which ``text`` is looked for, from its first word on."""
    codes = flat(text)
    if codes[:1].strip(SIGNS):
        return codes.rstrip(_LOOSE_ENDS)
    return codes.strip(SIGNS)


def _contexts(form: Form, codes: bytes) -> Iterator[Context]:
    """Yield the places in the phrases of ``form.not_inside`` where ``codes`` are."""
    for phrase in form.not_inside:
        padded = b" %b " % flat(phrase)
        place = padded.find(codes)
        while place >= 0:
            before, after = padded[1:place], padded[place + len(codes) : -1]
            if (before or after) and _is_whole(before, codes, after):
                yield Context(before, after, _shared_letters(phrase, padded))
            place = padded.find(codes, place + 1)


def _is_whole(before: bytes, codes: bytes, after: bytes) -> bool:
    """Whether ``codes`` are cut out of no word by what is around them."""
    cut_before = before[-1:].strip(SIGNS)
    cut_after = codes[-1:].strip(SIGNS) and after[:1].strip(SIGNS)
    return not (cut_before or cut_after)


def _shared_letters(text: str, codes: bytes) -> str:
    """Return the letters of ``text`` if ``codes`` do not settle what they are."""
    return "" if codes.isascii() else letters(text)


def _is_covered(form: Form, other: Form) -> bool:
    return (
        form.entry == other.entry
        and form.lang == other.lang
        and form.case_sensitive == other.case_sensitive
        and (not form.case_sensitive or form.text == other.text)
    )
