"""Reads a text word by word and finds the forms that stand in it, longest first.

Every word asks a dictionary which forms can begin with it, and those which words
can follow. What comes of that is a proposal: a longer form that must not stand
where it does (its capitals differ, it is cut out of a word, what is around makes it
something else) gives way to a shorter one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary.matching.between import end_of
from glossary.matching.characters import SPACE
from glossary.matching.coding import Coded
from glossary.matching.edges import FREE, Edge, Edges
from glossary.matching.joints import with_joints
from glossary.matching.judging import Judge
from glossary.matching.matches import Match
from glossary.matching.proposals import Proposals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glossary.matching.forms import Form
    from glossary.matching.judging import Background
    from glossary.matching.proposals import Proposal
    from glossary.matching.spellings import Member, Node


_HYPHENS_APART = bytes.maketrans(b"-", b" ")


class Wanted(NamedTuple):
    """What is asked for: all but ``excluded``, in the languages that have a rank.

    ``is_all`` says that nothing is left out.
    """

    excluded: frozenset[str]
    ranks: Mapping[str, int]
    is_all: bool


class Reading:
    """One text, and what is looked for in it."""

    __slots__ = (
        "_clitics",
        "_coded",
        "_codes",
        "_edges",
        "_judge",
        "_place",
        "_signed",
        "_text",
        "_wanted",
    )

    def __init__(self, text: str, wanted: Wanted, background: Background) -> None:
        self._text = text
        self._wanted = wanted
        self._clitics = background.clitics
        self._signed = background.signed
        self._place = background.places.of
        self._coded = Coded(text)
        self._codes = self._coded.codes
        self._edges = Edges(self._codes)
        self._judge = Judge(text, self._coded, background)

    def matches(self, first_words: Mapping[bytes, Node]) -> list[Match]:
        """Return the forms that stand in the text, from left to right."""
        found = []
        signs = self._coded.signs
        proposals = Proposals(with_joints(signs), signs, first_words, self._signed)
        for place, longest in proposals:
            proposal: Proposal | None = longest
            while proposal is not None:
                node, last, proposal = proposal
                end, forms = self._forms(node, place)
                if not forms:
                    continue
                if (
                    proposal is not None
                    and proposal[1] == last
                    and proposal[0].plain is not forms[0]
                ):
                    end, forms = self._all_forms(place, longest, last)
                found.append(self._match(forms, place, end))
                proposals.resume = last + 1
                break
        return found

    def _forms(self, node: Node, start: int) -> tuple[int, Sequence[Form]]:
        """Return where the forms of ``node`` end that begin at ``start``, and which.

        The likeliest comes first.
        """
        codes, wanted = self._codes, node.codes
        end = start + len(wanted)
        written = codes[start:end]
        if wanted not in (written, written.translate(_HYPHENS_APART)):
            end = end_of(node.parts, self._coded.signs, start, self._signed)
            if not end:
                return 0, ()
        is_apart = codes[start - 1] == SPACE == codes[end]
        edge = FREE if is_apart else self._edges.at(start, end)
        if edge is None:
            return 0, ()
        if node.plain and edge is FREE and self._wanted.is_all:
            return end, (node.plain,)
        return end, self._standing(node, edge, start, end)

    def _all_forms(
        self, start: int, proposal: Proposal | None, last: int
    ) -> tuple[int, Sequence[Form]]:
        """Return the same of every node at which the word ``last`` ends, the longest.

        Words that may be pieces of one, or not, lead to several.
        """
        found: dict[int, list[Form]] = {}
        while proposal is not None:
            node, ending, proposal = proposal
            if ending == last:
                end, forms = self._forms(node, start)
                if forms:
                    found.setdefault(end, []).extend(forms)
        end = max(found)
        forms = sorted(found[end], key=self._place)
        return end, self._by_likeliness(forms, start, end)

    def _match(self, forms: Sequence[Form], start: int, end: int) -> Match:
        form = forms[0]
        first, last = start - 1, end - 1
        if not self._coded.is_in_step:
            first, last = self._coded.span(start, end)
        name = form.name
        if name == "exact" and form.text != self._text[first:last]:
            name = "folded"
        entries = _entries(forms) if len(forms) > 1 else (form.entry,)
        return Match(first, last, entries, form.lang, name)

    def _standing(self, node: Node, edge: Edge, start: int, end: int) -> Sequence[Form]:
        """Return the forms at ``node`` that are meant, the likeliest first."""
        forms = [
            member.form
            for member in node.members
            if self._may_stand(member.form, edge)
            and self._is_meant(member, edge, start, end)
        ]
        if node.plain and self._may_stand(node.plain, edge):
            forms.append(node.plain)
        return self._by_likeliness(forms, start, end)

    def _by_likeliness(self, forms: list[Form], start: int, end: int) -> Sequence[Form]:
        """Return ``forms`` in order.

        Languages count in their order, then whether the text spells them alike, and
        then their order in the vocabulary.
        """
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


def _entries(forms: Sequence[Form]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form.entry for form in forms))
