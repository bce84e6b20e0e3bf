"""English forms, order and articles."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.languages import SurfaceForm, TermFacts
from glossary.languages.english import language


def forms(text: str, **facts: Any) -> list[tuple[str, str]]:
    found = language.surface_forms(TermFacts(text, **facts))
    return [(form.name, form.text) for form in found]


def test_a_term_with_a_plural_has_four_forms():
    assert forms("problem profile", plural="problem profiles") == [
        ("exact", "problem profile"),
        ("possessive", "problem profile's"),
        ("plural", "problem profiles"),
        ("plural-possessive", "problem profiles'"),
    ]


def test_a_plural_without_s_takes_one_in_the_possessive():
    assert ("plural-possessive", "children's") in forms("child", plural="children")


def test_a_term_that_ends_in_s_has_two_possessives():
    assert forms("HMICFRS", type="acronym") == [
        ("exact", "HMICFRS"),
        ("possessive", "HMICFRS's"),
        ("possessive", "HMICFRS'"),
    ]


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organised", "organized"),
        ("victimisation", "victimization"),
        ("analyse", "analyze"),
        ("recognise", "recognize"),
        ("behaviour", "behavior"),
        ("neighbourhood", "neighborhood"),
        ("centre", "center"),
        ("centred", "centered"),
        ("defence", "defense"),
        ("offences", "offenses"),
        ("licence", "license"),
        ("dialogue", "dialog"),
        ("paedophile", "pedophile"),
        ("haemorrhage", "hemorrhage"),
        ("anaesthetic", "anesthetic"),
        ("counselling", "counseling"),
        ("labelled", "labeled"),
        ("fulfil", "fulfill"),
        ("enrolment", "enrollment"),
        ("skilful", "skillful"),
        ("programme", "program"),
        ("enquiry", "inquiry"),
        ("judgement", "judgment"),
        ("ageing", "aging"),
        ("ORGANISED", "ORGANIZED"),
        ("Enquiries", "Inquiries"),
    ],
)
def test_an_ending_may_be_british_or_american(british, american):
    assert ("variant", american) in forms(british)
    assert ("variant", british) in forms(american)


@pytest.mark.parametrize(
    "word",
    """
    hour four tour contour door motor author actor for exercise promise size prize wise
    rise raise advise otherwise expertise comprise surprise franchise premise pedal
    pedestrian laboratory honorary humorous elaborate paging meter cancellation
    fuel labels programmed tailor error practice
    """.split(),
)
def test_what_would_be_another_word_has_no_other_ending(word):
    names = [name for name, _ in forms(word)]

    assert names.count("variant") == 0
    assert names.count("exact") == 1


def test_each_word_of_a_name_may_have_the_other_ending():
    found = {text for _, text in forms("organised crime programme")}

    assert {
        "organized crime program",
        "organized crime programme",
        "organised crime program",
        "organized crime program's",
    } <= found


def test_a_plural_has_the_other_ending_too():
    found = forms("line of enquiry", plural="lines of enquiry")

    assert ("plural", "lines of inquiry") in found
    assert ("plural-possessive", "lines of inquiry's") in found


def test_an_abbreviation_has_a_plural_with_an_s():
    assert ("plural", "ACCs") in forms("ACC", type="acronym")
    assert ("plural", "ROCUx") in forms("ROCU", type="acronym", plural="ROCUx")


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("HMICFRS", "acronym"),
        ("CHTh", "acronym"),
        ("ADR149", "code"),
        ("A&E", "acronym"),
    ],
)
def test_not_every_abbreviation_has(text, type_):
    assert "plural" not in {name for name, _ in forms(text, type=type_)}


def test_no_plural_of_a_name_is_ever_built():
    assert forms("task force") == [
        ("exact", "task force"),
        ("possessive", "task force's"),
    ]


def test_an_article_may_be_missing():
    assert forms("the Home Office") == [
        ("exact", "the Home Office"),
        ("possessive", "the Home Office's"),
        ("variant", "Home Office"),
        ("possessive", "Home Office's"),
    ]


def test_a_code_may_have_a_space():
    assert ("variant", "ADR 149") in forms("ADR149", type="code")
    assert ("variant", "ADR149") in forms("ADR 149", type="code")


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("the Home Office", "Home Office"),
        ("The Home Office", "Home Office"),
        ("a charge", "charge"),
        ("an order", "order"),
        ("theory", "theory"),
        ("A-level", "A-level"),
        ("The", "The"),
    ],
)
def test_a_leading_article_is_left_out(text, bare):
    assert language.without_article(text) == bare


@pytest.mark.parametrize(
    "in_order",
    [
        ["101", "999", "charge"],
        ["child abuse", "child sexual abuse", "childcare"],
        ["bill", "Bill", "billing"],
        ["resume", "résumé", "resumed"],
        ["llama", "local", "lzz"],
        ["re-traumatisation", "retraumatisation", "return"],
        ["victim", "victim-blaming", "victim's", "victims"],
    ],
    ids=" < ".join,
)
def test_order(in_order):
    backwards = in_order[::-1]

    assert sorted(backwards, key=language.sort_key) == in_order


@pytest.mark.parametrize(
    ("text", "letter"),
    [("Élan", "e"), ("‘problem profile’", "p"), ("chair", "c"), ("24 hours", "")],
)
def test_the_letter_of_the_list(text, letter):
    assert language.letter(text) == letter


def test_english_words_do_not_mutate():
    assert language.radicals("grooming") == ()


@given(st.text(min_size=1), st.text())
def test_forms_differ_and_the_first_is_the_term(text, plural):
    found = language.surface_forms(TermFacts(text, plural=plural))

    assert found[0] == SurfaceForm(text, "exact")
    assert len({form.text for form in found}) == len(found)
    assert all(form.is_marked for form in found)
