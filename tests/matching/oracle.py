"""A slow and obvious matcher, to hold the quick one against.

It lays the text out as letters and signs with where each came from, tries every form
at every place, and keeps the longest that may stand there. No codes, no index.
``oracle_spelling`` says what counts as the same word, ``oracle_meaning`` which forms
are meant.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, NamedTuple

from glossary.matching import Match
from glossary.matching.capitals import ORDINARY
from glossary.text import (
    INVISIBLE,
    JOINED,
    MOJIBAKE,
    PLAIN,
    REFERENCE,
    fold,
    mended,
    sign_of,
)
from tests.matching.oracle_meaning import Meaning
from tests.matching.oracle_spelling import Spelling, ways, without_asides

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from glossary.matching import Form
    from glossary.text import Folding
    from tests.matching.oracle_spelling import Way

ENDS = "\n\v\r\x85\u2028"
PARTS = "\u2029"
PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
QUOTES = "\u0093\u0094\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
WALL, SEAM, OTHER = "\x1c", "\x1e", "\x1f"
ALONE = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
DASHES = "\u0096\u0097\u00ac\u2013\u2014\u2015\u2043\u2e3a\u2e3b\ufe31\ufe32"
BLANK = rf"[^\S{ENDS}{PARTS}\f]"
LINE_END = re.compile(
    rf"{BLANK}*(?=[{ENDS}\f])"
    rf"(?:(?:\r\n|[{ENDS}]){BLANK}*(?![{ENDS}{PARTS}\f])|[^\S{PARTS}\f]*\f[^\S{PARTS}]*)"
)
QUOTING = re.compile(rf"(?:\A|(?<=[{ENDS}])){BLANK}*(?:[>\uff1e\ufe65]{BLANK}*)+")
SOFT_END = re.compile(rf"(?:\r\n|[{ENDS}])(?![{ENDS}\f])")
REFERENCE_THERE = re.compile(
    REFERENCE.replace("&", "[&\uff06\ufe60]", 1), re.IGNORECASE
)
ADDRESS = re.compile(
    r"://|@[a-z0-9é_]|(?<![a-z0-9é])www\.[a-z0-9é]|"
    r"[a-z0-9é]\.(?:com|cymru|docx?|eu|gov|html?|info|io|net|org|pdf|txt|uk|wales"
    r"|xlsx?)(?![a-z0-9é])"
)


class Unit(NamedTuple):
    """A folded character and the part of the text that it stands for.

    ``kind`` tells dashes, raised figures and the ends of lines from other signs.
    """

    sign: str
    start: int
    end: int
    kind: str


def find(
    forms: Sequence[Form],
    clitics: Mapping[str, Collection[str]],
    text: str,
    *,
    exclude: Collection[str] = (),
    langs: Sequence[str] | None = None,
    conjunctions: Mapping[str, Sequence[str]] | None = None,
    field: Sequence[str] = (),
    foldings: Mapping[str, Folding] | None = None,
) -> list[Match]:
    """Return what ``Vocabulary.find`` should."""
    foldings, conjunctions = foldings or {}, conjunctions or {}
    names = [form for form in forms if not form.case_sensitive]
    abbreviations = [form for form in forms if form.case_sensitive]
    wanted = [
        (form, way)
        for form, way in first_of_alike(forms, conjunctions, foldings)
        if form.entry not in exclude and form.lang in (langs or [form.lang])
    ]
    if langs is not None:
        wanted = [(form, way) for form, way in wanted if form.lang in langs]
    laid = Laid(text)
    spelling = Spelling(laid.kinds)
    meaning = Meaning(laid, abbreviations, names, field)
    found: list[Match] = []
    place = 0
    while place < len(laid.plain):
        standing: dict[int, list[Form]] = {}
        for form, way in wanted:
            spelled_there = spelling.of(way, place, conjunctions.get(form.lang, ()))
            if spelled_there is None or is_word(laid.at(place - 1)):
                continue
            end, others = spelled_there
            if spelling.is_between_stops(place) or spelling.is_between_stops(end):
                continue
            written = laid.as_read(place, end, others)
            behind = spelling.notes.get(end, end)
            if (
                laid.stands(form, place, end, clitics.get(form.lang, ()))
                and laid.has_capitals(form, way.text, place, end, written)
                and laid.is_spelt(way.text, place, written, foldings.get(form.lang))
                and meaning.allows(
                    form, place, behind, is_foreign=is_foreign(form, langs)
                )
                and form not in standing.get(end, ())
            ):
                standing.setdefault(end, []).append(form)
        if standing:
            end = max(standing)
            there = sorted(standing[end], key=forms.index)
            found.append(laid.match(place, end, there, langs))
        place = max(standing, default=place + 1)
    return found


def is_foreign(form: Form, langs: Sequence[str] | None) -> bool:
    """Whether ``form`` is an abbreviation of another language than the text's."""
    return form.case_sensitive and form.lang != (langs or [form.lang])[0]


