"""Capitals: free for words, fixed for acronyms, and headings in between."""

import pytest

from tests.matching.marking import acronym, marked, term, vocabulary

FORMS = (acronym("TOEX"), acronym("IT"), acronym("MoJ"), "child sexual exploitation")


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        pytest.param("Child sexual exploitation", ["Child sexual exploitation"]),
        pytest.param("CHILD SEXUAL EXPLOITATION", ["CHILD SEXUAL EXPLOITATION"]),
        pytest.param("Child Sexual ExploitatioN", ["Child Sexual ExploitatioN"]),
    ],
    ids=["sentence", "heading", "mixed"],
)
def test_a_word_is_found_whatever_its_capitals(text, quotes):
    assert marked(text, *FORMS) == quotes


@pytest.mark.parametrize("text", ["toex", "Toex", "it", "It", "moj", "Moj", "the moJ"])
def test_an_acronym_needs_its_capitals(text):
    assert marked(text, *FORMS) == []


@pytest.mark.parametrize("text", ["MOJ", "MOJ's", "MOJs"])
def test_in_capitals_alone_an_acronym_is_the_same(text):
    forms = (*FORMS, acronym("MoJ's", "MoJ"), acronym("MoJs", "MoJ"))

    assert marked(f"the {text} says", *forms) == [text]


@pytest.mark.parametrize("text", ["iicsa", "Iicsa", "IICSA", "i.i.c.s.a."])
def test_an_acronym_that_is_no_word_is_found_in_small_letters(text):
    assert marked(text, acronym("IICSA", also_small=True)) == [text]


@pytest.mark.parametrize("text", ["iICSA", "IICSa", "IicsA"])
def test_it_is_not_found_in_capitals_here_and_there(text):
    assert marked(text, acronym("IICSA", also_small=True)) == []


def test_one_that_looks_like_a_word_is_never_found_in_other_capitals():
    forms = (acronym("IT", also_small=True), acronym("ITs", also_small=True))

    assert marked("it It its ITS AND ITS OWN", *forms) == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        pytest.param("WHAT TOEX DOES", ["TOEX"], id="acronym"),
        pytest.param("ABOUT THE MOJ", ["MOJ"], id="acronym-with-a-small-letter"),
        pytest.param("LET IT BE", [], id="spelled-like-a-word"),
        pytest.param("An IT team", ["IT"], id="spelled-like-a-word-in-a-sentence"),
        pytest.param("IT", ["IT"], id="alone-on-a-line"),
        pytest.param("Our work\nIT\nour help", ["IT"], id="alone-on-its-line"),
        pytest.param("1. IT", ["IT"], id="after-a-number"),
        pytest.param("WORK\r\nthe IT team", ["IT"], id="heading-on-another-line"),
        pytest.param("ABOUT TOEX TOOLS\nand it", ["TOEX"], id="heading-before-text"),
    ],
)
def test_a_line_of_capitals_is_read_with_care(text, quotes):
    assert marked(text, *FORMS) == quotes


@pytest.mark.parametrize("end", ["\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_ends_a_line(end):
    assert marked(f"OUR WORK{end}the IT team{end}", acronym("IT")) == ["IT"]
    assert marked(f"the{end}LET IT BE{end}team", acronym("IT")) == []


def test_a_line_is_judged_by_what_is_near():
    near, far = "x " * 29, "x " * 31

    assert marked(f"{near}AND IT WAS", acronym("IT")) == ["IT"]
    assert marked(f"{far}{'AND ' * 20}IT WAS", acronym("IT")) == []


def test_an_acronym_and_a_word_of_the_same_letters_are_two_things():
    forms = (term("mash", "potato"), acronym("MASH", "hub"))

    found = vocabulary(*forms).find("The MASH had mash")

    assert [match.candidates for match in found] == [("hub", "potato"), ("potato",)]


def test_an_ambiguous_acronym_gives_all_its_candidates():
    forms = (acronym("SOC", "crime"), acronym("SOC", "occupations"))

    (match,) = vocabulary(*forms).find("about SOC")

    assert match.candidates == ("crime", "occupations")


def test_an_acronym_keeps_its_accents():
    assert marked("TÂN TAN", acronym("TAN")) == ["TAN"]


def test_an_acronym_is_found_in_letters_of_other_widths():
    assert marked("ＴＯＥＸ", acronym("TOEX")) == ["ＴＯＥＸ"]


def test_the_apostrophe_in_an_acronym_may_be_curly():
    assert marked("the NPCC’s", acronym("NPCC's")) == ["NPCC’s"]


def test_two_spellings_of_an_acronym_are_two_forms():
    forms = (acronym("Napac", "napac"), acronym("NAPAC", "napac"))

    assert marked("Napac or NAPAC", *forms) == ["Napac", "NAPAC"]
