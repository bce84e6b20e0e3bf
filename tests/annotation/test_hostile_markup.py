"""Markup made to take long takes no longer than its length deserves."""

import time

import pytest

from tests.annotation.marking import mark

LENGTH = 200_000
SECONDS = 6  # of this process; what takes the square of the length takes minutes


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
def test_no_markup_takes_long(part):
    count = LENGTH // len(part)
    markup = "".join(part.format(number) for number in range(count))

    before = time.process_time()
    mark(markup)

    assert time.process_time() - before < SECONDS


def test_ten_thousand_elements_in_each_other_lose_no_words():
    done = mark("<div>" * 10_000 + "grooming" + "</div>" * 10_000 + "<p>CSE</p>")

    assert done.text == "grooming\n\nCSE"
    assert done.html.endswith("</a></p>")
