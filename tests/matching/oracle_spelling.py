"""What counts as the same word, slowly and obviously, as ``docs/spelling.md`` says.

A text is laid out as a row of signs in which ``–`` is any dash but a hyphen, ``¹`` a
raised figure, and a line end is its own kind of space.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    Others = list[tuple[int, int, str]]

A, W = "[a-zé]", "[a-z0-9é]"
APOSTROPHE_JOINS = "s|r|n|i|u|w|m|th|ch"
SHORTENED = set(
    """art asst ch cllr co const cpt det dept dr ed gen gov govt hon insp jr lt ltd mr
    mrs ms no op para parl pc prof ref reg rev rt sch sec sgt sr st supt vol""".split()
)
INITIALS = re.compile(
    rf"(?<!{W})(?:athro|cllr|constable|councillor|dame|dc|dci|det|detective|di|dr|ds"
    rf"|insp|inspector|judge|lady|lord|messrs|miss|mr|mrs|ms|mx|parch|pc|prof|professor"
    rf"|rev|sergeant|sgt|sir|superintendent|supt|syr)\.?[ \n]+(?:(?<!{W}){A}\.)*{A}$"
)
MOST_PIECES = 9
MOST_HYPHENS = 3

INSIDE_WORDS = re.compile(
    rf"(?<={A})[-–](?={W})|(?<=[0-9])[-–](?={A})|(?<={A})[-–] (?={A})"
    rf"|(?<={A})'(?=(?:{APOSTROPHE_JOINS})(?!{W}))"
    rf"|(?<=(?<!{W}){A})\.(?={A}(?!{W}))"
)
NOTE = re.compile(rf"(?<!{W})[a-zé]{{4,}}([0-9]{{1,2}})(?![-0-9a-zé]|[./][0-9])")
ENDINGS = "s|es|ies|ren|en|au|iau|ion|iaid|oedd|od|edd|nau"
OPEN = rf"(?<={A})\((?:{ENDINGS})\)(?!{W})"
BRACKET = r"(?<=[a-z0-9é)\]'\"*_~])\[[0-9]{1,3}\]"
ASIDE = re.compile(f"{OPEN}|{BRACKET}")
RUN = re.compile(f"(?:{OPEN}|{BRACKET}|[^a-z0-9é])*")
MARKUP = "['*_~]*"
OPENING = "['\"*_~]*"
BEHIND = f"(?:{OPEN})?{MARKUP}(?:¹(?:[-,]?¹)*|(?:{BRACKET})+)?{MARKUP}"


class Way(NamedTuple):
    """One way to write a form: its words, what is between them, and what is behind."""

    text: str
    words: tuple[str, ...]
    between: tuple[str, ...]
    tail: str

    @property
    def key(self) -> tuple[object, ...]:
        """What two ways share that are written alike."""
        return self.words, self.between, self.tail


def ways(text: str, conjunctions: Sequence[str]) -> list[Way]:
    """Return the ways to write a form of this ``text``."""
    from tests.matching.oracle import Laid

    texts = [text]
    if re.search("[&＆﹠]", text):
        texts += (re.sub("[&＆﹠]", f" {word} ", text) for word in conjunctions)
    found: dict[object, Way] = {}
    for one in texts:
        for row in rows(re.sub("[ \n\x1c]+", " ", Laid(one).kinds).strip(" ")):
            if row:
                way = way_of(without_asides(one), row)
                found.setdefault(way.key, way)
    return list(found.values())


def without_asides(text: str) -> str:
    """Return a text without plurals left open and numbers of notes in brackets."""
    return re.sub(rf"\(({ENDINGS})\)|\[\d{{1,3}}\]", "", text, flags=re.IGNORECASE)


def rows(row: str) -> Iterator[str]:
    """Yield the ways to write the signs of a form."""
    row = with_stops_gone(sought(row))
    apostrophes = rf"(?<={W})'(?=(?:{APOSTROPHE_JOINS})(?!{W}))(?![a-z]+$)"
    row = without(row, inside(apostrophes, row))
    for one in (row, without_open_end(row)):
        yield one
        yield from joined(one)


def with_stops_gone(row: str) -> str:
    """Return a row without the full stops of abbreviations."""
    stops = rf"(?<![.a-z0-9é])(?:{A}\.)+{A}(?!{W})\.?(?!{W})"
    return without(row, [at for at in inside(stops, row) if row[at] == "."])


def cut_at_signs(row: str) -> list[str]:
    """Return the words of a row."""
    return "".join(one if is_word(one) else " " for one in row).split()


def inside(expression: str, row: str) -> list[int]:
    """Return the places in a row of what an expression finds."""
    found = re.finditer(expression, shape_of(row))
    return [at for one in found for at in range(*one.span())]


def without_open_end(row: str) -> str:
    """Return a form without a plural that it leaves open, and a shortened word's stop."""
    shape = shape_of(row)
    found = re.search(rf"(?:{OPEN})$|(?<!{W})(?:{'|'.join(SHORTENED)})(\.)$", shape)
    if not found:
        return row
    return row[: found.start(1) if found[1] else found.start()]


