"""Where an element ends that others stand in or around, and what a link goes around."""

import pytest

from glossary.annotation import links, read_words
from glossary.annotation.cleaning import clean
from glossary.annotation.links import Linking
from glossary.annotation.markup_text import MarkupText
from tests.annotation.marking import mark
from tests.annotation.test_elements import (
    BLOCKS,
    DROPPED,
    EMPTY_THAT_GO,
    INLINE,
)


def shown(markup):
    """Return what comes back, in which the sanitiser has moved nothing."""
    written = Linking(MarkupText(markup)).markup()
    cleaned = clean(written).replace(' rel="noreferrer"', "")
    assert cleaned.replace(' type="button"', "") == written
    return mark(markup).html


@pytest.mark.parametrize("name", [*EMPTY_THAT_GO, "br", "hr", "wbr"])
def test_an_empty_element_is_never_open(name):
    assert shown(f"<{name}>" * 201 + "<b>a</b>").endswith("<b>a</b>")


SEEN_THROUGH = {"address", "div", "p", "dd", "dt"}
HIDING = [one for one in BLOCKS if one not in {*SEEN_THROUGH, "li"}]
IN_A_LINE = [one for one in INLINE if one != "button"]


@pytest.mark.parametrize("name", [*sorted(SEEN_THROUGH), *IN_A_LINE])
def test_an_item_ends_what_stands_in_the_item_before(name):
    assert shown(f"<ul><li>a<{name}>b<li>c</ul>") == (
        f"<ul><li>a<{name}>b</{name}></li><li>c</li></ul>"
    )


@pytest.mark.parametrize("name", ["address", "div", "p", "li", "b"])
@pytest.mark.parametrize("part", ["dd", "dt"])
def test_a_name_or_a_meaning_ends_what_stands_in_the_one_before(name, part):
    assert shown(f"<dl><{part}>a<{name}>b<{part}>c</dl>") == (
        f"<dl><{part}>a<{name}>b</{name}></{part}><{part}>c</{part}></dl>"
    )


@pytest.mark.parametrize(("part", "other"), [("dd", "dt"), ("dt", "dd")])
def test_a_name_and_a_meaning_end_each_other(part, other):
    assert shown(f"<dl><{part}>a<b>b</b><{other}>c</dl>") == (
        f"<dl><{part}>a<b>b</b></{part}><{other}>c</{other}></dl>"
    )


@pytest.mark.parametrize("name", HIDING)
@pytest.mark.parametrize("part", ["li", "dd", "dt"])
def test_an_item_in_another_block_is_an_item_of_that(name, part):
    assert shown(f"<{part}>a<{name}>b<{part}>c").startswith(
        f"<{part}>a<{name}>b<{part}>c"
    )


@pytest.mark.parametrize("part", ["li", "dd", "dt"])
@pytest.mark.parametrize(("before", "after"), [("", ""), ("<p>", "</p>")])
def test_an_item_in_a_button_stays_in_it(part, before, after):
    assert shown(f"<{part}>a{before}b<button>c<{part}>d") == (
        f'<{part}>a{before}b<button type="button">c<{part}>d</{part}></button>'
        f"{after}</{part}>"
    )


@pytest.mark.parametrize("name", DROPPED)
@pytest.mark.parametrize("around", ["p", "li", "dd", "dt", "button", "a"])
def test_what_stands_in_a_picture_ends_nothing_around_it(name, around):
    given, kept = {
        "a": (' href="/x"', ' href="/x" rel="noreferrer"'),
        "button": ("", ' type="button"'),
    }.get(around, ("", ""))
    markup = f"<{around}{given}>a<{name}><{around}{given}>b</{name}>c</{around}>"

    assert shown(markup) == f"<{around}{kept}>ac</{around}>"


@pytest.mark.parametrize("name", ["a href=/x", "button", "p"])
def test_what_cannot_stand_in_itself_ends_itself(name):
    tag = name.split()[0]

    found = shown(f"<div><{name}>a<b>b</b><{name}>c</{tag}>d</div>")

    assert found.count(f"<b>b</b></{tag}><{tag}") == 1
    assert found.endswith(f"c</{tag}>d</div>")


