"""Sentences that blame a victim are found as people write them, and no others.

``of_blame.<lang>.txt`` has under each heading one thing that is said, in several
persons, tenses and ways; ``of_no_blame.<lang>.txt`` has ordinary sentences.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.plain_language import Context
from glossary.plain_language.harmful_wording import check_harmful_wording
from glossary.plain_language.passages import plain_passage
from glossary.plain_language.tables import read_table
from glossary.plain_language.wording import Wording

FEWEST_FORMS = 4
FEWEST_ORDINARY = 60


def _lines(name):
    return (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()


def _said(lang):
    """Return the forms of each thing that is said of a victim, by their heading."""
    said = {}
    for line in _lines(f"of_blame.{lang}.txt"):
        if line.startswith("## "):
            said[line] = forms = []
        elif line and not line.startswith("#"):
            forms.append(line)
    return said


def _ordinary(lang):
    lines = _lines(f"of_no_blame.{lang}.txt")
    return [line for line in lines if line and not line.startswith("#")]


def _found(text, lang):
    passage = plain_passage(text, lang)
    return [one.excerpt for one in check_harmful_wording(passage, Context())]


LANGS = pytest.mark.parametrize("lang", ["en", "cy"])


@LANGS
def test_each_thing_is_found_in_every_form(lang):
    said = _said(lang)
    missed = [
        text for forms in said.values() for text in forms if not _found(text, lang)
    ]

    assert missed == []
    assert min(map(len, said.values())) >= FEWEST_FORMS


@LANGS
def test_ordinary_sentences_are_left_alone(lang):
    found = {text: _found(text, lang) for text in _ordinary(lang)}

    assert {text: what for text, what in found.items() if what} == {}
    assert len(found) >= FEWEST_ORDINARY


@LANGS
def test_each_form_is_found_with_a_curly_apostrophe_too(lang):
    texts = [text for forms in _said(lang).values() for text in forms if "'" in text]
    curly = [text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}") for text in texts]

    assert [text for text in curly if not _found(text, lang)] == []


def test_a_kind_stands_for_its_words_and_for_those_of_kinds_above_it():
    row = Wording(
        language="en",
        pattern="hurt <SELF>|met <OLDER_MAN>",
        severity="note",
        why={},
        preferred={},
        examples=[],
    )

    assert list(row.find("They hurt themselves, and she met a much older man."))
    assert not list(row.find("They hurt others, and she met a man."))


def test_what_stands_before_can_say_that_something_else_is_meant():
    row = Wording(
        language="en",
        pattern="refused to engage",
        unless_after="<OTHERS>",
        severity="note",
        why={},
        preferred={},
        examples=[],
    )

    assert list(row.find("She refused to engage."))
    assert not list(row.find("The council has refused to engage."))
    assert list(row.find("The council wrote that she refused to engage."))


def test_every_kind_is_of_some_use():
    patterns = "".join(
        row.get("pattern", "") + row.get("unless_after", "")
        for table in ("harmful_wording", "kinds")
        for row in read_table(table)
    )

    assert [
        row["kind"] for row in read_table("kinds") if f"<{row['kind']}>" not in patterns
    ] == []
