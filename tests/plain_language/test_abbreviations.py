"""Abbreviations that a reader is left alone with."""

from __future__ import annotations

import pytest

from glossary.plain_language import Context, Severity
from glossary.plain_language.abbreviations import (
    check_abbreviations,
    find_abbreviations,
)
from glossary.plain_language.passages import plain_passage
from glossary.plain_language.tables import read_table
from tests.plain_language.terms import Words

TERMS = Words({"HMICFRS": "hmicfrs"})


def codes(text, part="explanation", **context):
    passage = plain_passage(text, "en", place="/x", part=part)
    found = check_abbreviations(passage, Context(terms=TERMS, **context))
    return [(one.code, one.severity) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The NPCC and DfE", ["NPCC", "DfE"]),
        ("the CHTh, ADR149 or TOEX's", ["CHTh", "ADR149", "TOEX"]),
        ("Police and Crime", []),
        ("I saw A and B", []),
        ("on GOV.UK", ["GOV"]),
        ("a non-CSE case", ["CSE"]),
        ("in 2023-24", []),
        ("Cronfa'r DU, Rôl", ["DU"]),
    ],
    ids=[
        "capitals",
        "Welsh and codes",
        "words",
        "letters",
        "address",
        "compound",
        "years",
        "Welsh",
    ],
)
def test_what_counts_as_an_abbreviation(text, found):
    assert [text[at.start : at.end] for at in find_abbreviations(text)] == found


def test_one_without_an_entry_is_an_error():
    assert codes("The XQZ said so.") == [("unexplained-abbreviation", Severity.ERROR)]


def test_one_with_an_entry_should_be_linked():
    text = "HMICFRS said so."

    assert codes(text, entry="grooming") == [("unlinked-abbreviation", Severity.NOTE)]
    assert codes(text, entry="grooming", linked=frozenset({"hmicfrs"})) == []
    assert codes(text, entry="hmicfrs") == []
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("In the UK.", {}),
        ("Some write 'XQZ' for it.", {}),
        ("The XQZ said so.", {"own_terms": ("XQZ",)}),
    ],
    ids=["known to all", "talked about", "its own entry"],
)
def test_one_may_stand(text, context):
    assert codes(text, **context) == []


def test_a_term_may_be_an_abbreviation():
    assert codes("XQZ", part="term") == []


def test_every_abbreviation_on_the_list_has_a_reason():
    rows = [*read_table("abbreviations")]

    assert rows
    assert all(row["reason"] and row["abbreviations"] for row in rows)