def joined(row: str) -> Iterator[str]:
    """Yield a form with words joined."""
    shape = shape_of(row)
    hyphens = [at.start() for at in re.finditer(rf"(?<![0-9])-(?={W})|-(?={A})", shape)]
    if len(hyphens) > MOST_HYPHENS:
        yield without(row, hyphens)
    elif hyphens:
        for some in product((True, False), repeat=len(hyphens)):
            yield without(
                row, [at for at, gone in zip(hyphens, some, strict=True) if gone]
            )
    elif re.fullmatch(f"{W}+ {W}+", shape) and len(row) > 8:
        yield row.replace(" ", "")


def way_of(text: str, row: str) -> Way:
    """Return the way to write what a ``row`` of signs is."""
    shape = shape_of(row)
    aside = {at for found in ASIDE.finditer(shape) for at in range(*found.span())}
    spaced = "".join(
        sign if at not in aside and is_word(sign) else " "
        for at, sign in enumerate(shape)
    )
    spans = [found.span() for found in re.finditer("[^ ]+", spaced)]
    words = tuple(row[slice(*span)] for span in spans)
    between = []
    for (_, end), (start, _), word in zip(spans, spans[1:], words, strict=False):
        # With what is before it, as ``OPEN`` looks back.
        is_join = is_only_join(shape, end, start, word)
        between.append(" " if is_join else row[end:start])
    return Way(text, words, tuple(between), row[spans[-1][1] :])


def sought(row: str) -> str:
    """Return the signs by which a form is looked for."""
    signs = "".join({sign for sign in row if not is_word(sign)})
    if row and is_word(row[0]):
        return row.rstrip("'\" \x1e")
    return row.strip(signs) if signs else row


def without(row: str, places: Collection[int]) -> str:
    """Return a row without the signs in some places."""
    return "".join(sign for at, sign in enumerate(row) if at not in places)


def is_word(sign: str) -> bool:
    """Whether a sign is a part of a word."""
    from tests.matching import oracle

    return oracle.is_word(sign) and sign != "¹"


def shape_of(row: str) -> str:
    """Return a row with one letter for all that ASCII lacks."""
    return "".join(
        "é" if is_word(sign) and not sign.isascii() else sign for sign in row
    )


def is_only_join(shape: str, start: int, end: int, before: str) -> bool:
    """Whether what is between two words only parts them."""
    join = rf"{BEHIND}(?:[ \n]+[-–]?|[-–][ \n]*){OPENING}"
    if before in SHORTENED and shape[start] == ".":
        start += 1
        join = f"{join}|"
    found = re.compile(f"(?:{join})(?={W})").match(shape, start)
    return found is not None and found.end() == end


