"""The longest form wins, and one that fails hides nothing."""

import pytest

from tests.matching.marking import acronym, marked, term, vocabulary


def test_a_phrase_in_a_phrase_gives_way_to_the_longer():
    forms = ("child", "sexual exploitation", "child sexual exploitation")

    assert marked("child sexual exploitation of a child", *forms) == [
        "child sexual exploitation",
        "child",
    ]


def test_of_two_that_overlap_the_first_wins():
    assert marked("a b c d", "a b", "b c d", "d") == ["a b", "d"]


def test_matches_may_follow_each_other_at_once():
    assert marked("child child-child/child", "child") == ["child"] * 3


@pytest.mark.parametrize(
    ("text", "forms", "quotes"),
    [
        pytest.param(
            "a CSE Taskforce",
            (acronym("CSE"), acronym("CSE taskforce")),
            ["CSE"],
            id="capitals",
        ),
        pytest.param(
            "problem profiles",
            ("problem", "problem profile"),
            ["problem"],
            id="last-word-goes-on",
        ),
        pytest.param(
            "problem profile team",
            ("problem", term("problem profile", not_inside=("problem profile team",))),
            ["problem"],
            id="not-inside",
        ),
        pytest.param(
            "problem profile's",
            ("problem", "problem profile"),
            ["problem"],
            id="possessive-that-is-not-a-form",
        ),
        pytest.param(
            "problem profile.pdf",
            ("problem", "problem profile"),
            ["problem"],
            id="last-word-in-a-file-name",
        ),
        pytest.param(
            "cam drin plant",
            ("cam", "cam-drin plant", "drin"),
            ["cam", "drin"],
            id="another-joint",
        ),
        pytest.param(
            "one two three four",
            ("two three", "one two three five", "one"),
            ["one", "two three"],
            id="a-longer-one-that-breaks-off",
        ),
        pytest.param(
            "heddlu'r",
            (term("heddlu", lang="cy"), term("heddlu'r x", lang="cy")),
            ["heddlu"],
            id="a-longer-one-beyond-a-clitic",
        ),
    ],
)
def test_a_longer_form_that_fails_does_not_hide_a_shorter(text, forms, quotes):
    assert marked(text, *forms) == quotes


@pytest.mark.parametrize(
    "forms", [("C", "C++", "C+"), ("C+", "C++", "C"), ("C", "C+", "C++")]
)
def test_of_forms_of_the_same_words_the_longer_wins(forms):
    assert marked("C++ C+ C C+-", *forms) == ["C++", "C+", "C", "C+"]


def test_an_excluded_entry_hides_nothing():
    forms = (term("problem profile", "long"), term("problem", "short"))

    assert marked("a problem profile", *forms, exclude=["long"]) == ["problem"]


def test_an_entry_left_out_for_its_language_hides_nothing():
    forms = (term("cam drin", lang="cy"), term("cam", lang="en"))

    assert marked("cam drin", *forms, languages=["en"]) == ["cam"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("child poverty", id="first"),
        pytest.param("in child  Poverty’s", id="possessive-of-the-phrase"),
        pytest.param("fuel and child\npoverty", id="over-a-line-end"),
        pytest.param("an only-child policy", id="hyphen"),
        pytest.param("a spoilt  child state", id="before-and-after"),
    ],
)
def test_inside_a_phrase_a_term_is_something_else(text):
    phrases = ("child poverty", "only-child", "spoilt child state")

    assert marked(text, term("child", not_inside=phrases)) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("child poverties", id="phrase-goes-on"),
        pytest.param("child, poverty", id="another-joint"),
        pytest.param("despoilt child state", id="phrase-begins-earlier"),
        pytest.param("child", id="start-and-end-of-the-text"),
        pytest.param("spoilt-child state", id="hyphen-for-space"),
    ],
)
def test_outside_the_whole_phrase_a_term_is_itself(text):
    form = acronym("child", not_inside=("child poverty", "spoilt child state", "child"))

    assert marked(text, form) == ["child"]


def test_a_phrase_speaks_for_its_own_entry_alone():
    forms = (
        term("child", "person", not_inside=("child poverty",)),
        term("child", "benefit", lang="cy"),
    )

    (match,) = vocabulary(*forms).find("child poverty")

    assert match.candidates == ("benefit",)


def test_a_phrase_that_only_contains_the_letters_is_no_phrase():
    form = term("child", not_inside=("grandchild poverty", "childhood"))

    assert marked("child poverty", form) == ["child"]
