"""The longest form wins, and one that fails hides nothing."""

import pytest

from glossary.matching import build_vocabulary
from tests.matching.marking import acronym, marked, term


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
            ("problem", term("problem profile", unless=("~ team",))),
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
            "cam, drin plant",
            ("cam", "cam-drin plant", "drin"),
            ["cam", "drin"],
            id="a-sign-that-joins-nothing",
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

    assert marked("cam drin", *forms, langs=["en"]) == ["cam"]


def test_none_begins_inside_the_signs_at_the_end_of_another():
    assert marked("of C.S.E.(s) s", "C.S.E.(s)", "s") == ["C.S.E.(s)", "s"]


def test_forms_that_are_read_alike_are_candidates_whatever_their_signs():
    forms = (term("a & b c-d", "one"), term("a & b c d", "two", lang="cy"))
    known = build_vocabulary(forms, conjunctions={"en": ("and",), "cy": ("a", "ac")})

    assert [match.candidates for match in known.find("a & b c-d")] == [("one", "two")]
    assert [match.candidates for match in known.find("a & b c d")] == [("two", "one")]


def test_so_are_those_that_have_rules():
    forms = (
        term("a & b c-d", "one"),
        term("a & b c d", "two", lang="cy", unless=("~ x",)),
    )
    known = build_vocabulary(forms, conjunctions={"en": ("and",), "cy": ("a", "ac")})

    assert [match.candidates for match in known.find("a & b c-d")] == [("one", "two")]
    assert [match.candidates for match in known.find("a & b c-d x")] == [("one",)]
