"""Which terms are meant, decided slowly and obviously.

The words beside a term are laid out in a row, and every way in which a pattern may
stand for them is tried, as is every way in which letters may begin words.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from glossary.text import as_said, mended
from tests.matching.oracle_spelling import ASIDE, cut_at_signs, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.matching import Form
    from tests.matching.oracle import Laid

W = "[a-z0-9é]"
GAP = "[ ,'\"]+"
FILLING = "a|also|hefyd|is|r|simply|the|which|y|yn|yr"
SAYS_SO = (
    "means|stands +for|short +for|known +as|called|golygu|sefyll +am|elwir +yn|sef"
)
LINK = (
    rf"(?P<surely>['\" ]*=['\" ]*|{GAP}(?:(?:{FILLING}){GAP})*(?:{SAYS_SO})"
    rf"{GAP}(?:(?:{FILLING}){GAP})*)"
    rf"|(?P<word>{GAP}(?:(?:{FILLING}){GAP})*(?:or|is|neu|yw){GAP}(?:(?:{FILLING}){GAP})*)"
    r"|(?P<sign>['\" ]*:['\" ]*|['\"]* +[-\x1f]+ +['\"]*)"
)
WORD = re.compile(
    rf"(?:\$(?: |\.(?= ?[0-9]))*(?=[0-9]))?{W}(?:{W}|(?<=[0-9])[.,](?=[0-9]))*"
)
JOINS = re.compile(rf"(?:[ '\"\-/&*_~:()\[\]\x1e]|\.(?= ?[$0-9])|(?<={W})\x1f(?={W}))*")


class Word(NamedTuple):
    """A word or number of a text."""

    text: str
    start: int
    end: int


class Meaning:
    """What is meant in a text."""

    def __init__(
        self,
        laid: Laid,
        abbreviations: Sequence[Form],
        names: Sequence[Form],
        field: Sequence[str],
    ) -> None:
        self.laid = laid
        said = as_said(laid.text)
        self.said = laid if said == laid.text else laid_out(said)
        self.abbreviations = abbreviations
        self.names = names
        self.field = field

    def allows(self, form: Form, start: int, end: int, *, is_foreign: bool) -> bool:
        """Whether ``form`` is meant there."""
        end = re.compile(rf"(?<={W})'{W}+|").match(self.laid.shape, end).end()
        if any("~" in row and self.is_beside(row, start, end) for row in form.unless):
            return False
        verdicts = self.defined.get(form.entry, []) if form.case_sensitive else []
        if verdicts:
            return all(verdicts)
        if any("~" not in row and self.has(row) for row in form.unless):
            return False
        if not is_foreign and not form.only:
            return True
        if not is_foreign and any(self.holds(row, start, end) for row in form.only):
            return True
        shape = self.laid.shape
        aside = {at for found in ASIDE.finditer(shape) for at in range(*found.span())}
        around = {*range(len(shape))} - {*range(start, end)} - aside
        return not any(re.match(W, shape[at]) for at in around)

    def holds(self, pattern: str, start: int, end: int) -> bool:
        """Whether ``pattern`` is so."""
        if pattern == "FIELD":
            return self.is_about_field
        if "~" in pattern:
            return self.is_beside(pattern, start, end)
        return self.has(pattern)

    def is_beside(self, pattern: str, start: int, end: int) -> bool:
        """Whether ``pattern`` is what stands beside the term."""
        left, right = map(parts_of, pattern.split("~"))
        outwards = [[choice[::-1] for choice in part] for part in reversed(left)]
        return fits(outwards, list(self.before(start))) and fits(
            right, list(self.after(end))
        )

    def after(self, place: int) -> Iterator[str]:
        """Yield the neighbours after ``place``."""
        for word in self.words:
            if word.start >= place:
                if not self.is_joint(place, word.start):
                    return
                yield word.text
                place = word.end

    def before(self, place: int) -> Iterator[str]:
        """Yield the neighbours before ``place``, the nearest first."""
        for word in reversed(self.words):
            if word.end <= place:
                if not self.is_joint(word.end, place):
                    return
                yield word.text
                place = word.start

    def is_joint(self, start: int, end: int) -> bool:
        """Whether what is from ``start`` to ``end`` joins."""
        place = start
        while place < end:
            joint = JOINS.match(self.quiet, place)
            if joint.end() <= place:
                return False
            place = joint.end()
        return True

    def has(self, pattern: str) -> bool:
        """Whether the words of ``pattern`` are somewhere."""
        parts = parts_of(pattern)
        return any(
            fits(parts, words[start:])
            for words in (self.plain_words, *self.mended_words)
            for start in range(len(words))
        )

    @cached_property
    def is_about_field(self) -> bool:
        """Whether there are enough words of the field."""
        met = [family for family in self.field if self.has(family)]
        length = len(self.plain_words)
        return len(met) >= (1 if length < 20 else 2 if length < 100 else 3)

    @cached_property
    def quiet(self) -> str:
        """The text with spaces for the numbers of notes."""
        kinds = shape_of(self.laid.kinds)
        notes = [
            *re.finditer(rf"(?:(?<={W})|(?<={W} ))¹+(?:[-,–]? ?¹+)*", kinds),
            *re.finditer(
                rf"(?:(?<={W})|(?<={W} ))\[[0-9]{{1,3}}(?:[-,–] ?[0-9]{{1,3}})*\]"
                r"(?:\[[0-9]{1,3}\])*",
                kinds,
            ),
            *re.finditer(r"(?<=[a-zé])\([0-9]{1,2}\)", kinds),
            *re.finditer(r"(?<=[a-zé]{4})[0-9]{1,2}(?![-0-9a-zé]|[./][0-9])", kinds),
        ]
        shape = self.laid.shape
        for note in notes:
            start, end = note.span()
            shape = shape[:start] + " " * (end - start) + shape[end:]
        return shape

    @cached_property
    def words(self) -> list[Word]:
        """The words and numbers, each with its place."""
        return [
            Word(self.laid.word(*found.span()), *found.span())
            for found in WORD.finditer(self.quiet)
        ]

    @cached_property
    def plain_words(self) -> list[str]:
        """The words, however they are joined."""
        spans = (found.span() for found in re.finditer(f"{W}+", self.laid.shape))
        return [self.laid.word(*span) for span in spans]

    @cached_property
    def mended_words(self) -> list[list[str]]:
        """The words without stops in abbreviations, and hyphens; Latin ones alone."""
        stopped = self.said.plain
        return [
            [word for word in cut_at_signs(mended) if word.isascii()]
            for mended in (stopped, stopped.replace("-", ""))
        ]

    @cached_property
    def defined(self) -> dict[str, list[bool]]:
        """For each entry, whether each definition is its own."""
        found: dict[str, list[bool]] = {}
        for short, entry, long, outwards in self.definitions():
            names = [words(form.text) for form in self.names if form.entry == entry]
            is_own = verdict(short, long, outwards, [name for name in names if name])
            if is_own is not None:
                found.setdefault(entry, []).append(is_own)
        for short, entry, spans, outwards, link in self.links():
            names = [words(form.text) for form in self.names if form.entry == entry]
            is_own = self.linked(
                short, spans, outwards, link, [name for name in names if name]
            )
            if is_own is not None:
                found.setdefault(entry, []).append(is_own)
        return found

    def links(
        self,
    ) -> Iterator[tuple[str, str, list[tuple[int, int]], bool, str]]:
        """Yield abbreviation, entry, words, whether they are before it, and the link."""
        shape = self.said.shape
        for first, last in self.cut(0, len(shape)):
            for entry in self.meant_by((first, last)):
                short = self.cased((first, last))
                after = re.compile(LINK).match(shape, last)
                if after:
                    rest = re.compile(r"[^.,;:!?()\[\]\x1c\x1f]*").match(
                        shape, after.end()
                    )
                    yield (
                        short,
                        entry,
                        self.cut(*rest.span()),
                        False,
                        str(after.lastgroup),
                    )
                before = re.search(f"(?:{LINK})$", shape[:first])
                if before:
                    rest = re.search(
                        r"[^.,;:!?()\[\]\x1c\x1f]*$", shape[: before.start()]
                    )
                    yield (
                        short,
                        entry,
                        self.cut(*rest.span()),
                        True,
                        str(before.lastgroup),
                    )

    def linked(
        self,
        short: str,
        spans: list[tuple[int, int]],
        outwards: bool,
        link: str,
        names: list[list[str]],
    ) -> bool | None:
        """Whether words beside a link are a name; None if they are no long form."""
        near = [self.said.plain[slice(*span)] for span in spans]
        letters = letters_of(short)
        if len(letters) < 3 or not names:
            return None
        if any(is_near(near, name, outwards) for name in names):
            return True
        long = initials(letters, near, outwards)
        if not long or letters in long:
            return None
        far = self.cased(spans[-len(long)] if outwards else spans[len(long) - 1])
        is_all = link == "sign" and len(long) == len(near)
        if link != "surely" and not is_all and far[:1] == far[:1].lower():
            return None
        return False if all(likeness(long, name) <= 0.5 for name in names) else None

    def definitions(self) -> Iterator[tuple[str, str, list[str], bool]]:
        """Yield abbreviation, entry, words, and whether they are before it."""
        shape = self.said.shape
        for bracket in re.finditer(r"[(\[]", shape):
            inside = re.compile(r"[^.;:!?()\[\],\x1c]*").match(shape, bracket.end())
            before = shape[: bracket.start()]
            before = before[re.search(r"[^.;:!?()\[\]\x1c]*$", before).start() :]
            first = bracket.start() - len(before)
            within = self.cut(inside.start(), inside.end())
            without = self.cut(first, bracket.start())
            if not within or not without:
                continue
            if len(within) <= 4 and self.meant_by(within[-1]):
                for entry in self.meant_by(within[-1]):
                    reach = self.reach(within[-1])
                    long = [self.said.plain[a:b] for a, b in without[-reach:]]
                    yield self.cased(within[-1]), entry, long, True
            else:
                for entry in self.meant_by(without[-1]):
                    reach = self.reach(without[-1])
                    long = [self.said.plain[a:b] for a, b in within[:reach]]
                    yield self.cased(without[-1]), entry, long, False

    def cut(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return where the words between two places are."""
        found = re.compile(f"{W}+").finditer(self.said.shape, start, end)
        return [word.span() for word in found]

    def cased(self, span: tuple[int, int]) -> str:
        """Return a word with its capitals."""
        from tests.matching.oracle import spelled

        return spelled(mended(self.said.quote(*span)))

    def meant_by(self, span: tuple[int, int]) -> list[str]:
        """Return the entries for which a word is an abbreviation."""
        from tests.matching.oracle import spelled

        written = self.cased(span)
        found = {
            form.entry: None
            for form in self.abbreviations
            if " " not in form.text
            and (
                written in (spelled(form.text), spelled(form.text).upper())
                or (
                    form.also_small
                    and written
                    in (spelled(form.text).lower(), spelled(form.text).capitalize())
                )
            )
        }
        return list(found)

    def reach(self, span: tuple[int, int]) -> int:
        """Return how many words a long form may have."""
        entries = self.meant_by(span)
        names = (words(form.text) for form in self.names if form.entry in entries)
        return max(len(self.cased(span)) + 5, *map(len, names), 0)


