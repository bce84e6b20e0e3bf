"""Reads a text word by word and finds the forms that stand in it, longest first.

Every word asks a dictionary which forms can begin with it, and those which words
can follow. What comes of that is a proposal: a longer form that must not stand
where it does (its capitals differ, it is cut out of a word, what is around makes it
something else) gives way to a shorter one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary.matching.characters import SPACE
from glossary.matching.coding import Coded
from glossary.matching.edges import FREE, Edge, Edges
from glossary.matching.judging import Judge
from glossary.matching.matches import Match
from glossary.matching.proposals import Proposals
from glossary.matching.stretches import end_of
from glossary.matching.whole import WORDS_ONLY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glossary.matching.forms import Form
    from glossary.matching.judging import Background
    from glossary.matching.proposals import Proposal
    from glossary.matching.spellings import Member, Node


class Wanted(NamedTuple):
    """What is asked for: all but ``excluded``, in the languages that have a rank.

    ``is_all`` says that nothing is left out.
    """

    excluded: frozenset[str]
    ranks: Mapping[str, int]
    is_all: bool


class Reading:
    """One text, and what is looked for in it."""

    __slots__ = ("_clitics", "_coded", "_codes", "_edges", "_judge", "_text", "_wanted")

    def __init__(self, text: str, wanted: Wanted, background: Background) -> None:
        self._text = text
        self._wanted = wanted
        self._clitics = background.clitics
        self._coded = Coded(text)
        self._codes = self._coded.codes
        self._edges = Edges(self._codes)
        self._judge = Judge(text, self._coded, background)

    def matches(self, first_words: Mapping[bytes, Node]) -> list[Match]:
        """Return the forms that stand in the text, from left to right."""
        found = []
        proposals = Proposals(self._codes.translate(WORDS_ONLY), first_words)
        for place, longest in proposals:
            proposal: Proposal | None = longest
            while proposal is not None:
                node, last, proposal = proposal
                match = self._match(node, place)
                if match is not None:
                    found.append(match)
                    proposals.resume = last + 1
                    break
        return found

    def _match(self, node: Node, start: int) -> Match | None:
        """Return the match of the forms that end at ``node`` and begin at ``start``."""
        codes, wanted = self._codes, node.codes
        end = start + len(wanted)
        if codes[start:end] != wanted:
            end = end_of(wanted, codes, start)
            if not end:
                return None
        is_apart = codes[start - 1] == SPACE == codes[end]
        edge = FREE if is_apart else self._edges.at(start, end)
        if edge is None:
            return None
        form = node.plain
        others: Sequence[Form] = ()
        if form is None or edge is not FREE or not self._wanted.is_all:
            forms = self._standing(node, edge, start, end)
            if not forms:
                return None
            form, others = forms[0], forms[1:]
        first, last = start - 1, end - 1
        if not self._coded.is_in_step:
            first, last = self._coded.span(start, end)
        name = form.name
        if name == "exact" and form.text != self._text[first:last]:
            name = "folded"
        entries = _entries(form, others) if others else (form.entry,)
        return Match(first, last, entries, form.lang, name)

    def _standing(self, node: Node, edge: Edge, start: int, end: int) -> list[Form]:
        """Return the forms at ``node`` that are meant, the likeliest first.

        Languages count in their order, then whether the text spells them alike.
        """
        forms = [
            member.form
            for member in node.members
            if self._may_stand(member.form, edge)
            and self._is_meant(member, edge, start, end)
        ]
        if node.plain and self._may_stand(node.plain, edge):
            forms.append(node.plain)
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

    def _is_meant(self, member: Member, edge: Edge, start: int, end: int) -> bool:
        """Whether the form has its letters and capitals, and its rules allow it."""
        form, is_foreign = member.form, False
        first, last = self._coded.span(start, end)
        if not member.has_letters(self._text, first, last):
            return False
        if member.capitals:
            if not member.capitals.are_at(self._text, first, last):
                return False
            is_foreign = self._wanted.ranks[form.lang] > 0
        elif not form.has_rules:
            return True
        end += len(edge.clitic) + bool(edge.clitic)
        return self._judge.allows(form, member.rules, start, end, is_foreign=is_foreign)

    def _quote(self, start: int, end: int) -> str:
        first, last = self._coded.span(start, end)
        return self._text[first:last]


def _entries(form: Form, others: Sequence[Form]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((form.entry, *(other.entry for other in others))))
