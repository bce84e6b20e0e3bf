"""A slow and obvious matcher, to hold the quick one against.

It lays the text out as letters and signs with where each came from, tries every form
at every place, and keeps the longest that may stand there. No codes, no index.
``oracle_meaning`` says which of them are meant.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from glossary.matching import Match
from glossary.matching.capitals import ORDINARY
from glossary.text import INVISIBLE, PLAIN, fold
from tests.matching.oracle_meaning import Meaning

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from glossary.matching import Form
    from glossary.text import Folding

ENDS = "\n\v\r\x85\u2028"
PARTS = "\u2029"
PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
WALL, SEAM, OTHER = "\x1c", "\x1e", "\x1f"
ALONE = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
LINE_END = (
    rf"(?:(?:\r\n|[{ENDS}])[^\S{ENDS}{PARTS}\f]*(?![{ENDS}{PARTS}\f])"
    rf"|[^\S{PARTS}\f]*\f[^\S{PARTS}]*)"
)
SOFT_BREAK = re.compile(rf"\xad[^\S{ENDS}{PARTS}\f]*{LINE_END}")
HARD_BREAK = re.compile(
    rf"(?<=\S)([-\u2010-\u2012\u2212\ufe63\uff0d])(?=[{ENDS}\f]){LINE_END}"
)
ADDRESS = re.compile(
    r"://|@[a-z0-9é_]|(?<![a-z0-9é])www\.[a-z0-9é]|"
    r"[a-z0-9é]\.(?:com|cymru|docx?|eu|gov|html?|info|io|net|org|pdf|txt|uk|wales"
    r"|xlsx?)(?![a-z0-9é])"
)


class Unit(NamedTuple):
    """A folded character and the part of the text that it stands for."""

    sign: str
    start: int
    end: int


def find(
    forms: Sequence[Form],
    clitics: Mapping[str, Collection[str]],
    text: str,
    *,
    exclude: Collection[str] = (),
    langs: Sequence[str] | None = None,
    field: Sequence[str] = (),
    foldings: Mapping[str, Folding] | None = None,
) -> list[Match]:
    """Return what ``Vocabulary.find`` should."""
    foldings = foldings or {}
    names = [form for form in forms if not form.case_sensitive]
    abbreviations = [form for form in forms if form.case_sensitive]
    forms = [
        form for form in first_of_alike(forms, foldings) if form.entry not in exclude
    ]
    if langs is not None:
        forms = sorted(
            (form for form in forms if form.lang in langs),
            key=lambda form: langs.index(form.lang),
        )
    keys = [key(form.text) for form in forms]
    laid = Laid(text)
    meaning = Meaning(laid, abbreviations, names, field)
    found: list[Match] = []
    place = 0
    while place < len(laid.plain):
        standing: dict[int, list[Form]] = {}
        for form, wanted in zip(forms, keys, strict=True):
            end = place + len(wanted)
            if (
                wanted
                and laid.stands(form, wanted, place, clitics.get(form.lang, ()))
                and laid.is_spelt(form, place, end, foldings.get(form.lang, PLAIN))
                and meaning.allows(form, place, end, is_foreign=is_foreign(form, langs))
            ):
                standing.setdefault(end, []).append(form)
        if standing:
            end = max(standing)
            found.append(laid.match(place, end, standing[end], langs))
        place = max(standing, default=place + 1)
    return found


def is_foreign(form: Form, langs: Sequence[str] | None) -> bool:
    """Whether ``form`` is an abbreviation of another language than the text's."""
    return form.case_sensitive and form.lang != (langs or [form.lang])[0]


def first_of_alike(
    forms: Sequence[Form], foldings: Mapping[str, Folding]
) -> list[Form]:
    """Return ``forms`` without those that repeat another of the same term."""
    kept: dict[object, Form] = {}
    for form in forms:
        wanted, folding = key(form.text), foldings.get(form.lang, PLAIN)
        kept.setdefault(
            (
                wanted,
                "" if is_settled(wanted, folding) else letters(form.text, folding),
                form.entry,
                form.lang,
                form.case_sensitive,
                form.text if form.case_sensitive else "",
            ),
            form,
        )
    return list(kept.values())