class Spelling:
    """How the words of a text are spelled, which is laid out in a ``row``."""

    def __init__(self, row: str) -> None:
        self.row = row
        self.shape = shape = shape_of(row)
        self.joints = {
            found.start(): found.end()
            for found in INSIDE_WORDS.finditer(shape)
            if not (found[0] == "." and INITIALS.search(shape, 0, found.start()))
        }
        self.notes = {found.start(1): found.end(1) for found in NOTE.finditer(shape)}
        self.aside = {
            at for found in ASIDE.finditer(shape) for at in range(*found.span())
        }

    def of(
        self, way: Way, place: int, conjunctions: Sequence[str]
    ) -> tuple[int, Others] | None:
        """Return where ``way`` ends that stands at ``place``, or None.

        And which parts of the text stand for other words than are written there.
        """
        if place in self.aside:
            return None
        others: Others = []
        is_sign = False
        for number, word in enumerate(way.words):
            if number:
                if place in self.notes:
                    others.append((place, self.notes[place], ""))
                    place = self.notes[place]
                end = RUN.match(self.shape, place).end()
                is_between = number < len(way.words) - 1
                before, wanted = way.words[number - 1], way.between[number - 1]
                is_there = is_sign or self.is_between(wanted, place, end, before)
                if not (is_there and self.end_of_word(word, end)):
                    is_sign = (
                        word in conjunctions
                        and is_between
                        and not is_sign
                        and self.has_and(place, end)
                    )
                    if not is_sign:
                        return None
                    others.append((place, end, word))
                    continue
                place, is_sign = end, False
            end = self.end_of_word(word, place)
            is_last = number == len(way.words) - 1
            if end is None or (is_last and self.has_apostrophe(place, end)):
                return None
            place = end
        return self.with_tail(way.tail, place, others)

    def has_and(self, start: int, end: int) -> bool:
        """Whether ``&`` stands there."""
        sign = re.compile(rf"{BEHIND}[ \n]*&[ \n]*{OPENING}(?={W})")
        found = sign.match(self.shape, start)
        return found is not None and found.end() == end

    def is_between(self, wanted: str, start: int, end: int, before: str) -> bool:
        """Whether what is there may be between two words of a form."""
        if start == end:
            return False
        if wanted == " ":
            return is_only_join(self.shape, start, end, before)
        sign = re.escape(wanted).replace(r"\ ", "[ \n]")
        around = re.compile(rf"(?:(?>{BEHIND}))?{sign}{MARKUP}(?={W})")
        found = around.match(self.shape, start)
        return found is not None and found.end() == end

    def end_of_word(self, word: str, place: int) -> int | None:
        """Return where ``word`` ends that begins at ``place``, in pieces perhaps."""
        pieces, last = 1, ""
        for letter in word:
            if place in self.joints:
                last = self.row[place : self.joints[place]]
                place = self.joints[place]
                pieces += 1
            if self.row[place : place + 1] != letter:
                return None
            place += 1
        after = self.row[place : place + 1]
        if pieces > MOST_PIECES or (is_word(after or " ") and place not in self.notes):
            return None
        return place + (last == "." == after and place not in self.joints)

    def has_apostrophe(self, start: int, end: int) -> bool:
        """Whether one stands where a word is in pieces."""
        return any(
            self.row[at] == "'" and at in self.joints for at in range(start, end)
        )

    def is_between_stops(self, place: int) -> bool:
        """Whether an abbreviation that has full stops begins before and goes on."""
        return any(
            self.row[at : at + 1] == "." and at in self.joints
            for at in (place - 1, place)
        )

    def with_tail(
        self, tail: str, place: int, others: Others
    ) -> tuple[int, Others] | None:
        """Return the same with what is behind the last word."""
        found = re.compile(re.escape(tail).replace(r"\ ", "[ \n]")).match(
            self.row, place
        )
        return (found.end(), others) if found else None
