"""A set of numbers is an integer, and gives them back in order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.search import sets

NUMBERS = st.sets(st.integers(0, 20_000), max_size=300)


@given(NUMBERS)
def test_numbers_come_back_in_order(numbers):
    found = sets.set_of(numbers)

    assert [*sets.in_order(found)] == sorted(numbers)
    assert found.bit_count() == len(numbers)


@given(NUMBERS, st.integers(0, 320))
def test_the_first_can_be_left_out(numbers, skip):
    assert [*sets.in_order(sets.set_of(numbers), skip=skip)] == sorted(numbers)[skip:]


@given(NUMBERS)
def test_a_set_can_be_kept(numbers):
    found = sets.set_of(numbers)

    assert sets.unpacked(sets.packed(numbers)) == found


@given(
    NUMBERS | st.builds(range, st.integers(0, 9_000)),
    st.integers(0, 20_000),
    st.integers(0, 20_000),
)
def test_a_part_of_a_set_can_be_read(numbers, first, end):
    found = sets.unpacked_part(sets.packed(numbers), first, end)

    wanted = [one - first for one in sorted(numbers) if first <= one < end]
    assert [*sets.in_order(found)] == wanted


@given(NUMBERS, st.integers(0, 20_000))
def test_a_set_can_be_cut(numbers, end):
    below = sets.set_of(numbers) & sets.below(end)

    assert [*sets.in_order(below)] == sorted(one for one in numbers if one < end)


@pytest.mark.parametrize(
    ("numbers", "most"),
    [
        pytest.param(range(40_000), 60, id="all-of-them"),
        pytest.param([39_999], 60, id="one-far-away"),
        pytest.param(range(0, 40_000, 2), 5_100, id="every-other-one"),
        pytest.param([], 10, id="none"),
    ],
)
def test_what_is_kept_is_small(numbers, most):
    assert len(sets.packed(numbers)) <= most
