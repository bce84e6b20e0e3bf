"""A figure above the line points to a note: it is no part of the word beside it."""

import pytest

from glossary.annotation import read_words
from tests.annotation.marking import Read, mark, quotes

NOTES = [
    pytest.param("<sup>1</sup>", "¹", id="figure"),
    pytest.param("<sup>123</sup>", "¹²³", id="three-figures"),
    pytest.param("<sup>4567890</sup>", "⁴⁵⁶⁷⁸⁹⁰", id="every-figure"),
    pytest.param("<sup>1,2</sup>", "¹,²", id="two-notes"),
    pytest.param("<sup>[3]</sup>", "\u2060³\u2060", id="in-brackets"),
    pytest.param("<sup>(3)</sup>", "\u2060³\u2060", id="in-round-brackets"),
    pytest.param("<sup>1, 2</sup>", "¹,\u2060²", id="two-notes-apart"),
    pytest.param("<sup>*</sup>", "*", id="star"),
    pytest.param("<sup>†</sup>", "†", id="dagger"),
    pytest.param("<sup>‡</sup>", "‡", id="double-dagger"),
    pytest.param("<sup><a href='#n'>1</a></sup>", "¹", id="around-a-link"),
    pytest.param("<a href='#n'><sup>1</sup></a>", "¹", id="inside-a-link"),
    pytest.param("<SUP><b>1</b>2</SUP>", "¹²", id="around-others"),
    pytest.param("<sup>1<sup>2</sup>3</sup>", "¹²³", id="twice"),
]


@pytest.mark.parametrize(("note", "read"), NOTES)
def test_a_word_with_a_note_is_marked(note, read):
    done = mark(f"<p>Of grooming{note} and more</p>")

    assert quotes(done) == ["grooming"]
    assert Read(done.html).links == ["grooming"]
    assert done.text == f"Of grooming{read} and more"
    assert read_words(f"<p>Of grooming{note} and more</p>") == done.text


@pytest.mark.parametrize(("note", "read"), NOTES[:8])
def test_a_name_goes_over_a_note(note, read):
    assert quotes(mark(f"<p>the problem{note} profile</p>")) == [
        f"problem{read} profile"
    ]


@pytest.mark.parametrize(
    ("markup", "read"),
    [
        pytest.param("the 19<sup>th</sup>", "the 19th", id="an-ending"),
        pytest.param("<sup>M 149</sup>", "M 149", id="after-a-letter"),
        pytest.param("<sup>M<b>1</b></sup>", "M1", id="after-a-letter-outside"),
        pytest.param("<sup>1 in 10</sup>", "¹ in 10", id="before-a-letter"),
        pytest.param("<sup>a</sup> <sup>1</sup>", "a ¹", id="after-another"),
        pytest.param("<sup>a</sup>1", "a1", id="behind"),
        pytest.param("a<sup>1</sup><b>2</b>", "a¹2", id="behind-a-note"),
        pytest.param("a<sup> <b>b</b></sup>", "a b", id="a-space"),
        pytest.param("1<sup></sup>2", "12", id="nothing"),
        pytest.param("H<sub>2</sub>O", "H2O", id="below"),
        pytest.param("<sup><sub>1</sub></sup>", "1", id="below-above"),
        pytest.param("<sub><sup>1</sup></sub>", "¹", id="above-below"),
        pytest.param("<sup>1 _2</sup>", "¹ _²", id="after-a-sign"),
    ],
)
def test_other_things_above_the_line_are_read_as_they_are(markup, read):
    assert read_words(markup) == read
    assert mark(markup).text == read


def test_what_is_above_the_line_comes_back_as_it_was():
    assert mark("<p>a<sup>1</sup></p>").html == "<p>a<sup>1</sup></p>"


def test_what_is_below_the_line_is_a_part_of_the_word():
    assert quotes(mark("groo<sub>m</sub>ing")) == ["grooming"]
    assert quotes(mark("grooming<sub>2a</sub>")) == []
