"""Patterns: how they are read, and what is said of one that cannot be."""

import pytest

from glossary.matching import PatternError, build_vocabulary, check_only, check_unless
from glossary.matching.patterns import Pattern, read_family, read_pattern
from tests.matching.marking import term


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        pytest.param("no ~", Pattern(before=((("no",),),)), id="before"),
        pytest.param("~ of", Pattern(after=((("of",),),)), id="after"),
        pytest.param(
            "a b ~ (c d|) ... MONEY",
            Pattern(
                before=((("b",),), (("a",),)),
                after=((("c", "d"), ()), 3, (("MONEY",),)),
            ),
            id="all-at-once",
        ),
        pytest.param(
            "(a b|c*) ~", Pattern(before=((("b", "a"), ("c*",)),)), id="outwards"
        ),
        pytest.param("o'r ~", Pattern(before=((("r", "o"),),)), id="clitic"),
        pytest.param("Tŷ ~".lower(), Pattern(before=((("ty",),),)), id="accent"),
        pytest.param("(a|b) c*", Pattern(phrases=("a c*", "b c*")), id="phrases"),
        pytest.param("(a|) b", Pattern(phrases=("a b", "b")), id="optional"),
        pytest.param(" FIELD ", Pattern(is_field=True), id="field"),
    ],
)
def test_a_pattern_is_read(text, pattern):
    read = read_pattern(text)

    assert read == pattern
    assert read.is_beside is ("~" in text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("a ~ b ~", "write it once", id="two-terms"),
        pytest.param("~", "alone says nothing", id="term-alone"),
        pytest.param("(a ~", "“(” at character 1", id="never-closed"),
        pytest.param("a | b ~", "“|” at character 3", id="bar-outside"),
        pytest.param("no. ~", "“.” at character 3", id="full-stop"),
        pytest.param("(|) ~", "at character 1 hold no word", id="nothing-in-brackets"),
        pytest.param("the Police ~", "“Police” at character 5", id="capital"),
        pytest.param("field ~ FIELD", "“FIELD” at character 9", id="field-beside"),
        pytest.param("£5 ~", "“£5” at character 1", id="sign"),
        pytest.param("a*b ~", "“a*b” at character 1", id="star-inside"),
        pytest.param("'a ~", "“'a” at character 1", id="loose-apostrophe"),
        pytest.param("... ~", "furthest from the term", id="gap-outside"),
        pytest.param("~ a (b|)", "furthest from the term", id="optional-outside"),
        pytest.param("a ... b", "without “~”", id="gap-anywhere"),
        pytest.param("", "without “~”", id="empty"),
        pytest.param("a* b", "may end the last word", id="star-first"),
        pytest.param("(a|)", "may end the last word", id="nothing-anywhere"),
        pytest.param("costs MONEY", "stand for what is beside", id="money-anywhere"),
        pytest.param("a *", "stand for what is beside", id="any-word-anywhere"),
        pytest.param("(a|b) " * 7, "more than 64", id="too-many"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_place(text, said):
    with pytest.raises(PatternError) as caught:
        read_pattern(text)

    assert said in str(caught.value)


def test_only_a_positive_rule_may_ask_for_the_field():
    assert check_only("FIELD") == "FIELD"
    assert check_unless("no ~") == "no ~"
    with pytest.raises(PatternError, match="not when it is not"):
        check_unless("FIELD")


def test_a_family_of_the_field_stands_anywhere():
    assert read_family("(police|arrest*)") == ("police", "arrest*")
    for text in ("police ~", "FIELD"):
        with pytest.raises(PatternError, match="leave “~” out"):
            read_family(text)


def test_a_vocabulary_with_a_wrong_pattern_is_not_built():
    with pytest.raises(PatternError):
        build_vocabulary([term("charge", unless=("~",))])
