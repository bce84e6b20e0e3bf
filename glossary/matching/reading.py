"""Reads a text word by word and finds the forms that stand in it, longest first.

Every word asks a dictionary which forms can begin with it, and those which words
can follow. What comes of that is a proposal: a longer form that must not stand
where it does (its capitals differ, it is cut out of a word, what is around makes it
something else) gives way to a shorter one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary.matching.between import place_of
from glossary.matching.characters import SPACE, WORD, WORDS_ONLY
from glossary.matching.coding import Coded
from glossary.matching.edges import FREE, Edge, Edges
from glossary.matching.joints import note_at, without_asides
from glossary.matching.judging import Judge
from glossary.matching.matches import Match

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from glossary.matching.between import Other
    from glossary.matching.forms import Form
    from glossary.matching.judging import Background
    from glossary.matching.proposals import Proposal, Proposals
    from glossary.matching.spellings import Member, Node


_HYPHENS_APART = bytes.maketrans(b"-", b" ")


def _differ_in_hyphens_only(written: bytes, wanted: bytes) -> bool:
    """Whether a text has hyphens where a form of nothing but words has spaces."""
    is_alike = written.translate(_HYPHENS_APART) == wanted
    return is_alike and wanted.translate(WORDS_ONLY) == wanted


class Wanted(NamedTuple):
    """What is asked for: all but ``excluded``, in the languages that have a rank.

    ``is_all`` says that nothing is left out.
    """

    excluded: frozenset[str]
    ranks: Mapping[str, int]
    is_all: bool


class Stand(NamedTuple):
    """Where a form may stand, and what is there that is not read as it is written."""

    start: int
    end: int
    edge: Edge
    others: Sequence[Other]


_NO_OTHERS: Sequence[Other] = ()


class Reading:
    """One text, and what is looked for in it."""

    __slots__ = (
        "_clitics",
        "_coded",
        "_codes",
        "_conjunctions",
        "_edges",
        "_judge",
        "_place",
        "_text",
        "_wanted",
    )

    def __init__(self, text: str, wanted: Wanted, background: Background) -> None:
        self._text = text
        self._wanted = wanted
        self._clitics = background.clitics
        self._conjunctions = background.conjunctions
        self._place = background.places.of
        self._coded = Coded(text)
        self._codes = self._coded.codes
        self._edges = Edges(self._codes)
        self._judge = Judge(self._coded, background)

    def matches(self, propose: Callable[[bytes], Proposals]) -> list[Match]:
        """Return the forms that stand in the text, from left to right.

        ``propose`` says of the signs of a text which may begin where.
        """
        found, past = [], 0
        proposals = propose(self._coded.signs)
        for place, longest in proposals:
            proposal: Proposal | None = longest if place >= past else None
            while proposal is not None:
                node, last, proposal = proposal
                end, forms = self._forms(node, place)
                if not forms:
                    continue
                if proposal is not None and _is_another(proposal, last, forms[0]):
                    end, forms = self._all_forms(place, longest, last)
                found.append(self._match(forms, place, end))
                proposals.resume, past = last + 1, end
                break
        return found

    def _forms(self, node: Node, start: int) -> tuple[int, Sequence[Form]]:
        """Return where the forms of ``node`` end that begin at ``start``, and which.

        The likeliest comes first.
        """
        codes, wanted = self._codes, node.codes
        end, others = start + len(wanted), _NO_OTHERS
        if not codes.startswith(wanted, start) and not _differ_in_hyphens_only(
            codes[start:end], wanted
        ):
            signs = self._coded.signs
            end, others = place_of(node.parts, signs, start, self._conjunctions)
            if not end:
                return 0, ()
        is_apart = codes[start - 1] == SPACE == codes[end]
        edge = FREE if is_apart else self._edges.at(start, end)
        if edge is None:
            return 0, ()
        if node.plain and edge is FREE and self._wanted.is_all and not others:
            return end, (node.plain,)
        return end, self._standing(node, Stand(start, end, edge, others))

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

    def _standing(self, node: Node, stand: Stand) -> Sequence[Form]:
        """Return the forms at ``node`` that are meant, the likeliest first."""
        forms = [
            member.form
            for member in node.members
            if self._may_stand(member.form, stand) and self._is_meant(member, stand)
        ]
        if node.plain and self._may_stand(node.plain, stand):
            forms.append(node.plain)
        return self._by_likeliness(forms, stand.start, stand.end)

    def _by_likeliness(self, forms: list[Form], start: int, end: int) -> Sequence[Form]:
        """Return ``forms`` in order.

        Languages count in their order, then whether the text spells them alike, and
        then their order in the vocabulary.
        """
        if len(forms) > 1:
            ranks, quote = self._wanted.ranks, self._coded.quote(start, end)
            forms.sort(key=lambda form: (ranks[form.lang], form.text != quote))
        return forms

    def _may_stand(self, form: Form, stand: Stand) -> bool:
        """Whether ``form`` is asked for and may touch what is at its edges."""
        if form.lang not in self._wanted.ranks or form.entry in self._wanted.excluded:
            return False
        edge = stand.edge
        if edge.follows_hyphen and not form.case_sensitive:
            return False
        if edge.clitic and edge.clitic not in self._clitics.get(form.lang, ()):
            return False
        return all(
            form.lang in self._conjunctions[word] for *_, word in stand.others if word
        )

    def _is_meant(self, member: Member, stand: Stand) -> bool:
        """Whether the form has its letters and capitals, and its rules allow it."""
        form, is_foreign = member.form, False
        first, last = self._coded.span(stand.start, stand.end)
        written = self._as_read(stand)
        if not member.has_letters(written, self._text[first - 1 : first]):
            return False
        if member.capitals:
            if not member.capitals.are_in(written, self._text, first, last):
                return False
            is_foreign = self._wanted.ranks[form.lang] > 0
        elif not form.has_rules:
            return True
        clitic = stand.edge.clitic
        end = stand.end + len(clitic) + bool(clitic)
        if self._codes[end - 1] in WORD:
            end += len(note_at(self._coded.signs, end))
        return self._judge.allows(
            form, member.rules, stand.start, end, is_foreign=is_foreign
        )

    def _as_read(self, stand: Stand) -> str:
        """Return that part of the text as its words are read."""
        start = stand.start
        parts: list[str] = []
        for first, last, word in stand.others:
            parts += self._coded.read(start, first), word.decode()
            start = last
        return without_asides("".join((*parts, self._coded.read(start, stand.end))))


def _is_another(shorter: Proposal, last: int, form: Form) -> bool:
    """Whether one of the proposals that end with the word ``last`` is for another."""
    proposal: Proposal | None = shorter
    while proposal is not None and proposal[1] == last:
        node, _, proposal = proposal
        if node.plain is not form:
            return True
    return False


def _entries(forms: Sequence[Form]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form.entry for form in forms))
