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
        pytest.param("<b " + "a{0}=b " * 40 + ">x</b>", id="attributes"),
        pytest.param("<p id=a{0}><a href=#a{0}>x</a>", id="places"),
        pytest.param("<p headers='" + "a " * 500 + "'>x", id="many-places"),
        pytest.param("<p style='" + "a:b;/*" * 100 + "'>x", id="styles"),
        pytest.param("<p style='font:" + "1" * 500 + "'>x", id="figures-in-styles"),
        pytest.param("<p style='" + "opacity:" + "0" * 500 + "x'>x", id="zeros"),
        pytest.param("<b style=display:none>x", id="hidden"),
        pytest.param("<b style=font-size:0>x", id="of-no-size"),
        pytest.param("<img alt=x>", id="pictures"),
        pytest.param("<svg><title>", id="drawings"),
        pytest.param("<svg><title>x", id="titles"),
        pytest.param("<path/>", id="closed-at-once"),
        pytest.param("<a href=x:>x", id="bad-addresses"),
        pytest.param("<a class=glossary-term data-entries=a{0} href=x>x", id="ours"),
        pytest.param(
            "<table><td><a class=glossary-term data-entries=a{0} href=x>",
            id="ours-in-tables",
        ),
        pytest.param("<td>x", id="cells-of-no-table"),
        pytest.param("<rt>x", id="above"),
        pytest.param("<sup>1", id="raised"),
        pytest.param("<p lang=a{0}>problem profile ", id="languages"),
        pytest.param("<p lang=cy>problem profile<p lang=en>", id="two-languages"),
        pytest.param("<div></p><span hidden>", id="hidden-too-deep"),
        pytest.param("</p>x", id="ends-of-no-paragraph"),
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