def first_of_alike(
    forms: Sequence[Form],
    conjunctions: Mapping[str, Sequence[str]],
    foldings: Mapping[str, Folding],
) -> list[tuple[Form, Way]]:
    """Return the ways to write ``forms``, without those that repeat another's.

    That is another form of the same term.
    """
    kept: dict[object, tuple[Form, Way]] = {}
    for form in forms:
        folding = foldings.get(form.lang, PLAIN)
        for way in ways(form.text, conjunctions.get(form.lang, ())):
            kept.setdefault(
                (
                    way.key,
                    "" if is_settled(way.text, folding) else letters(way.text, folding),
                    form.entry,
                    form.lang,
                    form.case_sensitive,
                    form.text if form.case_sensitive else "",
                ),
                (form, way),
            )
    return list(kept.values())


class Laid:
    """A text laid out."""

    def __init__(self, text: str) -> None:
        self.text = text
        unquoted = QUOTING.sub(lambda found: " " * len(found[0]), text)
        self.units = list(one_space(unquoted, units(unquoted)))
        self.plain = "".join(unit.sign for unit in self.units)
        self.kinds = "".join(unit.kind for unit in self.units)

    def at(self, place: int) -> str:
        """Return the sign at ``place``, a space beyond either end."""
        return self.plain[place] if 0 <= place < len(self.plain) else " "

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the text."""
        return self.units[start].start, self.units[end - 1].end

    def quote(self, start: int, end: int) -> str:
        """Return that part of the text."""
        return self.text[slice(*self.span(start, end))]

    def as_read(
        self, start: int, end: int, others: Sequence[tuple[int, int, str]]
    ) -> str:
        """Return that part of the text with other words in some places."""
        parts: list[str] = []
        for first, last, word in others:
            parts += mended(self.quote(start, first)), word
            start = last
        return without_asides("".join([*parts, mended(self.quote(start, end))]))

    def stands(
        self, form: Form, start: int, end: int, clitics: Collection[str]
    ) -> bool:
        """Whether ``form`` may be marked there."""
        return (
            self.begins(form, start)
            and self.ends(end, clitics)
            and not self.is_in_address(start, end)
        )

    def is_spelt(
        self, wanted: str, start: int, written: str, folding: Folding | None
    ) -> bool:
        """Whether the letters ``written`` are the ``wanted``, as their language reads."""
        folding = folding or PLAIN
        if is_settled(wanted, folding):
            return True
        first = self.units[start].start
        if self.text[first - 1 : first] in ("\u17d2", "\u1039"):
            return False
        return letters(written, folding) == letters(wanted, folding)

    def word(self, start: int, end: int) -> str:
        """Return a word as patterns have it, with the marks that count."""
        written = re.sub(r"(?<=^\$)[ .]+", "", self.plain[start:end])
        if written.isascii():
            return written
        sign = written.startswith("$")
        return "$" * sign + letters(mended(self.quote(start + sign, end)), PLAIN)

    def begins(self, form: Form, start: int) -> bool:
        """Whether no apostrophe, hyphen or figure before it makes it a part."""
        earlier, before, first = (self.at(start + step) for step in (-2, -1, 0))
        if before == "-" and is_word(earlier):
            return form.case_sensitive
        if before in ".," and before:
            return not (is_figure(earlier) and is_figure(first))
        if before == '"':
            return first.isascii() or not is_foreign_letter(earlier)
        return not (before in "'_" and is_word(earlier))

    def ends(self, end: int, clitics: Collection[str]) -> bool:
        """Whether nothing after it makes it a part."""
        earlier, last, after, later = (self.at(end + step) for step in (-2, -1, 0, 1))
        if last == "." and is_figure(earlier) and is_figure(after):
            return False
        if after in ".,":
            return not (is_figure(last) and is_figure(later))
        if not (is_word(last) and is_word(later)):
            return True
        if after == "'":
            return any(
                self.plain.startswith(clitic, end + 1)
                and not is_word(self.at(end + 1 + len(clitic)))
                for clitic in clitics
            )
        if after == '"':
            return last.isascii() or later.isascii()
        return after != "_"

    def is_in_address(self, start: int, end: int) -> bool:
        """Whether it is a part of an address, and not the whole."""
        return any(
            first < end and start < last and not start <= first < last <= end
            for first, last in self.addresses
        )

    @cached_property
    def shape(self) -> str:
        """The text with one letter for all that ASCII lacks."""
        return "".join(
            "é" if is_word(sign) and not sign.isascii() else sign for sign in self.plain
        )

    @cached_property
    def addresses(self) -> list[tuple[int, int]]:
        """Where addresses are, from the first letter to the last."""
        shape = self.shape
        runs = (
            run for run in re.finditer(f"[^ {WALL}]+", shape) if ADDRESS.search(run[0])
        )
        words = (
            [at for at in range(*run.span()) if is_word(shape[at]) or shape[at] == "@"]
            for run in runs
        )
        return [(inside[0], inside[-1] + 1) for inside in words if inside]

    def has_capitals(
        self, form: Form, wanted: str, start: int, end: int, written: str
    ) -> bool:
        """Whether an acronym has its capitals, or others that will do."""
        if not form.case_sensitive:
            return True
        first, last = self.span(start, end)
        before = re.split(rf"[{ENDS}{PARTS}\f]", self.text[max(0, first - 60) : first])[
            -1
        ]
        after = re.split(rf"[{ENDS}{PARTS}\f]", self.text[last : last + 60])[0]
        line = f"{before} {after}"
        in_capitals = line == line.upper() and line != line.lower()
        wanted, given = spelled(wanted), spelled(written)
        is_ordinary = wanted.upper() in ORDINARY
        if wanted == given:
            return not (in_capitals and is_ordinary)
        goes_on = fold(self.text[last : last + 1]) == "-"
        if is_ordinary or (goes_on and not given[-1:].isupper()):
            return False
        others = {wanted[:1].upper() + wanted[1:]}
        if form.also_small:
            others |= {wanted.lower(), wanted.capitalize()}
        if given in others:
            return True
        if given == wanted.upper() and (in_capitals or wanted[-1] != "s"):
            return True
        ending = ""
        while wanted[-1:] and not wanted[-1].isupper():
            wanted, ending = wanted[:-1], wanted[-1] + ending
        return given == wanted.upper() + ending

    def match(
        self, start: int, end: int, forms: list[Form], langs: Sequence[str] | None
    ) -> Match:
        """Return the match of ``forms``."""
        quote = self.quote(start, end)
        ranks = list(langs or ())
        forms.sort(
            key=lambda form: (
                ranks.index(form.lang) if ranks else 0,
                form.text != quote,
            )
        )
        first = forms[0]
        name = first.name
        if name == "exact" and first.text != quote:
            name = "folded"
        entries = tuple(dict.fromkeys(form.entry for form in forms))
        return Match(*self.span(start, end), entries, first.lang, name)


def units(text: str) -> list[Unit]:
    """Return the folded characters of ``text``, accents with what they are on."""
    laid: list[Unit] = []
    done = 0
    is_open = False  # whether an accent would be drawn on the last of them
    for at, character in enumerate(text):
        if at < done:
            continue
        if is_mark(character):
            drawn_on = laid[-1].start if is_open else len(text)
            laid = [
                unit._replace(end=at + 1) if unit.start == drawn_on else unit
                for unit in laid
            ]
            continue
        reference = REFERENCE_THERE.match(text, at)
        if reference and len(sign_of(reference[0])) == 1:
            done = reference.end()
            sign = sign_of(reference[0])
            signs = [] if is_mark(sign) or is_invisible(sign) else signs_of(sign)
            laid += (Unit(one, at, done, kind_of(one, sign)) for one in signs)
            is_open = False
            continue
        if text[at : at + 3] == MOJIBAKE and at and is_plain(text[at - 1]):
            done = at + 3
            laid.append(Unit("'", at, done, "'"))
            is_open = True
            continue
        broken = end_of_break(text, at)
        done = broken or done
        if is_invisible(character):
            is_open = is_open and not broken
        else:
            signs = [*signs_of(character)]
            if is_lost_apostrophe(text, at):
                signs = ["'"]
            if broken and signs == ["="]:
                signs = []
            laid += (Unit(sign, at, at + 1, kind_of(sign, character)) for sign in signs)
            is_open = not broken if signs else is_open
    return laid


def is_lost_apostrophe(text: str, at: int) -> bool:
    """Whether a question mark is what a program made of an apostrophe."""
    joined = re.compile(f"(?:{'|'.join(JOINED)})$")
    word = "".join(takewhile(str.isalpha, text[at + 1 : at + 4]))
    beyond = text[at + 1 + len(word) : at + 2 + len(word)]
    return (
        fold(text[at]) == "?"
        and at > 0
        and is_plain(text[at - 1])
        and all(map(is_plain, word))
        and joined.match(fold(word)) is not None
        and not (beyond and (is_of_a_word(beyond) or is_invisible(beyond)))
    )


def is_plain(character: str) -> bool:
    """Whether it is one letter or figure, compared as one."""
    signs = [*signs_of(character)]
    is_nothing = is_mark(character) or is_invisible(character)
    return len(signs) == 1 and is_word(signs[0]) and not is_nothing


def end_of_break(text: str, at: int) -> int | None:
    """Return where a word goes on that is broken at the sign at ``at``, if one is."""
    before, sign = text[at - 1 : at], "".join(signs_of(text[at]))
    is_hyphen = sign == "-" or text[at] in DASHES
    may_break = (
        text[at] == "\xad"
        or (is_hyphen and before and not before.isspace())
        or (sign == "=" and not (before and before in f"=\uff1d\ufe66{ENDS}\f"))
    )
    end = (SOFT_END if sign == "=" else LINE_END).match(text, at + 1)
    if not may_break or end is None:
        return None
    after = next((one for one in text[end.end() :] if not is_hidden(one)), "")
    if after and after in f"{ENDS}{PARTS}\f":
        return None
    return end.end()


def is_hidden(character: str) -> bool:
    """Whether a line of such characters is empty."""
    is_blank = character.isspace() and character not in f"{ENDS}{PARTS}\f"
    return is_blank or is_invisible(character) or is_mark(character)


def kind_of(sign: str, character: str) -> str:
    """Return the kind of a sign."""
    if character in DASHES:
        return "–"
    if character in "†‡":
        return "¹"
    is_raised = unicodedata.decomposition(character).startswith("<super>")
    return "¹" if is_raised and unicodedata.category(character) == "No" else sign


def one_space(text: str, laid: list[Unit]) -> Iterator[Unit]:
    """Yield ``laid`` with each run of spaces made one, with a wall where they part."""
    for is_space, run in groupby(laid, key=lambda unit: unit.sign == " "):
        if not is_space:
            yield from run
            continue
        spaces = list(run)
        written = "".join(text[unit.start] for unit in spaces)
        plain = len(re.split(rf"[{ENDS}{PARTS}\f]", written)[0])
        if not is_wall(written):
            is_end = plain < len(written)
            yield spaces[0]._replace(kind="\n" if is_end else " ")
            continue
        if plain:
            yield spaces[0]
        yield spaces[plain]._replace(sign=WALL, kind=WALL)
        if plain + 1 < len(spaces):
            yield spaces[-1]


def is_wall(spaces: str) -> bool:
    """Whether no term goes over ``spaces``."""
    ends = len(re.findall(rf"\r\n|[{ENDS}]", spaces))
    if "\f" in spaces:
        return False
    return ends > 1 or PARTS in spaces


def signs_of(character: str) -> Iterator[str]:
    """Yield what one character is compared as: mostly one sign."""
    folded = bare(fold(character))
    if character.isspace():
        yield " "
    elif character in QUOTES:
        yield '"'
    elif unicodedata.category(character) == "Sc":
        yield "$"
    elif folded in PUNCTUATION and folded:
        yield folded
    elif not is_letter(character):
        yield OTHER
    elif len(folded) == 1 and ALONE.match(folded):
        yield from (SEAM, folded, SEAM)
    elif len(folded) == 1:
        yield folded
    else:
        for part in folded:
            yield from signs_of(part)


def is_mark(character: str) -> bool:
    """Whether it is an accent or a vowel sign."""
    is_drawn = unicodedata.category(character).startswith("M")
    return is_drawn and not is_invisible(character)


def bare(folded: str) -> str:
    """Return letters without their marks."""
    parts = unicodedata.normalize("NFD", folded)
    return "".join(part for part in parts if not is_mark(part))


def letters(text: str, folding: Folding) -> str:
    """Return the letters of ``text`` and the marks that count."""
    folded = folding.fold("".join(filter(is_of_a_word, text)))
    return "".join(filter(is_of_a_word, folded))


def is_of_a_word(character: str) -> bool:
    """Whether it makes words, or belongs to what does."""
    if is_mark(character):
        return True
    is_sign = is_invisible(character) or fold(character) in PUNCTUATION
    return is_letter(character) and not is_sign


def is_settled(wanted: str, folding: Folding) -> bool:
    """Whether nothing is left to compare where a form is ``wanted``."""
    plain = Laid(wanted).plain.replace(OTHER, "")
    return plain.isascii() and folding is PLAIN


def is_foreign_letter(sign: str) -> bool:
    """Whether a sign, as it is laid out, is a letter that ASCII lacks."""
    return is_word(sign) and not sign.isascii()


def is_invisible(character: str) -> bool:
    """Whether it shows nothing."""
    return character in f"{INVISIBLE}\0" or unicodedata.category(character) == "Cf"


def is_letter(character: str) -> bool:
    """Whether it makes words."""
    kind = unicodedata.category(character)
    return kind[0] == "L" or kind in ("Nd", "Nl")


def is_word(sign: str) -> bool:
    """Whether a sign, as it is laid out, is a part of a word."""
    return sign not in PUNCTUATION and is_letter(sign)


def is_figure(sign: str) -> bool:
    """Whether it is one of the ten figures."""
    return sign in "0123456789"


def spelled(text: str) -> str:
    """Return the letters of ``text`` with their capitals and accents."""
    kept = (
        part
        for part in text
        if is_mark(part)
        or (
            is_letter(part) and not is_invisible(part) and fold(part) not in PUNCTUATION
        )
    )
    return unicodedata.normalize("NFKC", "".join(kept))
