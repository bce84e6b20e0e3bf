"""Whole words only: what a term may touch."""

import pytest

from tests.matching.marking import acronym, marked, term


@pytest.mark.parametrize(
    ("text", "form"),
    [
        pytest.param("childhood", "child", id="substring-at-the-start"),
        pytest.param("grandchild", "child", id="substring-at-the-end"),
        pytest.param(
            "a child protectionist", "child protection", id="longer-last-word"
        ),
        pytest.param(
            "brainchild protection", "child protection", id="longer-first-word"
        ),
        pytest.param("section 470", "section 47", id="longer-number"),
        pytest.param("ADR1499", "ADR149", id="longer-code"),
        pytest.param("xADR149", "ADR149", id="letter-before-a-code"),
        pytest.param("a self-harm team", "harm", id="end-of-a-hyphenated-word"),
        pytest.param("re-offending", "offending", id="after-a-prefix"),
        pytest.param("a can't-do spirit", "can", id="contraction"),
        pytest.param("l'exploitation", "exploitation", id="after-an-apostrophe"),
        pytest.param("the child's plan", "child", id="possessive-that-is-not-a-form"),
        pytest.param("child_protection_plan", "protection", id="inside-an-identifier"),
        pytest.param("child_plan", "child", id="start-of-an-identifier"),
        pytest.param("Level 1.5", "Level 1", id="decimal-point-after"),
        pytest.param("2,149 people", term("149"), id="thousands-comma-before"),
        pytest.param("problem, profile", "problem profile", id="comma-inside"),
        pytest.param("the problem. Profile it", "problem profile", id="two-sentences"),
        pytest.param("problem/profile", "problem profile", id="slash-inside"),
        pytest.param(
            "problem - profile", "problem profile", id="dash-between-two-spaces"
        ),
    ],
)
def test_a_part_of_something_else_is_not_marked(text, form):
    assert marked(text, form) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("problem profile", id="alone"),
        pytest.param("The problem profile.", id="sentence-end"),
        pytest.param("A problem profile, then", id="comma"),
        pytest.param("Is it a problem profile?", id="question"),
        pytest.param("(problem profile)", id="brackets"),
        pytest.param("[problem profile]", id="square-brackets"),
        pytest.param("plan/problem profile/order", id="slash"),
        pytest.param("“problem profile”", id="curly-quotes"),
        pytest.param("the 'problem profile'", id="straight-quotes"),
        pytest.param("‘problem profile’s", id="curly-quote-before"),
        pytest.param("problem profile—then", id="dash"),
        pytest.param("a problem profile-led plan", id="start-of-a-compound"),
        pytest.param("•problem profile•", id="bullets"),
        pytest.param("_problem profile_ and", id="underscores-as-emphasis"),
        pytest.param("*problem profile*", id="asterisks"),
        pytest.param("problem profile¹", id="footnote-mark"),
        pytest.param("problem profile™", id="trade-mark"),
        pytest.param("problem profile…", id="ellipsis"),
        pytest.param("😀problem profile😀", id="emoji"),
        pytest.param("#problem profile", id="hash"),
        pytest.param("problem profile.Next", id="no-space-after-the-full-stop"),
        pytest.param("problem profile:\n", id="colon-and-line-end"),
    ],
)
def test_a_whole_term_is_marked(text):
    forms = ("problem profile", term("problem profile's", "problem profile"))

    assert [quote[:15] for quote in marked(text, *forms)] == ["problem profile"]


def test_a_number_before_punctuation_is_whole():
    text = "Level 1, Level 1. Level 1) and Level 1(2)"

    assert marked(text, "Level 1") == ["Level 1"] * 4


def test_a_possessive_that_is_a_form_is_marked_as_a_whole():
    forms = (acronym("NPCC"), acronym("NPCC's", "NPCC", name="possessive"))

    assert marked("The NPCC’s lead", *forms) == ["NPCC’s"]


def test_an_acronym_is_whole_on_both_sides_of_a_hyphen():
    assert marked("non-CSE and CSE-led", acronym("CSE")) == ["CSE", "CSE"]


def test_the_apostrophe_of_a_plural_possessive_is_not_part_of_it():
    form = term("victims'", name="plural-possessive")

    assert marked("the victims' plans, 'the victims'", form) == ["victims", "victims"]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        pytest.param("the service (CPS) says", "service (CPS)", id="closing-bracket"),
        pytest.param("police, crime and courts act", "Police, Crime and Courts Act"),
        pytest.param("R&D money", "R&D", id="ampersand"),
        pytest.param("open 24/7 now", "24/7", id="slash"),
        pytest.param("in C++ then", "C++", id="signs-at-the-end"),
    ],
)
def test_signs_inside_a_term_count(text, form):
    assert [quote.casefold() for quote in marked(text, form)] == [form.casefold()]


@pytest.mark.parametrize(
    "form", ["(grooming)", "‘grooming’", '"grooming"', " grooming "]
)
def test_signs_around_a_term_do_not_count(form):
    assert marked("about grooming then", form) == ["grooming"]


@pytest.mark.parametrize("form", ["", " ", "’", "—", "§ 😀"])
def test_a_form_without_a_letter_is_never_found(form):
    assert marked("one — ’ § 😀 two", form) == []