def verdict(
    short: str, long: list[str], outwards: bool, names: list[list[str]]
) -> bool | None:
    """Whether ``long`` is the name of an entry called so; None if it is no long form."""
    if not names:
        return None
    if any(is_near(long, name, outwards) for name in names):
        return True
    letters = letters_of(short)
    most = min(len(letters) + 5, 2 * len(letters))
    near = long[-most:] if outwards else long[:most]
    by_initials = initials(letters, near, outwards)
    meant = by_initials or schwartz_hearst(letters, near)
    if any(likeness(meant, name) >= 0.75 for name in names):
        return True
    if letters in meant or len("".join(meant)) <= len(letters):
        return None
    if by_initials:
        return False if all(likeness(meant, name) <= 0.5 for name in names) else None
    is_apart = all({*meant}.isdisjoint(name) for name in names)
    return False if 0 < len(meant) < len(letters) and is_apart else None


def letters_of(short: str) -> str:
    """Return the letters of an abbreviation, without the ending of a plural."""
    if re.fullmatch(r".*[^\W\d_a-z]s", short) and short[-2].isupper():
        short = short[:-1]
    return "".join(words(short))


def is_near(long: list[str], name: list[str], outwards: bool) -> bool:
    """Whether the words nearest to the abbreviation are a name."""
    nearest = long[-len(name) - 1 :] if outwards else long[: len(name) + 1]
    return likeness(nearest, name) >= 0.75


