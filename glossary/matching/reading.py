"""Reads a text word by word and finds the forms that stand in it, longest first.

Every word asks a dictionary which forms can begin with it, and those which words
can follow. What comes of that is a proposal: a longer form that must not stand
where it does (its capitals differ, it is cut out of a word, a phrase makes it
something else) gives way to a shorter one.
"""

from __future__ import annotations

from itertools import compress, count
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from glossary.matching.characters import SPACE, WORD, letters
from glossary.matching.coding import Coded
from glossary.matching.edges import FREE, Edge, Edges
from glossary.matching.matches import Match
from glossary.matching.spellings import WORDS_ONLY
from glossary.matching.stretches import end_of, start_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from glossary.matching.forms import Form
    from glossary.matching.spellings import Context, Member, Node, Spelling

    # A spelling, the index of its last word, and the next shorter one.
    Proposal: TypeAlias = tuple[Spelling, int, "Proposal | None"]

_END = b"\x1d"  # no word of any form: whoever reads on stops here


class Wanted(NamedTuple):
    """What is asked for: all but ``excluded``, in the languages that have a rank.

    ``is_all`` says that nothing is left out.
    """

    excluded: frozenset[str]
    ranks: Mapping[str, int]
    is_all: bool


class Reading:
    """One text, and what is looked for in it."""

    __slots__ = ("_clitics", "_coded", "_codes", "_edges", "_text", "_wanted")

    def __init__(
        self, text: str, wanted: Wanted, clitics: Mapping[str, frozenset[bytes]]
    ) -> None:
        self._text = text
        self._wanted = wanted
        self._clitics = clitics
        self._coded = Coded(text)
        self._codes = self._coded.codes
        self._edges = Edges(self._codes)

    def matches(self, first_words: Mapping[bytes, Node]) -> Iterator[Match]:
        """Yield the forms that stand in the text, from left to right."""
        words = self._codes.translate(WORDS_ONLY).split(b" ")
        words.append(_END)
        known = place = resume = 0
        for index in compress(count(), map(first_words.__contains__, words)):
            node = first_words[words[index]]
            after = words[index + 1]
            if after and after not in node.following and not node.spelling:
                continue  # most often: the first word of a form, and no more
            proposal = _propose(node, words, index)
            if proposal is None or index < resume:
                continue
            place += len(b" ".join(words[known:index])) + (index > known)
            known = index
            while proposal is not None:
                spelling, last, proposal = proposal
                match = self._match(spelling, place)
                if match is not None:
                    yield match
                    resume = last + 1
                    break

    def _match(self, spelling: Spelling, start: int) -> Match | None:
        """Return the match of ``spelling`` where the codes at ``start`` are it."""
        codes = self._codes
        end = start + len(spelling.codes)
        if codes[start:end] != spelling.codes:
            end = end_of(spelling.codes, codes, start)
            if not end:
                return None
        is_apart = codes[start - 1] == SPACE == codes[end]
        edge = FREE if is_apart else self._edges.at(start, end)
        if edge is None:
            return None
        if spelling.plain and edge is FREE and self._wanted.is_all:
            forms = [spelling.plain]
        else:
            forms = self._standing(spelling, edge, start, end)
            if not forms:
                return None
        form = forms[0]
        first, last = start - 1, end - 1
        if not self._coded.is_in_step:
            first, last = self._coded.span(start, end)
        name = form.name
        if name == "exact" and form.text != self._text[first:last]:
            name = "folded"
        return Match(first, last, _entries(forms), form.lang, name)

    def _standing(
        self, spelling: Spelling, edge: Edge, start: int, end: int
    ) -> list[Form]:
        """Return the forms that are meant by ``spelling``, the likeliest first.

        Languages count in their order, then whether the text spells them alike.
        """
        forms = [
            member.form
            for member in spelling.members
            if self._is_meant(member, start, end)
        ]
        if spelling.plain:
            forms.append(spelling.plain)
        forms = [form for form in forms if self._may_stand(form, edge)]
        if len(forms) > 1:
            ranks, quote = self._wanted.ranks, self._quote(start, end)
            forms.sort(key=lambda form: (ranks[form.lang], form.text != quote))
        return forms

    def _may_stand(self, form: Form, edge: Edge) -> bool:
        """Whether ``form`` is asked for and may touch what is at ``edge``."""
        if form.lang not in self._wanted.ranks or form.entry in self._wanted.excluded:
            return False
        if edge.follows_hyphen and not form.case_sensitive:
            return False
        return not edge.clitic or edge.clitic in self._clitics.get(form.lang, ())

    def _is_meant(self, member: Member, start: int, end: int) -> bool:
        """Whether the form has its letters and capitals, and no phrase around it."""
        if member.letters and letters(self._quote(start, end)) != member.letters:
            return False
        if member.capitals:
            span = self._coded.span(start, end)
            if not member.capitals.are_at(self._text, *span):
                return False
        return not member.contexts or not any(
            self._is_inside(context, start, end) for context in member.contexts
        )

    def _is_inside(self, context: Context, start: int, end: int) -> bool:
        """Whether ``context`` is what stands around the codes at ``start``."""
        first = start_of(context.before, self._codes, start)
        last = end_of(context.after, self._codes, end)
        return (
            first > 0 < last
            and self._codes[first - 1] not in WORD
            and self._codes[last] not in WORD
            and (
                not context.letters
                or letters(self._quote(first, last)) == context.letters
            )
        )

    def _quote(self, start: int, end: int) -> str:
        first, last = self._coded.span(start, end)
        return self._text[first:last]


def _propose(node: Node, words: Sequence[bytes], index: int) -> Proposal | None:
    """Return the longest spelling that the words from ``index`` on may be."""
    proposal: Proposal | None = None
    going_on: Node | None = node
    while going_on is not None:
        spelling = going_on.spelling
        while spelling is not None:
            proposal = spelling, index, proposal
            spelling = spelling.longer
        if not going_on.following:
            break
        index += 1
        while not words[index]:
            index += 1
        going_on = going_on.following.get(words[index])
    return proposal


def _entries(forms: Sequence[Form]) -> tuple[str, ...]:
    if len(forms) == 1:
        return (forms[0].entry,)
    return tuple(dict.fromkeys(form.entry for form in forms))
