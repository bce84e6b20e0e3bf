"""A long list comes in parts: by number for readers, by key for apps."""

from __future__ import annotations

import pytest

from glossary.paging import Part, SortedKeys, part_by_key, positions_around

KEYS = SortedKeys("bdfhjlnpr")


@pytest.mark.parametrize(
    ("number", "rows", "around"),
    [
        (1, [0, 1, 2, 3], (0, 2)),
        (2, [4, 5, 6, 7], (1, 3)),
        (3, [8, 9], (2, 0)),
    ],
)
def test_a_part_has_its_rows_and_knows_what_is_beside_it(number, rows, around):
    part = Part.numbered(range(10), number, 4)

    assert [*part.rows] == rows
    assert (part.number, part.last) == (number, 3)
    assert (part.previous, part.following) == around
    assert (part.begins, part.ends, part.total) == (rows[0] + 1, rows[-1] + 1, 10)


@pytest.mark.parametrize("number", [0, -1, 4, 10**9])
def test_there_is_no_other_part(number):
    assert Part.numbered(range(10), number, 4) is None


def test_a_list_of_nothing_has_one_part():
    part: Part[str] | None = Part.numbered([], 1, 4)

    assert (part.rows, part.last, part.previous, part.following) == ([], 1, 0, 0)
    assert Part.numbered([], 2, 4) is None


def test_a_list_that_just_fits_has_one_part():
    assert Part.numbered(range(4), 1, 4).last == 1


@pytest.mark.parametrize(
    ("number", "last", "jumps"),
    [
        (1, 2, [2]),
        (3, 5, [1, 2, 4, 5]),
        (1, 9, [2, 3, 4, 5, 6, 7, 8, 9]),
        (1, 50, [2, 7, 13, 19, 25, 31, 37, 43, 50]),
        (30, 50, [1, 7, 13, 19, 25, 29, 31, 37, 43, 50]),
        (50, 50, [1, 7, 13, 19, 25, 31, 37, 43, 49]),
    ],
)
def test_from_a_part_one_can_go_to_the_next_ones_and_far_away(number, last, jumps):
    part = Part.numbered(range(last), number, 1)

    assert part.jumps == jumps


@pytest.mark.parametrize(
    ("position", "keys", "before", "after"),
    [
        pytest.param({}, "bdf", None, "f", id="the-first"),
        pytest.param({"after": "f"}, "hjl", "h", "l", id="behind-one"),
        pytest.param({"after": "g"}, "hjl", "h", "l", id="behind-what-is-gone"),
        pytest.param({"after": "l"}, "npr", "n", None, id="the-last"),
        pytest.param({"before": "h"}, "bdf", None, "f", id="before-one"),
        pytest.param({"before": "n"}, "hjl", "h", "l", id="before-another"),
        pytest.param({"before": "m"}, "hjl", "h", "l", id="before-what-is-gone"),
        pytest.param({"before": "d"}, "bdf", None, "f", id="the-first-is-full"),
        pytest.param({"after": "a"}, "bdf", None, "f", id="before-all"),
    ],
)
def test_a_part_begins_behind_a_key_or_ends_before_one(position, keys, before, after):
    part = part_by_key(KEYS, position, 3)

    assert "".join(part.rows) == keys
    assert positions_around(part) == (
        {"before": before} if before else None,
        {"after": after} if after else None,
    )


def test_from_behind_the_end_one_can_go_back():
    part = part_by_key(KEYS, {"after": "z"}, 3)
    before, after = positions_around(part)

    assert (part.rows, after) == ([], None)
    assert before is not None
    assert "".join(part_by_key(KEYS, before, 3).rows) == "npr"


def test_nothing_is_around_a_list_of_nothing():
    assert positions_around(part_by_key(SortedKeys(), {}, 3)) == (None, None)


def test_what_comes_and_goes_meanwhile_makes_nobody_miss_anything():
    first = part_by_key(KEYS, {}, 3)
    _, position = positions_around(first)
    assert position is not None
    changed = SortedKeys("acehjlnpr")  # some before, some after it are others

    second = part_by_key(changed, position, 3)

    assert "".join(second.rows) == "hjl"
