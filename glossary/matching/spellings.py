"""The forms of a vocabulary, arranged by the words that they are written with."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from glossary.matching.capitals import Capitals
from glossary.matching.characters import SIGNS, STACKING, letters
from glossary.matching.coding import flat
from glossary.matching.rules import read_rules
from glossary.matching.whole import WORDS_ONLY
from glossary.text import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from glossary.matching.forms import Form
    from glossary.text import Folding

# What a form may end with but is not looked for: in a text, the apostrophe of a
# plural possessive cannot be told from a closing quotation mark.
_LOOSE_ENDS = b"'\" \x1e"


class Member:
    """One of the forms written alike, and what must hold for it to be meant."""

    __slots__ = ("_folding", "_letters", "capitals", "form", "rules")

    def __init__(self, form: Form, codes: bytes, folding: Folding) -> None:
        self.form = form
        self._folding = folding
        self._letters = _unsettled_letters(form.text, codes, folding)
        self.capitals = Capitals(form.text) if form.case_sensitive else None
        self.rules = read_rules(form.unless, form.only)

    def has_letters(self, text: str, first: int, last: int) -> bool:
        """Whether ``text[first:last]`` has its letters, as its language reads them."""
        if not self._letters:
            return True
        is_cut = text[first - 1 : first] in STACKING
        return not is_cut and letters(text[first:last], self._folding) == self._letters

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

    __slots__ = ("codes", "following", "longer", "members", "plain")
    following: dict[bytes, Node]

    def __init__(self, codes: bytes = b"") -> None:
        self.codes = codes
        self.following = _NOTHING
        self.longer: Node | None = None
        self.members: tuple[Member, ...] = ()
        self.plain: Form | None = None

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

    def end(self, forms: Iterable[Form], foldings: Mapping[str, Folding]) -> None:
        """Let these forms end here, and no others."""
        self.codes, self.longer = b"", None
        self.members, self.plain = (), None
        for form in forms:
            self.ending(_sought(form.text)).add(form, foldings)

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

    def add(self, form: Form, foldings: Mapping[str, Folding]) -> None:
        """Let ``form`` end here, unless it repeats one that does."""
        folding = foldings.get(form.lang, PLAIN)
        if self.plain is None and not self.members and _is_plain(form, self, folding):
            self.plain = form
            return
        known = self.members
        if self.plain:
            known = (Member(self.plain, self.codes, PLAIN),)
        member = Member(form, self.codes, folding)
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


def arrange(
    forms: Iterable[Form], foldings: Mapping[str, Folding]
) -> dict[bytes, Node]:
    """Return ``forms`` by their first word; ``foldings`` are those of languages.

    A form without a letter or figure can never be found and is left out.
    """
    root = Node()
    for form in forms:
        codes = _sought(form.text)
        if codes:
            node = root
            for word in _words(codes):
                node = node.following.get(word) or node.grow(word)
            node.ending(codes).add(form, foldings)
    return root.following


def rearrange(
    first_words: Mapping[bytes, Node],
    changed: Iterable[Form],
    forms: Mapping[str, Sequence[Form]],
    foldings: Mapping[str, Folding],
) -> dict[bytes, Node]:
    """Return the nodes as they are when some forms were ``changed``: are new or gone.

    ``forms`` are those that every entry has now. Nodes that are read meanwhile stay
    as they are: whatever leads to another one is copied.
    """
    root = Node()
    root.following = dict(first_words)
    touched: dict[tuple[bytes, ...], set[str]] = defaultdict(set)
    for form in changed:
        touched[_words(_sought(form.text))].add(form.entry)
    touched.pop((), None)
    for words, entries in touched.items():
        node = root
        for word in words:
            node = node.replace(word)
        ending = (
            form
            for entry in sorted(entries | node.entries())
            for form in forms.get(entry, ())
            if _words(_sought(form.text)) == words
        )
        node.end(ending, foldings)
    return root.following


def _words(codes: bytes) -> tuple[bytes, ...]:
    return (*codes.translate(WORDS_ONLY).split(),)


def _sought(text: str) -> bytes:
    """Return the codes by which ``text`` is looked for, from its first word on."""
    codes = flat(text)
    if codes[:1].strip(SIGNS):
        return codes.rstrip(_LOOSE_ENDS)
    return codes.strip(SIGNS)


def _unsettled_letters(text: str, codes: bytes, folding: Folding) -> str:
    """Return the letters of ``text`` if ``codes`` do not settle what they are."""
    is_settled = codes.isascii() and folding is PLAIN
    return "" if is_settled else letters(text, folding)


def _is_plain(form: Form, node: Node, folding: Folding) -> bool:
    """Whether ``form`` is meant wherever its codes are."""
    is_settled = node.codes.isascii() and folding is PLAIN
    return is_settled and not (form.case_sensitive or form.has_rules)
