"""Texts made to take long are read in one go. That none takes hours is the test."""

import pytest

from tests.matching.marking import acronym, marked, term

SIZE = 20_000


@pytest.mark.parametrize(
    ("text", "form", "times"),
    [
        pytest.param("child " * SIZE, "child", SIZE, id="nothing-but-terms"),
        pytest.param("CSE/" * SIZE, acronym("CSE"), SIZE, id="no-spaces"),
        pytest.param("CSE@" * SIZE, acronym("CSE"), 0, id="one-long-address"),
        pytest.param("@CSE/" * SIZE, acronym("CSE"), 0, id="many-handles"),
        pytest.param("IT " * SIZE, acronym("IT"), 0, id="one-line-of-capitals"),
        pytest.param("child" + " " * SIZE + "plan", "child plan", 1, id="spaces"),
        pytest.param("child" + "\n" * SIZE + "x", "child plan", 0, id="empty-lines"),
        pytest.param("child" + "." * SIZE + "plan", "child plan", 0, id="full-stops"),
        pytest.param("child" + "\u0301" * SIZE, "child", 1, id="accents"),
        pytest.param("\u00ad\n" * SIZE + "child", "child", 1, id="soft-hyphens"),
        pytest.param("child-\n" * SIZE, "child", 1, id="broken-lines"),
        pytest.param("a " * SIZE, "a a a a a a b", 0, id="starts-that-break-off"),
        pytest.param("ß" * SIZE, "strasse", 0, id="letters-that-become-two"),
        pytest.param("фонд " * SIZE, "фонд", SIZE, id="letters-beyond-latin"),
        pytest.param("a警" * SIZE, "警", SIZE, id="scripts-in-turn"),
        pytest.param("?" * SIZE + "ŵ child", "child", 1, id="question-marks"),
        pytest.param(
            ("child  " * SIZE) + "plan",
            term("child", unless=("~ child child plan", "child ... ... ... child ~")),
            2,
            id="patterns-that-nearly-fit",
        ),
        pytest.param(
            "charge " + ". 4 " * SIZE, term("charge", unless=("~ of",)), 1, id="stops"
        ),
        pytest.param(
            ("charge" + " " * 99) * SIZE,
            term("charge", only=("a ... ~ b",)),
            0,
            id="spaces-beside-terms",
        ),
        pytest.param("CSE (" * SIZE, acronym("CSE"), SIZE, id="brackets-never-closed"),
        pytest.param("a b c (CSE) " * SIZE, acronym("CSE"), SIZE, id="definitions"),
    ],
)
def test_a_text_made_to_take_long_is_read(text, form, times):
    assert len(marked(text, form)) == times