def key(text: str) -> str:
    """Return ``text`` as it is looked for."""
    plain = re.sub(f"[ {WALL}]+", " ", Laid(text).plain).strip(" ")
    if plain and not is_word(plain[0]):
        signs = "".join(sign for sign in plain if not is_word(sign))
        return plain.strip(signs)
    return plain.rstrip(f"'\" {SEAM}")


class Laid:
    """A text laid out."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.units = list(one_space(text, units(text)))
        self.plain = "".join(unit.sign for unit in self.units)

    def at(self, place: int) -> str:
        """Return the sign at ``place``, a space beyond either end."""
        return self.plain[place] if 0 <= place < len(self.plain) else " "

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the text."""
        return self.units[start].start, self.units[end - 1].end

    def quote(self, start: int, end: int) -> str:
        """Return that part of the text."""
        return self.text[slice(*self.span(start, end))]

    def stands(
        self, form: Form, wanted: str, start: int, clitics: Collection[str]
    ) -> bool:
        """Whether ``form`` may be marked at ``start``."""
        end = start + len(wanted)
        return (
            self.plain.startswith(wanted, start)
            and not is_word(self.at(start - 1))
            and not (is_word(self.at(end - 1)) and is_word(self.at(end)))
            and self.begins(form, start)
            and self.ends(end, clitics)
            and not self.is_in_address(start, end)
            and self.has_capitals(form, start, end)
        )

    def is_spelt(self, form: Form, start: int, end: int, folding: Folding) -> bool:
        """Whether the letters there are those of ``form``, as its language reads them."""
        if is_settled(self.plain[start:end], folding):
            return True
        first, last = self.span(start, end)
        if self.text[first - 1 : first] in ("\u17d2", "\u1039"):
            return False
        return letters(self.text[first:last], folding) == letters(form.text, folding)

    def word(self, start: int, end: int) -> str:
        """Return a word as patterns have it, with the marks that count."""
        written = self.plain[start:end].replace(" ", "")
        if written.isascii():
            return written
        sign = written.startswith("$")
        return "$" * sign + letters(self.quote(start + sign, end), PLAIN)

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
        last, after, later = (self.at(end + step) for step in (-1, 0, 1))
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

    def has_capitals(self, form: Form, start: int, end: int) -> bool:
        """Whether an acronym has its capitals, or is in a line of capitals."""
        if not form.case_sensitive:
            return True
        first, last = self.span(start, end)
        before = re.split(rf"[{ENDS}{PARTS}\f]", self.text[max(0, first - 60) : first])[
            -1
        ]
        after = re.split(rf"[{ENDS}{PARTS}\f]", self.text[last : last + 60])[0]
        line = f"{before} {after}"
        in_capitals = line == line.upper() and line != line.lower()
        wanted, given = spelled(form.text), spelled(self.text[first:last])
        if wanted == given:
            return not (in_capitals and wanted.upper() in ORDINARY)
        return in_capitals and wanted.upper() == given

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
        elif is_invisible(character):
            broken = SOFT_BREAK.match(text, at)
            done = broken.end() if broken else done
            is_open = is_open and not broken
        else:
            broken = HARD_BREAK.match(text, at)
            done = broken.end() if broken else done
            signs = "-" if broken else "".join(signs_of(character))
            laid += (Unit(sign, at, at + 1) for sign in signs)
            is_open = not broken if signs else is_open
    return laid


def one_space(text: str, laid: list[Unit]) -> Iterator[Unit]:
    """Yield ``laid`` with each run of spaces made one, with a wall where they part."""
    for is_space, run in groupby(laid, key=lambda unit: unit.sign == " "):
        if not is_space:
            yield from run
            continue
        spaces = list(run)
        written = "".join(text[unit.start] for unit in spaces)
        plain = len(re.split(rf"[{ENDS}{PARTS}\f]", written)[0])
        if plain:
            yield spaces[0]
        if is_wall(written):
            yield spaces[plain]._replace(sign=WALL)
            plain += 1
            if plain == len(spaces):
                continue
        elif plain:
            continue
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


def is_settled(plain: str, folding: Folding) -> bool:
    """Whether nothing is left to compare where a text is ``plain``."""
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