@pytest.mark.parametrize("cell", ["td", "th", "caption"])
@pytest.mark.parametrize("name", ["a href=/x", "button", "p"])
def test_what_stands_in_a_table_ends_nothing_around_it(name, cell):
    tag = name.split()[0]

    found = shown(f"<div><{name}>a<table><{cell}><{name}>b</table>c")

    before, _, after = found.partition("<table>")
    assert (f"</{tag}>" in before) == (tag == "p")
    assert f"b</{tag}>" in after


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<table><tr><td>a<b>b</td>c</b></table>", "<td>a<b>b</b></td><td>c</td>"),
        ("<table><tr><td>a<b>b</tr></b></table>", "<tr><td>a<b>b</b></td></tr>"),
        ("<table><tr><td><div>a</tbody></div></table>b", "<td><div>a</div></td>"),
        ("<table><caption>a<b>b</caption></b>", "<caption>a<b>b</b></caption>"),
        ("<table><caption>a<tbody><td>b", "<caption>a</caption><tbody><tr><td>b</td>"),
        ("<table><caption>a<thead><td>b", "<caption>a</caption><thead><tr><td>b</td>"),
        ("<table><caption>a<tr><td>b", "<caption>a</caption><tbody><tr><td>b</td>"),
        ("<table><td>a<table><tbody><td>b", "<td>a<table><tbody><tr><td>b</td>"),
        ("<table><td>a<table><caption>b", "<td>a<table><caption>b</caption></table>"),
        ("<table><td>a<table><tr><td>b", "<td>a<table><tbody><tr><td>b</td>"),
        ("<table><td>a<table><td>b", "<td>a<table><tbody><tr><td>b</td>"),
        ("<table><td>a<table></td><td>b</table>c", "</tbody></table>c</td></tr>"),
        ("<table><td>a<table></tr><td>b</table>c", "</tbody></table>c</td></tr>"),
        ("<table><caption><b>a</table></b>b", "<b>a</b></caption></table>b"),
        ("<table><thead><tr><th>a</thead>", "<thead><tr><th>a</th></tr></thead>"),
        ("<b><table><caption>a</b>b</table>", "<caption>ab</caption></table></b>"),
        ("<table><tr><td>a<table><td>b</tr>c", "<td>b</td></tr><tr><td>c</td></tr>"),
    ],
)
def test_the_end_of_a_part_of_a_table_reaches_as_far_as_its_table(markup, expected):
    assert expected in shown(markup)


@pytest.mark.parametrize("name", "td th thead tbody tfoot caption tr".split())
def test_a_part_of_no_table_ends_no_paragraph(name):
    assert shown(f"<p>a<{name}>b</{name}>c</p>") == "<p>a<br><br>b<br><br>c</p>"


@pytest.mark.parametrize("cell", ["td", "th", "caption"])
def test_an_end_in_a_cell_ends_nothing_around_the_cell(cell):
    assert f"<{cell}>ab</{cell}>" in shown(f"<table><font><{cell}>a</font>b</table>")


def test_an_end_in_a_table_ends_nothing_around_the_table():
    assert shown("<b>a<table></b><td>b</table>c").startswith("<b>a<table>")
    assert shown("<b>a<table></b><td>b</table>c").endswith("</table>c</b>")


def test_the_ends_of_elements_that_are_too_deep_end_no_others():
    assert shown("<b>" * 201 + "a</b>c</b>d") == (
        "<b>" * 200 + "ac</b>d" + "</b>" * 199
    )


@pytest.mark.parametrize("space", [" ", "\n", "<p> </p>", "<b>\t</b>", "<br> "])
def test_spaces_before_the_first_words_are_not_read(space):
    assert read_words(f"{space}<b>a</b>") == "a"


def test_a_line_across_ends_a_paragraph():
    assert shown("<p>a<hr>b") == "<p>a</p><hr>b"


def test_a_link_that_leads_nowhere_goes_and_its_words_stay():
    assert shown("<a>a<a rel='y'>b</a>c</a>") == "abc"


def test_a_long_text_comes_back_as_it_was():
    long = "A &amp; B &lt; " * 3000

    assert mark(f"<p>{long}</p>").html == f"<p>{long}</p>"
    assert read_words(long) == "A & B < " * 3000


WHOLE = [
    "<b>problem</b> profile",
    "problem <i>profile</i>",
    "<i><b>problem</b></i> profile",
    "problem <i><b>profile</b></i>",
    "<b>problem</b> <i>profile</i>",
    "<u><b>problem</b></u> <i><q>profile</q></i>",
    "problem<br><i>profile</i>",
    "<b>pro</b>blem<wbr> pro<i>file</i>",
]
CUT = [
    "<b><i></i>problem</b> profile",
    "<b><wbr>problem</b> profile",
    "<b>a <i>problem</i></b> profile",
    "<b>a problem</b> profile",
    "problem <b>profile<i></i></b>",
    "problem <b>profile<wbr></b>",
    "problem <b><i>profile</i> a</b>",
    "problem <b>profile a</b>",
    "<b>a problem</b> <i>profile</i>",
    "<b>problem</b> <i>profile a</i>",
]


@pytest.mark.parametrize("markup", WHOLE)
def test_a_link_goes_around_whole_elements(markup):
    tag = shown("problem profile").removesuffix("problem profile</a>")

    assert shown(f"<p>a {markup} b</p>") == f"<p>a {tag}{markup}</a> b</p>"


@pytest.mark.parametrize("markup", CUT)
def test_no_link_cuts_an_element_in_two(markup):
    done = mark(f"<p>a {markup} b</p>")

    assert (len(done.matches), done.html) == (1, f"<p>a {markup} b</p>")


@pytest.mark.parametrize("markup", WHOLE)
def test_the_sanitiser_finds_links_where_we_put_them(markup, monkeypatch):
    monkeypatch.setattr(links, "clean", lambda written: written)

    written = shown(f"<p>a {markup} b</p>")

    assert clean(written).replace(' rel="noreferrer"', "") == written
