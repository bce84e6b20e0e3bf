"""Jargon without an entry, and officialese."""

from __future__ import annotations

import pytest

from glossary.plain_language import Context, Severity
from glossary.plain_language.jargon import check_jargon
from glossary.plain_language.passages import plain_passage
from tests.plain_language.terms import Words

TERMS = Words({"multi-agency": "multi-agency", "Robust Team": "robust-team"})


def codes(text, lang="en", part="explanation", **context):
    passage = plain_passage(text, lang, place="/x", part=part)
    found = check_jargon(passage, Context(**context))
    return [(one.code, one.severity) for one in found]


@pytest.mark.parametrize(
    ("text", "lang"),
    [("It is multi-agency work.", "en"), ("Dyma waith amlasiantaethol.", "cy")],
    ids=["English", "Welsh"],
)
def test_jargon_without_an_entry_is_an_error(text, lang):
    assert codes(text, lang) == [("jargon", Severity.ERROR)]


def test_jargon_with_an_entry_should_be_linked():
    text = "It is multi-agency work."

    assert codes(f"The Robust Team. {text}", terms=TERMS) == []
    assert codes(text, terms=TERMS, entry="x") == [("unlinked-jargon", Severity.NOTE)]
    assert codes(text, terms=TERMS, entry="x", linked=frozenset({"multi-agency"})) == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [("They act in order to help.", "en"), ("Mae'n sôn mewn perthynas â'r Bil.", "cy")],
    ids=["English", "Welsh"],
)
def test_officialese_is_a_warning(text, lang):
    assert codes(text, lang) == [("officialese", Severity.WARNING)]


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("The word 'multi-agency' is jargon.", {}),
        ("It is multi-agency work.", {"own_terms": ("multi-agency",)}),
        ("The Robust Team did it.", {"terms": TERMS, "entry": "x"}),
        ("Read Safeguarding Children Together now.", {}),
    ],
    ids=["quoted", "its own entry", "part of a term", "part of a name"],
)
def test_where_it_may_stand(text, context):
    assert codes(text, **context) == []


def test_a_term_may_be_jargon():
    assert codes("multi-agency", part="term") == []
