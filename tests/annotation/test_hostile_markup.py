"""Markup made to take long takes no longer than its length deserves."""

import pytest

from tests.annotation.marking import mark
from tests.work import calls

LENGTH = 20_000


@pytest.mark.parametrize(
    "part",
    [
        pytest.param("<div>", id="deep"),
        pytest.param("<ul><li>", id="deep-lists"),
        pytest.param("<table>", id="deep-tables"),
        pytest.param("<p><b>x", id="bold-over-paragraphs"),
        pytest.param("<b lang={0}><i lang={0}>x</b>", id="crossed-formatting"),
        pytest.param("<div></p>", id="ends-of-nothing"),
        pytest.param("<svg><p>", id="foreign"),
        pytest.param("<a href=x>", id="links-in-links"),
        pytest.param("<!--", id="comments"),
        pytest.param('<a b="', id="quotation-marks"),
        pytest.param("<a ", id="tags"),
        pytest.param("<", id="brackets"),
        pytest.param("&", id="ampersands"),
        pytest.param("&amp;", id="entities"),
        pytest.param("&#9", id="numbers"),
        pytest.param("<script>", id="scripts"),
        pytest.param("<b>problem</b> <i>profile</i> ", id="terms"),
        pytest.param("problem <b></b>", id="almost-terms"),
    ],
)
def test_twice_the_markup_is_twice_the_work(part):
    once, twice = (
        "".join(part.format(number) for number in range(length // len(part)))
        for length in (LENGTH, 2 * LENGTH)
    )
    mark(once)

    # The square of the length would be four times as much.
    assert calls(lambda: mark(twice)) < 2.5 * calls(lambda: mark(once)) + 1000


def test_the_longest_markup_that_is_taken_is_marked():
    words = "<p><b>grooming</b> <i>is"

    done = mark(words * (200_000 // len(words)))

    assert len(done.matches) == 200_000 // len(words)


def test_ten_thousand_elements_in_each_other_lose_no_words():
    done = mark("<div>" * 10_000 + "grooming" + "</div>" * 10_000 + "<p>CSE</p>")

    assert done.text == "grooming\n\nCSE"
    assert done.html.endswith("</a></p>")
