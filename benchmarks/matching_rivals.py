"""Other people's matchers, each used as exactly as it can be, and a brute-force scan.

They read the text in small letters with one kind of apostrophe and space, a space for
every hyphen, position for position, and look for every form in each way in which its
words may be joined. What they propose is held against the rules of a match here: an
engine that reports every overlapping proposal can then lose none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, Protocol

import ahocorasick
import ahocorasick_rs
import spacy
from flashtext import KeywordProcessor
from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

from benchmarks.matching_material import CLITICS
from glossary.matching import build_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary.matching import Form

    Span = tuple[int, int]

_ONE_KIND = (("‘", "'"), ("’", "'"), ("\u2011", "-"), ("\u00a0", " "), ("\n", " "))
_CUT_BEFORE = re.compile(r"\w['_]\Z|[0-9][.,]\Z")
_PAIR = re.compile(r"\w+ \w+")
_LONG_ENOUGH = 9
_INSIDE = re.compile(r"'(?=[a-z]+ )")
_COMPOUND = re.compile(r"\w-\Z")
_CUT_AFTER = re.compile(r"'\w|_\w|[.,][0-9]")
_CLITIC = re.compile(rf"'(?:{'|'.join(CLITICS)})(?!\w)")
_ADDRESS = re.compile(r"www\.|\.org|://|@\w")
_WORD = re.compile(r"[^\W_]+")
_WELSH_LETTERS = "âêîôûŵŷäëïöüẅÿáéíóúẃýàèìòùẁỳ"


class Found(NamedTuple):
    """A span and the entries that it may stand for."""

    start: int
    end: int
    entries: tuple[str, ...]


def plain(text: str) -> str:
    """Return ``text`` with one kind of letter and sign, as long as it was."""
    text = text.lower()
    for sign, usual in _ONE_KIND:
        text = text.replace(sign, usual)
    return text


def apart(text: str) -> str:
    """Return plain ``text`` with a space for every hyphen."""
    return text.replace("-", " ")


def ways(form: Form) -> set[str]:
    """Return how ``form`` is looked for: with its words apart, and joined."""
    own = plain(form.text).rstrip("'")
    found = {own, own.replace("-", ""), _INSIDE.sub("", own)}
    if _PAIR.fullmatch(own) and len(own) >= _LONG_ENOUGH:
        found.add(own.replace(" ", ""))
    return {apart(one) for one in found}


class Rules:
    """Which forms are spelled alike, and whether they hold where they are found."""

    def __init__(self, forms: Sequence[Form]) -> None:
        """Arrange the forms by the ways in which they are looked for."""
        alike = defaultdict(list)
        for form in forms:
            for way in ways(form):
                alike[way].append(form)
        self.forms = dict(alike)

    def kept(self, text: str, spans: Iterable[Span]) -> list[Found]:
        """Return the leftmost longest of ``spans`` that hold."""
        found = plain(text)
        kept: list[Found] = []
        done = 0
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            if start < done:
                continue
            holding = self._holding(text, found, start, end)
            if holding:
                entries = dict.fromkeys(form.entry for form in holding)
                kept.append(Found(start, end, tuple(entries)))
                done = end
        return kept

    def _holding(self, text: str, found: str, start: int, end: int) -> list[Form]:
        forms = self.forms[apart(found[start:end])]
        before, after = found[max(0, start - 2) : start], found[end : end + 4]
        if not before.endswith(" ") or not after.startswith(" "):
            if _CUT_BEFORE.search(before) or _is_in_address(found, start, end):
                return []
            if _COMPOUND.search(before):
                forms = [form for form in forms if form.case_sensitive]
            if _CUT_AFTER.match(after):
                clitic = _CLITIC.match(after)
                forms = [form for form in forms if clitic and form.lang == "cy"]
        return [
            form
            for form in forms
            if not form.case_sensitive or form.text == text[start:end].replace("’", "'")
        ]


def _is_in_address(found: str, start: int, end: int) -> bool:
    first, last = found.rfind(" ", 0, start) + 1, found.find(" ", end)
    return bool(_ADDRESS.search(found, first, last if last >= 0 else len(found)))


class Engine(Protocol):
    """What finds forms in a text. It is built of them."""

    def __init__(self, forms: Sequence[Form]) -> None:
        """Build it."""

    def find(self, text: str) -> Iterable[Sequence[object]]:
        """Return where the forms are and whose, in this order."""


class Ours:
    """This project, ``glossary.matching``."""

    def __init__(self, forms: Sequence[Form]) -> None:
        """Build a vocabulary."""
        self.vocabulary = build_vocabulary(forms, clitics={"cy": CLITICS})

    def find(self, text: str) -> Iterable[Sequence[object]]:
        """Return the matches."""
        return self.vocabulary.find(text)


class BruteForce:
    """Every stretch of words up to the longest form's number of them."""

    def __init__(self, forms: Sequence[Form]) -> None:
        """Build it of the forms."""
        self.rules = Rules(forms)
        self.longest = max(len(_WORD.findall(way)) for way in self.rules.forms)

    def find(self, text: str) -> list[Found]:
        """Return what holds of its proposals."""
        found = apart(plain(text))
        words = [word.span() for word in _WORD.finditer(found)]
        spans = (
            (start, end)
            for index, (start, _) in enumerate(words)
            for _, end in words[index : index + self.longest]
            if found[start:end] in self.rules.forms
        )
        return self.rules.kept(text, spans)


