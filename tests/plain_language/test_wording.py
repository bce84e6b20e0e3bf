"""The data files of wording: each row finds its examples and nothing that is allowed."""

from __future__ import annotations

import pytest

from glossary.plain_language import Severity
from glossary.plain_language.tables import read_table
from glossary.plain_language.wording import Wording, read_wordings

TABLES = (
    "harmful_wording",
    "house_style",
    "idiom",
    "jargon",
    "negatives",
    "voice",
)
ROWS = [
    pytest.param(Wording(**row), id=f"{table}-{row['language']}-{row['examples'][0]}")
    for table in TABLES
    for row in read_table(table)
]
ALLOWED = [
    pytest.param(wording, text, id=f"{row.id}-{text}")
    for row in ROWS
    for wording in row.values
    for text in wording.allowed
]


@pytest.mark.parametrize("wording", ROWS)
def test_a_row_finds_its_examples(wording):
    missed = [text for text in wording.examples if not list(wording.find(text))]

    assert wording.examples
    assert missed == []


@pytest.mark.parametrize(("wording", "text"), ALLOWED)
def test_a_row_leaves_what_is_allowed(wording, text):
    assert list(wording.find(text)) == []


@pytest.mark.parametrize("wording", ROWS)
def test_a_row_says_why_and_what_instead(wording):
    assert all(wording.why[lang] for lang in ("en", "cy"))
    assert all(wording.preferred[lang] for lang in ("en", "cy"))
    assert wording.severity in set(Severity)


def test_every_harmful_word_names_its_source_and_how_sure_it_is():
    rows = [Wording(**row) for row in read_table("harmful_wording")]

    assert all(row.source for row in rows)
    assert {row.status for row in rows} <= {"seen", "flagged", "recalled", "proposed"}


def test_both_languages_have_as_many_rows_of_harmful_words():
    english = read_wordings("harmful_wording", "en")
    welsh = read_wordings("harmful_wording", "cy")

    assert len(english) == len(welsh) >= 30


def test_a_language_without_rows_has_nothing_to_find():
    assert read_wordings("harmful_wording", "kw") == ()