def likeness(long: list[str], name: list[str]) -> float:
    """Return which part of a name's words are there."""
    return len({*long} & {*name}) / len({*name})


def initials(letters: str, near: list[str], outwards: bool) -> list[str]:
    """Return the fewest words of which ``letters`` are initials, one between at most."""
    order = -1 if outwards else 1
    walked = near[::order]
    found = []
    for steps in product((1, 2), repeat=len(letters)):
        places = [sum(steps[: number + 1]) - 1 for number in range(len(letters))]
        if all(
            place < len(walked) and walked[place][0] == letter
            for place, letter in zip(places, letters[::order], strict=True)
        ):
            found.append(places[-1] + 1)
    return walked[: min(found)][::order] if found and letters else []


def schwartz_hearst(letters: str, near: list[str]) -> list[str]:
    """Return the last words in which the letters are, the first one at a beginning."""
    for start in reversed(range(len(near))):
        text = " ".join(near[start:])
        if letters and re.match(".*?".join(map(re.escape, letters)), text):
            return near[start:]
    return []


def parts_of(pattern: str) -> list[list[list[str]]]:
    """Return the parts of a pattern, each as alternatives, each of those as words."""
    found = re.findall(r"\.\.\.|\([^()]*\)|[^\s()]+", pattern)
    return [alternatives(part) for part in found]


