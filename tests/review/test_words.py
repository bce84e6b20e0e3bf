"""Two texts are compared as people compare them: by whole words and phrases."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.review.words import Piece, difference

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


def test_a_word_that_comes_often_is_compared_like_any_other():
    many = " ".join(f"the police and word{number}" for number in range(300))

    pieces = difference(many, many.replace("word150", "another"))

    assert [one for one in pieces if one.kind != "same"] == [
        Piece("removed", "word150"),
        Piece("added", "another"),
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


def test_a_long_text_that_changes_in_two_places_is_compared_by_words_there():
    after = LONG.replace("number 3 says", "number 3 tells").replace(
        "number 880 says", "number 880 told"
    )

    found = [one for one in difference(LONG, after) if one.kind != "same"]

    assert found == [
        Piece("removed", "says"),
        Piece("added", "tells"),
        Piece("removed", "says"),
        Piece("added", "told"),
    ]


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