class PyAhocorasick:
    """pyahocorasick: all proposals, whole words of them, the longest."""

    def __init__(self, forms: Sequence[Form]) -> None:
        """Build it of the forms."""
        self.rules = Rules(forms)
        self.automaton = ahocorasick.Automaton()
        for key in self.rules.forms:
            self.automaton.add_word(key, len(key))
        self.automaton.make_automaton()

    def find(self, text: str) -> list[Found]:
        """Return what holds of its proposals."""
        found = apart(plain(text))
        spans = [
            (last + 1 - length, last + 1) for last, length in self.automaton.iter(found)
        ]
        return self.rules.kept(text, _whole(found, spans))


class AhocorasickRs:
    """ahocorasick_rs: the same."""

    def __init__(self, forms: Sequence[Form]) -> None:
        """Build it of the forms."""
        self.rules = Rules(forms)
        self.automaton = ahocorasick_rs.AhoCorasick(list(self.rules.forms))

    def find(self, text: str) -> list[Found]:
        """Return what holds of its proposals."""
        found = apart(plain(text))
        proposals = self.automaton.find_matches_as_indexes(found, overlapping=True)
        spans = [(start, end) for _, start, end in proposals]
        return self.rules.kept(text, _whole(found, spans))


def _whole(found: str, spans: list[Span]) -> list[Span]:
    """Return those of ``spans`` that no letter or figure touches."""
    last = len(found)
    return [
        (start, end)
        for start, end in spans
        if not (start and found[start - 1].isalnum())
        and not (end < last and found[end].isalnum())
    ]


class FlashText:
    """flashtext, with the Welsh letters that it does not take for letters."""

    def __init__(self, forms: Sequence[Form]) -> None:
        """Build it of the forms."""
        self.rules = Rules(forms)
        self.processor = KeywordProcessor()
        for letter in _WELSH_LETTERS:
            self.processor.add_non_word_boundary(letter)
        for key in self.rules.forms:
            self.processor.add_keyword(key, key)

    def find(self, text: str) -> list[Found]:
        """Return what holds of its proposals."""
        found = apart(plain(text))
        hits = self.processor.extract_keywords(found, span_info=True)
        return self.rules.kept(text, ((start, end) for _, start, end in hits))


class SpaCy:
    """spaCy's PhraseMatcher over a blank English pipeline."""

    def __init__(self, forms: Sequence[Form]) -> None:
        """Build it of the forms."""
        self.rules = Rules(forms)
        self.language = spacy.blank("en")
        self.language.max_length = 10**8
        self.matcher = PhraseMatcher(self.language.vocab)
        self.matcher.add("forms", list(self.language.pipe(self.rules.forms)))

    def find(self, text: str) -> list[Found]:
        """Return what holds of its proposals."""
        found = apart(plain(text))
        spans = filter_spans(self.matcher(self.language(found), as_spans=True))
        return self.rules.kept(
            text, ((span.start_char, span.end_char) for span in spans)
        )


RIVALS: tuple[type[Engine], ...] = (AhocorasickRs, PyAhocorasick, FlashText, SpaCy)