def alternatives(part: str) -> list[list[str]]:
    """Return what one part stands for."""
    if part == "...":
        return [["*"] * number for number in range(4)]
    choices = part[1:-1].split("|") if part.startswith("(") else [part]
    return [
        [word for piece in choice.split() for word in words_of_piece(piece)]
        for choice in choices
    ]


def words_of_piece(piece: str) -> list[str]:
    """Return the words of a piece of a pattern, a class as it is."""
    if piece in ("NUMBER", "MONEY", "*"):
        return [piece]
    laid = Meaning(laid_out(piece.rstrip("*")), (), (), ())
    *others, last = laid.plain_words
    return [*others, last + "*" * piece.endswith("*")]


def fits(parts: list[list[list[str]]], row: list[str]) -> bool:
    """Whether the words in a ``row`` begin with what the parts stand for."""
    if not parts:
        return True
    return any(
        len(choice) <= len(row)
        and all(is_one(wanted, word) for wanted, word in zip(choice, row, strict=False))
        and fits(parts[1:], row[len(choice) :])
        for choice in parts[0]
    )


def is_one(wanted: str, word: str) -> bool:
    """Whether ``word`` is what a pattern says."""
    if wanted == "NUMBER":
        return word[0] in "$0123456789"
    if wanted == "MONEY":
        return word[0] == "$" or bool(re.fullmatch("[0-9][0-9.,]*p", word))
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


def laid_out(text: str) -> Laid:
    """Return a text laid out."""
    from tests.matching.oracle import Laid

    return Laid(text)


def words(text: str) -> list[str]:
    """Return the words of a name as they are laid out."""
    laid = laid_out(text)
    return [
        laid.plain[slice(*found.span())] for found in re.finditer(f"{W}+", laid.shape)
    ]
