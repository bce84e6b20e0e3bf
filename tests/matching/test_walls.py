"""No term is put together over an empty line; over the end of a page it is."""

import pytest

from tests.matching.marking import acronym, marked


@pytest.mark.parametrize(
    "between",
    [
        pytest.param("\n\n", id="empty-line"),
        pytest.param("\r\n\r\n", id="windows"),
        pytest.param("\r\r", id="old-mac"),
        pytest.param("\n \t\n", id="line-of-blanks"),
        pytest.param("\n\u00a0\n", id="line-of-no-break-spaces"),
        pytest.param("\n\u200b\n", id="line-of-hidden-signs"),
        pytest.param(" \n\n\n  ", id="several"),
        pytest.param("\u2029", id="paragraph-separator"),
        pytest.param("\x85\x85", id="next-line"),
        pytest.param("\u2028\u2028", id="line-separators"),
        pytest.param("\v \v", id="line-tabulations"),
        pytest.param("\n\u2028", id="kinds-of-line-end"),
    ],
)
def test_an_empty_line_ends_a_term(between):
    text = f"the third{between}sector, problem-{between}profile"

    assert marked(text, "third sector", "problem-profile", "sector") == ["sector"]


@pytest.mark.parametrize(
    "between",
    [
        pytest.param("\n", id="line-end"),
        pytest.param("\r\n", id="windows"),
        pytest.param("\n\t ", id="indented"),
        pytest.param("\t", id="tab"),
        pytest.param("\u2028", id="line-separator"),
        pytest.param("\f", id="page-end"),
        pytest.param("\n\f\n", id="page-end-on-a-line-of-its-own"),
        pytest.param("\n\n\f", id="page-end-after-an-empty-line"),
        pytest.param("\f\r\n\r\n", id="page-end-before-one"),
    ],
)
def test_the_end_of_a_line_or_a_page_does_not(between):
    text = f"the third{between}sector"

    assert marked(text, "third sector") == [f"third{between}sector"]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        pytest.param("problem-\nprofile", "problem-profile", id="line-end"),
        pytest.param("problem-\r\n\tprofile", "problem-profile", id="windows"),
        pytest.param("problem-\u2028profile", "problem-profile", id="separator"),
        pytest.param("problem-\n\f\nprofile", "problem-profile", id="page-end"),
        pytest.param("safe\u00ad\nguarding", "safeguarding", id="soft-hyphen"),
        pytest.param("safe\u00ad \r\n guarding", "safeguarding", id="soft-windows"),
        pytest.param("safe\u00ad\n\fguarding", "safeguarding", id="soft-page-end"),
    ],
)
def test_a_word_that_is_broken_there_is_whole(text, form):
    assert marked(text, form) == [text]


@pytest.mark.parametrize(
    ("text", "forms", "quotes"),
    [
        pytest.param("safe\nguarding", ["safeguarding"], [], id="one"),
        pytest.param("Traffic\nKing", ["trafficking", "king"], ["King"], id="capital"),
        pytest.param("heddlu\noedd", ["heddlu", "heddluoedd"], ["heddlu"], id="welsh"),
        pytest.param("with\nstand", ["withstand", "stand"], ["stand"], id="english"),
    ],
)
def test_no_word_goes_over_the_end_of_a_line_without_a_sign(text, forms, quotes):
    assert marked(text, *forms) == quotes


def test_a_soft_hyphen_before_an_empty_line_joins_nothing():
    assert marked("safe\u00ad\n\nguarding", "safeguarding", "guarding") == ["guarding"]


@pytest.mark.parametrize("between", ["\n\n", "\u2029"], ids=["lines", "separator"])
def test_an_address_ends_where_a_term_does(between):
    text = f"www.a.uk{between}CSE{between}www.b.uk"

    assert marked(text, acronym("CSE")) == ["CSE"]


def test_a_form_that_is_written_with_an_empty_line_is_one_with_a_space():
    assert marked("third sector, third\n\nsector", "third\n\nsector") == [
        "third sector"
    ]
