"""Texts made to take long are read in one go. That none takes hours is the test."""

import pytest

from tests.matching.marking import acronym, marked, term

SIZE = 20_000


HOSTILE = [
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
    pytest.param("a-" * SIZE + "a", "aa a", 1, id="hyphens"),
    pytest.param("a- " * SIZE + "a", "aaa aa a b", 0, id="hyphens-and-spaces"),
    pytest.param("a-" + " " * SIZE, "aa a", 0, id="spaces-behind-a-hyphen"),
    pytest.param("safe-guarding " * SIZE, "safeguarding", SIZE, id="compounds"),
    pytest.param("safe-guarding-" * SIZE, "safeguarding", 1, id="one-compound"),
    pytest.param("s's" * SIZE, "ss s", 0, id="apostrophes"),
    pytest.param("'s" * SIZE, "s s s", 0, id="nothing-but-clitics"),
    pytest.param("a.a." * SIZE, "aaa", 0, id="full-stops-and-letters"),
    pytest.param("C.S.E. " * SIZE, acronym("CSE"), SIZE, id="abbreviations"),
    pytest.param("&" * SIZE, "a and a", 0, id="ampersands"),
    pytest.param("a & " * SIZE, "a and a b", 0, id="ampersands-and-words"),
    pytest.param("a&" * SIZE + "b", "a and a b", 0, id="ampersands-alone"),
    pytest.param(">" * SIZE + "child", "child", 1, id="quoting"),
    pytest.param("> " * SIZE + "\n> child", "child", 1, id="quoting-and-spaces"),
    pytest.param("\n>" * SIZE + "child", "child", 1, id="empty-lines-quoted"),
    pytest.param("safe-\nguarding " * SIZE, "safeguarding", SIZE, id="line-ends"),
    pytest.param("safe\n" * SIZE, "safesafe s", 0, id="line-ends-alone"),
    pytest.param("safe=\n" * SIZE + "x", "safe safe", 0, id="mail-as-it-is-sent"),
    pytest.param("-\n\u200b" * SIZE, "child", 0, id="hyphens-and-hidden-lines"),
    pytest.param("-\n" + "\u200b" * SIZE, "child", 0, id="one-hidden-line"),
    pytest.param("1" * SIZE + "child", "child", 0, id="figures"),
    pytest.param("child1" * SIZE, "child", 0, id="words-and-figures"),
    pytest.param("child1 " * SIZE, "child child b", 0, id="notes"),
    pytest.param("child¹" + "¹" * SIZE, "child plan", 0, id="raised-figures"),
    pytest.param("child" + "[1]" * SIZE, "child plan", 0, id="notes-in-brackets"),
    pytest.param("child" + "(s)" * SIZE, "child plan", 0, id="open-plurals"),
    pytest.param("child(s) " * SIZE, "child child b", 0, id="open-plurals-apart"),
    pytest.param("child" + "*" * SIZE + " b", "child b", 1, id="signs-of-markup"),
    pytest.param("child *" * SIZE, "child child b", 0, id="markup-never-closed"),
    pytest.param("rt. " * SIZE, "rt rt rt b", 0, id="shortened-words"),
    pytest.param("CSE (" * SIZE, acronym("CSE"), SIZE, id="brackets-never-closed"),
    pytest.param("a b c (CSE) " * SIZE, acronym("CSE"), SIZE, id="definitions"),
    pytest.param("C." * SIZE + "C (CSE)", acronym("CSE"), 1, id="one-abbreviation"),
    pytest.param("Mr " + "C." * SIZE, acronym("CSE"), 0, id="initials"),
    pytest.param("CSE (" + "a(s)" * SIZE + "b)", acronym("CSE"), 1, id="plurals"),
    pytest.param("CSE (a" + "¹" * SIZE + "b)", acronym("CSE"), 1, id="notes-and-more"),
    pytest.param("CSE (a" + "¹ " * SIZE + "b)", acronym("CSE"), 1, id="notes-apart"),
    pytest.param("CSE (a" + "[1]" * SIZE + "b)", acronym("CSE"), 1, id="bracketed"),
    pytest.param("child?s" * SIZE, "child", 1, id="question-marks-inside"),
    pytest.param("child?s " * SIZE, "child's", SIZE, id="lost-apostrophes"),
    pytest.param("&amp;" * SIZE, "a and a", 0, id="references"),
    pytest.param("&amp" * SIZE + "a", "a and a", 0, id="references-not-closed"),
    pytest.param("a =\n" * SIZE, "a a b", 0, id="soft-breaks"),
    pytest.param("CSE or " * SIZE, acronym("CSE"), SIZE, id="links-of-definitions"),
    pytest.param("CSE: " * SIZE, acronym("CSE"), SIZE, id="signs-of-definitions"),
    pytest.param("(CSE " * SIZE, acronym("CSE"), SIZE, id="brackets-of-definitions"),
    pytest.param("&#x27;" * SIZE, "a and a", 0, id="numbers-of-signs"),
    pytest.param("&#" * SIZE, "a and a", 0, id="numbers-of-no-signs"),
    pytest.param("xâ€™" * SIZE, "x x b", 0, id="signs-of-windows"),
    pytest.param("Mr " + "\n" * SIZE + "C.S.E.", acronym("CSE"), 1, id="far-titles"),
    pytest.param("a†" * SIZE, "a a b", 0, id="daggers"),
    pytest.param("“a” " * SIZE, "a a b", 0, id="quoted-words"),
]
"""Text, form, and how often it is there."""


@pytest.mark.parametrize(("text", "form", "times"), HOSTILE)
def test_a_text_made_to_take_long_is_read(text, form, times):
    assert len(marked(text, form)) == times
