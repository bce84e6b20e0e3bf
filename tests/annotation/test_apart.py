"""Blocks and cells never run together, in the text and in what comes back."""

import pytest
from hypothesis import given, settings

from glossary.annotation import read_words
from tests.annotation.marking import Read, mark
from tests.annotation.soups import SOUP
from tests.annotation.test_elements import BLOCKS, INSTEAD

STRAY = "td th tr thead tbody tfoot caption".split()
LINE = "<br><br>"


@pytest.mark.parametrize("name", [*BLOCKS, *INSTEAD, *STRAY, "label", "legend", "body"])
@pytest.mark.parametrize(
    "markup",
    [
        "problem<{0}>profile</{0}>",
        "<{0}>problem</{0}>profile",
        "<{0}>problem</{0}><{0}>profile</{0}>",
        "<b>problem</b> <{0}><i>profile",
        "problem <{0} lang=cy> profile",
    ],
)
def test_what_stands_in_two_blocks_is_no_term_however_often_it_is_sent(markup, name):
    once = mark(markup.format(name))
    twice = mark(once.html)

    assert (once.matches, twice.matches) == ([], [])
    assert twice.html == once.html


@pytest.mark.parametrize("name", STRAY)
def test_cells_of_no_table_are_apart_by_an_empty_line(name):
    cells = f"<{name}>a</{name}><{name}> </{name}>\n<{name}>b</{name}>c"

    assert mark(cells).html == f"a{LINE}b{LINE}c"
    assert read_words(cells) == "a\n\nb\n\nc"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("<td>a</td><p>b", "a<p>b</p>", id="before-a-block"),
        pytest.param("<p>a</p><td>b", "<p>a</p>b", id="after-a-block"),
        pytest.param("a<td><hr>b", "a<hr>b", id="before-a-line"),
        pytest.param("a<hr><td>b", "a<hr>b", id="after-a-line"),
        pytest.param("<td>a</td>", "a", id="alone"),
        pytest.param("<td>a<td>", "a", id="before-nothing"),
        pytest.param("a<td><b>b</b>", f"a<b>{LINE}b</b>", id="before-an-element"),
        pytest.param("a<td><code>b", f"a{LINE}<code>b</code>", id="before-code"),
        pytest.param("<code>a</code><td>b", f"<code>a</code>{LINE}b", id="after-code"),
        pytest.param("<code></code><td>b", f"<code></code>{LINE}b", id="empty-code"),
        pytest.param("a<td><pre>b", "a<pre>b</pre>", id="before-lined-code"),
        pytest.param(
            "a<td class=no-glossary>b",
            f'a{LINE}<span class="no-glossary">b</span>',
            id="left-alone",
        ),
        pytest.param("a</p>b", f"a{LINE}b", id="the-end-of-no-paragraph"),
        pytest.param("a</td></div>b", "ab", id="the-end-of-no-other-block"),
        pytest.param("a<td hidden>b</td>c", "ac", id="hidden"),
        pytest.param(
            "a<td><table><td>b</table>",
            "a<table><tbody><tr><td>b</td></tr></tbody></table>",
            id="before-a-table",
        ),
    ],
)
def test_an_empty_line_stands_only_where_nothing_else_parts(markup, expected):
    assert mark(markup).html == expected


@pytest.mark.parametrize("markup", ["<table>{}", "<table><tr>{}", "<table><tr><td>{}"])
def test_a_term_in_a_table_is_one_also_where_it_has_no_cell(markup):
    assert len(mark(markup.format("problem <b>profile</b>")).matches) == 1


def test_a_space_that_is_seen_gets_a_cell():
    assert mark("<table>&nbsp;<tr><td>a</table>").html == (
        "<table><tbody><tr><td>&nbsp;</td></tr><tr><td>a</td></tr></tbody></table>"
    )


def test_what_is_too_deep_is_apart_too():
    deep = "<b>" * 200

    assert read_words(f"{deep}a<p>b</p>c<i>d") == "a\n\nb\n\ncd"
    assert Read(mark(f"{deep}a<p>b</p>c").html).text == "abc"
    assert mark(f"{deep}a<p>b</p>c").html.count(LINE) == 2


@pytest.mark.parametrize(
    ("markup", "read"),
    [
        pytest.param("<ruby>CSE<rt>x</rt></ruby>y", "CSE x y", id="ruby"),
        pytest.param("<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>", "a( b )", id="rp"),
        pytest.param("a<rtc>b</rtc>c", "a b c", id="container"),
        pytest.param("a<hr>b", "a\n\nb", id="line"),
        pytest.param("a<wbr>b&shy;c&ZeroWidthSpace;d", "ab\xadc\u200bd", id="may-part"),
        pytest.param("a<b>b</b>c<x-y>d</x-y><o:p>e</o:p>", "abcde", id="in-a-line"),
        pytest.param("<table><tr><td>a<td>b<tr><th>c</table>d", "a|b|c|d", id="cells"),
        pytest.param("<table><caption>a<tr><td>b</table>", "a|b", id="caption"),
        pytest.param("<dl><dt>a<dd>b</dl><ul><li>c<li>d</ul>", "a|b|c|d", id="lists"),
    ],
)
def test_words_are_apart_as_people_see_them(markup, read):
    assert read_words(markup) == read.replace("|", "\n\n")
    assert mark(mark(markup).html).text == mark(markup).text


@settings(max_examples=200, deadline=None)
@given(SOUP)
def test_what_is_apart_in_the_text_is_apart_in_what_comes_back(markup):
    done = mark(markup)

    assert read_words(done.html).split() == read_words(markup).split()
