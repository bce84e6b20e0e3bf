"""Spelling in both languages."""

from __future__ import annotations

import pytest

from glossary.plain_language import Context, Severity, spelling
from glossary.plain_language.passages import plain_passage
from glossary.plain_language.spelling import check_spelling, clitics
from tests.plain_language.terms import Words

TERMS = Words({"Proactive Order Enforcement Team": "poet", "grwmia": "grooming"})


def unknown(text, lang="en", part="explanation"):
    passage = plain_passage(text, lang, place="/x", part=part)
    found = list(check_spelling(passage, Context(terms=TERMS)))
    assert {one.severity for one in found} <= {Severity.ERROR}
    return [one.excerpt for one in found]


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        ("The color of the organization.", "en", ["color"]),
        ("The police recieve it.", "en", ["recieve"]),
        ("Mae'r heddlu'n gweithoi.", "cy", ["gweithoi"]),
        ("Mae'r cyfraith yn gliir.", "cy", ["gliir"]),
        ("Y mis yw Gorffenaf.", "cy", ["Gorffenaf"]),
    ],
    ids=["American", "English", "Welsh", "mutated", "month"],
)
def test_a_wrong_word_is_an_error(text, lang, words):
    assert unknown(text, lang) == words


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The force’s well-known organisation.", "en"),
        ("Mae’r heddlu’n camfanteisio’n rhywiol, a’u plant.", "cy"),
        ("Pa f'un sy'n iawn?", "cy"),
        ("Ystyr 'proactive' yw hyn.", "cy"),
        ("Mae Working Together to Safeguard Children yn ganllaw.", "cy"),
        ("y Proactive Order Enforcement Team", "cy"),
        ("XQZ, ADR149, 40ml a B", "cy"),
        ("see www.exampel.org.uk or GOV.UK", "en"),
        ("dw\u0302r", "cy"),
        ("Arhoswch am un o'r tacsis. Mae'r ddau dacsi yn gliriach.", "cy"),
    ],
    ids=[
        "English",
        "clitics",
        "joined before",
        "English word quoted",
        "English name",
        "term",
        "abbreviations",
        "addresses",
        "decomposed accent",
        "words of the project",
    ],
)
def test_what_is_right_is_left_alone(text, lang):
    assert unknown(text, lang) == []


def test_a_wrong_word_is_wrong_in_quotation_marks_too():
    assert unknown("Ystyr 'proacktive' yw hyn.", "cy") == ["proacktive"]


def test_a_term_is_checked_where_it_is_defined():
    assert unknown("maen nhw'n grwmia", "cy") == []
    assert unknown("grwmia", "cy", part="term") == ["grwmia"]


def test_a_language_without_a_dictionary_is_not_checked():
    assert unknown("xxyyzz", "kw") == []
    assert spelling.is_spelled("xxyyzz", "kw")


def test_clitics_are_those_of_the_language():
    assert {"r", "n", "u"} <= clitics("cy")
    assert clitics("kw") == frozenset()
