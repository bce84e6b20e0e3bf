"""Long texts are read a stretch at a time; where one ends must not show."""

import pytest

from glossary.matching import proposals
from tests.matching.marking import marked, vocabulary

# Where a term can lie across the end of the first stretch.
AROUND_THE_END = range(proposals.STRETCH - 30, proposals.STRETCH + 5)


@pytest.mark.parametrize("before", AROUND_THE_END)
def test_a_term_is_found_wherever_a_stretch_ends(before):
    text = f"{'x' * before} child sexual exploitation, child"

    assert marked(text, "child sexual exploitation", "child") == [
        "child sexual exploitation",
        "child",
    ]


def test_a_term_is_found_across_many_spaces_at_the_end_of_a_stretch():
    text = f"{'x' * (proposals.STRETCH - 4)} child{' ' * 5000}sexual exploitation"

    assert len(marked(text, "child sexual exploitation")) == 1


def test_offsets_stay_right_over_many_stretches():
    text = "Ŵyl “child” ﬁ x\n" * 20_000

    found = vocabulary("child").find(text)

    assert len(found) == 20_000
    assert {text[match.start : match.end] for match in found} == {"child"}
