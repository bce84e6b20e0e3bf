"""Two texts are compared as people compare them: by whole words and phrases."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.review.words import difference

SIGNS = {"same": "", "removed": "-", "added": "+"}


def written(before, after):
    """Return the pieces as ``[-gone][+come]`` in what stays."""
    return "".join(
        one.text if one.kind == "same" else f"[{SIGNS[one.kind]}{one.text}]"
        for one in difference(before, after)
    )


@pytest.mark.parametrize(
    ("before", "after", "seen"),
    [
        ("", "", ""),
        ("The same.", "The same.", "The same."),
        ("", "New.", "[+New.]"),
        ("Old.", "", "[-Old.]"),
        ("The old text.", "The new text.", "The [-old][+new] text."),
        ("One two.", "One two three.", "One two[+ three]."),
        ("One two three.", "One three.", "One [-two ]three."),
        (
            "Mae'r plentyn yno.",
            "Mae'r phlentyn yno.",
            "Mae'r [-plentyn][+phlentyn] yno.",
        ),
        ("child's", "children's", "[-child's][+children's]"),
        ("a well-known word", "a known word", "a [-well-known][+known] word"),
        ("safe.", "safe!", "safe[-.][+!]"),
        ("two  spaces", "two spaces", "two[-  ][+ ]spaces"),
        ("one\n\ntwo", "one two", "one[-\n\n][+ ]two"),
        (
            "A person who harms a child.",
            "Somebody that harms a child.",
            "[-A person who][+Somebody that] harms a child.",
        ),
        (
            "Go on. No. We keep a record of it",
            "We keep a record of it now. No. Stop",
            "[-Go on. No. ]We keep a record of it[+ now. No. Stop]",
        ),
        ("He said she did.", "They said he did.", "[-He][+They] said [-she][+he] did."),
        (
            "Ymosodiad rhywiol",
            "Camdriniaeth rywiol",
            "[-Ymosodiad rhywiol][+Camdriniaeth rywiol]",
        ),
    ],
)
def test_what_is_otherwise_is_told_in_whole_words(before, after, seen):
    assert written(before, after) == seen


def changed(before, after):
    """Return what goes and comes, without what stays."""
    return [
        (one.kind, one.text) for one in difference(before, after) if one.kind != "same"
    ]


def test_words_that_come_often_are_compared_like_any_others():
    before = " ".join(f"the police and word{number}" for number in range(60))
    after = before.replace("word", "other")

    assert changed(before, after) == [
        one
        for number in range(60)
        for one in (("removed", f"word{number}"), ("added", f"other{number}"))
    ]


texts = st.text(st.sampled_from("ab ,.'\n"), max_size=40)


@settings(max_examples=300)
@given(texts, texts)
def test_both_texts_can_be_read_in_it(before, after):
    pieces = difference(before, after)

    kept = {"removed": before, "added": after}
    for kind, whole in kept.items():
        assert "".join(p.text for p in pieces if p.kind in {"same", kind}) == whole
    assert all(one.text for one in pieces)
    assert all(a.kind != b.kind for a, b in pairwise(pieces))


SENTENCES = [
    f"This is what number {one} says of it, in so many words." for one in range(900)
]
LONG = " ".join(SENTENCES)


@pytest.mark.parametrize(
    ("gone", "come"),
    [
        ("says", "tells"),
        ("This", "That"),
        ("words", "signs"),
        (".", "!"),
        ("in so many words", "at length"),
    ],
)
def test_a_long_text_that_changes_in_some_places_is_compared_by_words_there(gone, come):
    after = " ".join(
        one.replace(gone, come) if number in {3, 440, 880} else one
        for number, one in enumerate(SENTENCES)
    )

    assert changed(LONG, after) == [("removed", gone), ("added", come)] * 3
    kinds = [one.kind for one in difference(LONG, after)]
    assert kinds == ["same", "removed", "added"] * 3 + ["same"]


def unchanged(before, after):
    """Return what stays."""
    return [one.text for one in difference(before, after) if one.kind == "same"]


def test_a_sentence_that_comes_often_stays_in_a_long_text_that_changes():
    before = " ".join(f"The police keep record {one}. Often." for one in range(180))
    after = " ".join(f"We kept note {one}. Often." for one in range(180))

    found = unchanged(before, after)

    assert sum("Often." in one for one in found) == 180


@pytest.mark.parametrize(
    ("sign", "is_end"),
    [(sign, True) for sign in ".!?\n"] + [(sign, False) for sign in ",;:-'X"],
)
def test_what_is_too_long_is_compared_where_sentences_and_lines_end(sign, is_end):
    before = "".join(f"these {one} words{sign} " for one in range(800))
    after = before.replace("these 9 ", "those 9 ").replace("these 790 ", "those 790 ")

    same = "".join(unchanged(before, after))

    assert same.count("words") == (800 if is_end else 19)


def listed(count, name, between):
    """Return so many words; that in the middle is in all such lists."""
    return between.join(
        "common" if one == count // 2 else f"{name}{one}" for one in range(count)
    )


@pytest.mark.parametrize(("more", "stays"), [(0, True), (1, False)])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            lambda more: f"{'a ' * (305 + more)}.No. That is common to both texts",
            f"That is common to both texts{'  b' * 1_591}.No. ((b",
            id="625 and 3,200 words and spaces",
        ),
        pytest.param(
            lambda more: listed(1_000 + more, "a", ". "),
            listed(2_000, "b", ". "),
            id="1,000 and 2,000 sentences",
        ),
        pytest.param(
            lambda more: f"a. So it is. {listed(312 + more, 'a', ' ')}. And so on. a",
            f"b. So it is. ({listed(1_599, 'b', '  ')}. And so on. b",
            id="625 and 3,200 words and spaces of one sentence",
        ),
    ],
)
def test_two_million_pairs_are_compared_and_no_more(before, after, more, stays):
    same = unchanged(before(more), after)

    assert any("common" in one for one in same) == stays


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (LONG, LONG[::-1]),
        ("a " * 5_000 + "x", "b " * 5_000),
        ("a. " * 20_000 + "x", "b. " * 20_000),
        (LONG, " ".join(reversed(SENTENCES))),
    ],
    ids=["another text", "one long sentence", "many sentences", "turned round"],
)
def test_long_texts_take_no_time_and_lose_nothing(before, after):
    start = time.process_time()

    pieces = difference(before, after)

    assert time.process_time() - start < 5
    assert "".join(one.text for one in pieces if one.kind != "added") == before
    assert "".join(one.text for one in pieces if one.kind != "removed") == after
