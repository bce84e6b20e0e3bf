"""Rows of two lists are told to be the same one, as people see them."""

from __future__ import annotations

import pytest

from glossary.desk.reviewing.rows import Pair, match


def name(text, status="admitted"):
    return {"text": text, "status": status, "type": "full-form"}


def cited(source, quotation):
    return {"source": source, "quotation": quotation, "lang": "en"}


ADDED = {"a": "x", "b": "y"}
CASES = {
    "nothing": ([], [], []),
    "the same": (["a", "b"], ["a", "b"], [Pair(0, 0), Pair(1, 1)]),
    "added at the end": (["a"], ["a", "b"], [Pair(0, 0), Pair(None, 1)]),
    "added in front": (["a"], ["b", "a"], [Pair(None, 0), Pair(0, 1)]),
    "removed": (["a", "b", "c"], ["a", "c"], [Pair(0, 0), Pair(1, None), Pair(2, 1)]),
    "all removed": (["a", "b"], [], [Pair(0, None), Pair(1, None)]),
    "moved up": (
        ["a", "b", "c"],
        ["c", "a", "b"],
        [Pair(2, 0, is_moved=True), Pair(0, 1), Pair(1, 2)],
    ),
    "one of two alike": (["a", "a"], ["a"], [Pair(0, 0), Pair(1, None)]),
    "a name that is used otherwise": (
        [name("one"), name("two")],
        [name("one"), name("two", "preferred")],
        [Pair(0, 0), Pair(1, 1)],
    ),
    "a name that is worded otherwise": (
        [name("one"), name("a long name of two")],
        [name("a long name of ten"), name("one")],
        [Pair(1, 0, is_moved=True), Pair(0, 1)],
    ),
    "a quotation of one source": (
        [cited("a", "Its words."), cited("b", "Others.")],
        [cited("a", "Quite another sentence of it."), cited("b", "Others.")],
        [Pair(0, 0), Pair(1, 1)],
    ),
    "two quotations of one source": (
        [cited("a", "First."), cited("a", "Second.")],
        [cited("a", "Second."), cited("a", "First.")],
        [Pair(1, 0, is_moved=True), Pair(0, 1)],
    ),
    "quite another row": ([name("one")], [ADDED], [Pair(None, 0), Pair(0, None)]),
    "rows within rows": ([["a", "b", "c"]], [["a", "b", "d"]], [Pair(0, 0)]),
    "what is no row at all": ([None, 7], [7, None], [Pair(1, 0, True), Pair(0, 1)]),
}


@pytest.mark.parametrize("case", CASES)
def test_rows_are_kept_added_removed_and_moved(case):
    before, after, found = CASES[case]

    assert match(before, after) == found


def test_every_row_of_both_is_in_the_answer_once():
    before, after = list("abcdefgh"), list("hgxbcaye")

    pairs = match(before, after)

    assert sorted(one.before for one in pairs if one.before is not None) == [*range(8)]
    assert [one.after for one in pairs if one.after is not None] == [*range(8)]


def test_long_lists_are_compared_by_what_is_the_same_alone():
    before = [name(f"a long name number {one}") for one in range(200)]
    after = [name(f"a long name numbered {one}") for one in range(200)]

    assert match(before, [*before, *after])[200:] == [
        Pair(None, place) for place in range(200, 400)
    ]
