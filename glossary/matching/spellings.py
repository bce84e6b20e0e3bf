"""The forms of a vocabulary, arranged by the words that they are written with."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from glossary.matching.between import SHORTENED, Parts, parts_of, usual
from glossary.matching.capitals import Capitals
from glossary.matching.characters import (
    IN_WORDS,
    SIGNS,
    STACKING,
    WORDS_ONLY,
    letters,
)
from glossary.matching.coding import flat_signs
from glossary.matching.joints import (
    LEFT_OPEN,
    without_asides,
    without_stops,
)
from glossary.matching.rules import read_rules
from glossary.memory import briefly
from glossary.text import JOINED, PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from glossary.matching.forms import Form
    from glossary.text import Folding

_L = IN_WORDS.encode("latin-1")
# An apostrophe inside a form may be left out, that of a possessive at its end may not.
_APOSTROPHE = re.compile(
    rb"(?<=[%b])'(?=(?:%b)(?![%b]))(?![a-z]+\Z)" % (_L, "|".join(JOINED).encode(), _L)
)
_LOOSE_END = re.compile(
    rb"(?:%b|(?<![%b])(?P<word>%b)\.)\Z"
    % (LEFT_OPEN.pattern, _L, b"|".join(sorted(SHORTENED)))
)
"""A plural left open and the full stop of a shortened word, which may be missing."""
_AMPERSAND = re.compile("[&\uff06\ufe60]")
_HYPHEN = re.compile(rb"-(?=[%b])(?:(?<=[^0-9]-)|(?=[^0-9]))" % _L)
_MOST_HYPHENS = 3
_SHORTEST_JOINED = 8

# What a form may end with but is not looked for: in a text, the apostrophe of a
# plural possessive cannot be told from a closing quotation mark.
_LOOSE_ENDS = b"'\" \x1e"


class Member:
    """One of the forms written alike, and what must hold for it to be meant."""

    __slots__ = ("_folding", "_letters", "capitals", "form", "rules")

    def __init__(self, form: Form, spelling: Spelling, folding: Folding) -> None:
        self.form = form
        self._folding = folding
        self._letters = _unsettled_letters(spelling, folding)
        self.capitals = Capitals.of(form, spelling.text)
        self.rules = read_rules(form.unless, form.only)

    def has_letters(self, written: str, before: str) -> bool:
        """Whether what is ``written`` has its letters, as its language reads them.

        ``before`` is the character before that.
        """
        if not self._letters:
            return True
        return (
            before not in STACKING and letters(written, self._folding) == self._letters
        )

    def repeats(self, other: Member) -> bool:
        """Whether ``other`` is a form of the same term, and is found wherever it is."""
        one, two = self.form, other.form
        return (
            one.entry == two.entry
            and one.lang == two.lang
            and self._letters == other._letters
            and one.case_sensitive == two.case_sensitive
            and (not one.case_sensitive or one.text == two.text)
        )


class Node:
    """A word of forms: the words that may follow it, and the forms that end here.

    Those are written as ``codes``. Most often it is one, which is meant wherever they
    are: ``plain``; otherwise there are ``members``. ``longer`` has the forms of the
    same words that are written at greater length.
    """

    __slots__ = ("_parts", "codes", "following", "longer", "members", "plain")
    following: dict[bytes, Node]

    def __init__(self, codes: bytes = b"") -> None:
        self.codes = codes
        self.following = _NOTHING
        self.longer: Node | None = None
        self.members: tuple[Member, ...] = ()
        self.plain: Form | None = None
        self._parts: Parts | None = None

    @property
    def parts(self) -> Parts:
        """The words of ``codes``, and what is between them."""
        if self._parts is None or self._parts.codes != self.codes:
            self._parts = parts_of(self.codes)
        return self._parts

    def grow(self, word: bytes) -> Node:
        """Return a new node after ``word``."""
        if self.following is _NOTHING:
            self.following = {}
        node = self.following[word] = Node()
        return node

    def replace(self, word: bytes) -> Node:
        """Return a copy of the node after ``word``, put in its place, or a new one."""
        old, node = self.following.get(word), self.grow(word)
        if old is not None:
            node.following = dict(old.following) or _NOTHING
            node.codes, node.longer = old.codes, old.longer
            node.members, node.plain = old.members, old.plain
        return node

    def entries(self) -> set[str]:
        """Return the entries whose forms end here."""
        here = {self.plain.entry} if self.plain else set[str]()
        here |= {member.form.entry for member in self.members}
        return here | self.longer.entries() if self.longer else here

    def end(
        self, forms: Iterable[tuple[Spelling, Form]], foldings: Mapping[str, Folding]
    ) -> None:
        """Let these forms end here, and no others."""
        self.codes, self.longer = b"", None
        self.members, self.plain = (), None
        for spelling, form in forms:
            self.ending(spelling.codes).add(form, spelling, foldings)

    def ending(self, codes: bytes) -> Node:
        """Return the node for forms that end here and are written as ``codes``."""
        if not self.codes:
            self.codes = codes
        if len(codes) < len(self.codes):
            self._make_room()
            self.codes = codes
        node = self
        while node.codes != codes:
            if node.longer is None or len(codes) < len(node.longer.codes):
                beside = Node(codes)
                beside.longer, node.longer = node.longer, beside
            node = node.longer
        return node

    def add(
        self, form: Form, spelling: Spelling, foldings: Mapping[str, Folding]
    ) -> None:
        """Let ``form`` end here, unless it repeats one that does."""
        folding = foldings.get(form.lang, PLAIN)
        if self.plain is None and not self.members and _is_plain(form, self, folding):
            self.plain = form
            return
        known = self.members
        if self.plain:
            known = (Member(self.plain, spelling, PLAIN),)
        member = Member(form, spelling, folding)
        if not any(map(member.repeats, known)):
            self.plain = None
            self.members = (*known, member)

    def _make_room(self) -> None:
        """Move the forms that end here to a node beside this one."""
        beside = Node(self.codes)
        beside.longer, self.longer = self.longer, beside
        beside.members, self.members = self.members, ()
        beside.plain, self.plain = self.plain, None


_NOTHING: dict[bytes, Node] = {}


class Spelling(NamedTuple):
    """The codes of a form in one of its spellings, and the words of that."""

    codes: bytes
    text: str


class Writing(NamedTuple):
    """How languages write: what they compare, and their words for ``&``."""

    foldings: Mapping[str, Folding]
    conjunctions: Mapping[str, tuple[bytes, ...]]

    def spelled(self, form: Form) -> tuple[Spelling, ...]:
        """Return the spellings by which ``form`` is looked for, all different."""
        return _spelled(form.text, self.conjunctions.get(form.lang, ()))


def arrange(forms: Iterable[Form], writing: Writing) -> dict[bytes, Node]:
    """Return ``forms`` by their first word.

    A form without a letter or figure can never be found and is left out.
    """
    root = Node()
    for form in forms:
        for spelling in writing.spelled(form):
            node = root
            for word in _words(spelling):
                node = node.following.get(word) or node.grow(word)
            node.ending(spelling.codes).add(form, spelling, writing.foldings)
    return root.following


def rearrange(
    first_words: Mapping[bytes, Node],
    changed: Iterable[Form],
    forms: Mapping[str, Sequence[Form]],
    writing: Writing,
) -> dict[bytes, Node]:
    """Return the nodes as they are when some forms were ``changed``: are new or gone.

    ``forms`` are those that every entry has now. Nodes that are read meanwhile stay
    as they are: whatever leads to another one is copied.
    """
    root = Node()
    root.following = dict(first_words)
    touched: dict[tuple[bytes, ...], set[str]] = defaultdict(set)
    for form in changed:
        for spelling in writing.spelled(form):
            touched[_words(spelling)].add(form.entry)
    for words, entries in touched.items():
        node = root
        for word in words:
            node = node.replace(word)
        ending = (
            (spelling, form)
            for entry in sorted(entries | node.entries())
            for form in forms.get(entry, ())
            for spelling in writing.spelled(form)
            if _words(spelling) == words
        )
        node.end(ending, writing.foldings)
    return root.following


def _words(spelling: Spelling) -> tuple[bytes, ...]:
    codes = spelling.codes
    return tuple(codes.split() if _is_words(codes) else parts_of(codes).words)


def _is_words(codes: bytes) -> bool:
    """Whether there are only words and spaces, as nearly always."""
    return codes.translate(WORDS_ONLY) == codes


@briefly(8192)
def _spelled(text: str, conjunctions: tuple[bytes, ...]) -> tuple[Spelling, ...]:
    """Return the spellings by which ``text`` is looked for, all different."""
    codes = _sought(flat_signs(text))
    if codes and _is_words(codes):
        return tuple(Spelling(one, text) for one in (codes, *_joined(codes)))
    found: dict[bytes, Spelling] = {}
    for written in _with_words(text, conjunctions):
        for codes in _with_loose_ends(_sought(flat_signs(written))):
            for way in (codes, *_joined(codes)):
                one = usual(way)
                found.setdefault(one, Spelling(one, without_asides(written)))
    return tuple(found.values())


def _with_words(text: str, conjunctions: tuple[bytes, ...]) -> Iterator[str]:
    """Yield ``text``, and with the words for which an ampersand stands in it."""
    yield text
    if _AMPERSAND.search(text):
        for word in conjunctions:
            yield _AMPERSAND.sub(f" {word.decode()} ", text)


def _with_loose_ends(codes: bytes) -> Iterator[bytes]:
    """Yield ``codes``, and without what may be missing at their end."""
    if not codes:
        return
    codes = without_stops(codes)
    codes = _APOSTROPHE.sub(b"", codes)
    yield codes
    loose = _LOOSE_END.search(codes)
    if loose:
        yield codes[: loose.start()] + (loose["word"] or b"")


def _joined(codes: bytes) -> Iterator[bytes]:
    """Yield ``codes`` with words joined: some that have a hyphen, or the only two."""
    places = [found.start() for found in _HYPHEN.finditer(codes)]
    if len(places) > _MOST_HYPHENS:
        yield codes.translate(None, b"-")
    elif places:
        for number in range(1, len(places) + 1):
            for some in combinations(places, number):
                yield bytes(one for at, one in enumerate(codes) if at not in some)
    elif codes.count(b" ") == 1 and len(codes) > _SHORTEST_JOINED:
        pair = codes.replace(b" ", b"")
        if _is_words(pair):
            yield pair


def _sought(codes: bytes) -> bytes:
    """Return the ``codes`` of a form by which it is looked for, from its first word."""
    if codes[:1].strip(SIGNS):
        return codes.rstrip(_LOOSE_ENDS)
    return codes.strip(SIGNS)


def _unsettled_letters(spelling: Spelling, folding: Folding) -> str:
    """Return the letters of ``spelling`` if its codes do not settle what they are."""
    is_settled = spelling.codes.isascii() and folding is PLAIN
    return "" if is_settled else letters(spelling.text, folding)


def _is_plain(form: Form, node: Node, folding: Folding) -> bool:
    """Whether ``form`` is meant wherever its codes are."""
    is_settled = node.codes.isascii() and folding is PLAIN
    return is_settled and not (form.case_sensitive or form.has_rules)
