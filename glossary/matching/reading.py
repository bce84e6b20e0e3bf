"""Reads a text word by word and finds the forms that stand in it, longest first.

Every word asks a dictionary which forms can begin with it, and those which words
can follow. What comes of that is a proposal: a longer form that must not stand
where it does (its capitals differ, it is cut out of a word, a phrase makes it
something else) gives way to a shorter one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary.matching.characters import SPACE, WORD, letters
from glossary.matching.coding import Coded
from glossary.matching.edges import FREE, Edge, Edges
from glossary.matching.matches import Match
from glossary.matching.proposals import Proposals
from glossary.matching.spellings import WORDS_ONLY
from glossary.matching.stretches import end_of, start_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glossary.matching.forms import Form
    from glossary.matching.proposals import Proposal
    from glossary.matching.spellings import Context, Member, Node


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
            member.form for member in node.members if self._is_meant(member, start, end)
        ]
        if node.plain:
            forms.append(node.plain)
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


def _entries(form: Form, others: Sequence[Form]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((form.entry, *(other.entry for other in others))))
