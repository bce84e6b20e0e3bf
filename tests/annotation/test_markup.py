"""What comes back is safe, well-formed, and what the author wrote."""

import string

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from glossary.annotation.cleaning import clean
from tests.annotation.marking import Read, mark
from tests.annotation.soups import SOUP


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<p>a <em>b</em> &amp; c</p>", id="paragraph"),
        pytest.param("<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>", id="lists"),
        pytest.param("<dl><dt>a</dt><dd>b</dd></dl>", id="definitions"),
        pytest.param(
            '<table><caption>a</caption><tbody><tr><th scope="row">b</th>'
            '<td colspan="2">c</td></tr></tbody></table>',
            id="table",
        ),
        pytest.param('<p lang="cy" dir="ltr">a</p>', id="language"),
        pytest.param('<p lang="">a</p>', id="no-language"),
        pytest.param('<ol reversed=""><li value="">a</li></ol>', id="no-value"),
        pytest.param('<p class="no-glossary glossary-term">a</p>', id="classes"),
        pytest.param('<abbr title="a &quot;b&quot;">c</abbr>', id="quotation-marks"),
        pytest.param('<p dir="rtl">שלום 😀</p>', id="right-to-left"),
        pytest.param("<pre>\n\n a &lt;b&gt;\n</pre>", id="leading-line-breaks"),
        pytest.param("a<br>b<wbr>c<hr>", id="void-elements"),
        pytest.param("\n\na<p>\n\nb</p>", id="line-breaks"),
    ],
)
def test_well_formed_text_comes_back_as_it_was(markup):
    assert mark(markup).html == markup


def test_the_address_of_a_link_comes_back_as_it_was():
    markup = '<a href="/x?a=1&amp;copy=2&amp;b" rel="noreferrer">a</a>'

    assert mark(markup).html == markup
    assert mark('<a href="/x?a=1&copy=2&b">a</a>').html == markup


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("<p>a<p>b", "<p>a</p><p>b</p>", id="never-closed"),
        pytest.param("a</div></b>c", "ac", id="never-opened"),
        pytest.param("<b><i>a</b>c</i>", "<b><i>a</i></b>c", id="crossed"),
        pytest.param("<p>a<div>b</b>c</div>", "<p>a</p><div>bc</div>", id="block"),
        pytest.param("<h1>a<h2>b</h1>c", "<h1>a</h1><h2>b</h2>c", id="headings"),
        pytest.param("<dl><dt>a<dd>b</dl>", "<dl><dt>a</dt><dd>b</dd></dl>", id="dl"),
        pytest.param(
            "<table>a<tr><td>b<tr>c</table>",
            "<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr>"
            "<tr><td>c</td></tr></tbody></table>",
            id="words-beside-cells",
        ),
        pytest.param(
            "<table><thead><th>a<tbody><td>b</table>",
            "<table><thead><tr><th>a</th></tr></thead>"
            "<tbody><tr><td>b</td></tr></tbody></table>",
            id="parts-of-a-table",
        ),
        pytest.param("<td>a</td><li>b", "a<li>b</li>", id="parts-of-nothing"),
        pytest.param("<x-y>a<font>b</x-y>c", "abc", id="unknown"),
        pytest.param("<B CLASS=No-Glossary>a</b>", "<b>a</b>", id="capitals"),
        pytest.param("<B LANG=cy>a</B>", '<b lang="cy">a</b>', id="attribute"),
        pytest.param("a<b HIDDEN>b</b>c", "ac", id="hidden-in-capitals"),
        pytest.param("a<!-- b\n<b>c -->d", "ad", id="comment-of-lines"),
        pytest.param(
            """<abbr title='a "b"'>c</abbr>""",
            '<abbr title="a &quot;b&quot;">c</abbr>',
            id="quotation-marks-within-others",
        ),
        pytest.param("a < b <3 <", "a &lt; b &lt;3 &lt;", id="signs"),
        pytest.param("a<b", "a", id="cut-off"),
        pytest.param('a<b title=">c', "a", id="cut-off-in-a-value"),
        pytest.param("&notit; &#9999999999; &#xD800; &#0;", "¬it; � � �", id="odd"),
        pytest.param("a\0b", "ab", id="nul"),
        pytest.param(f"&#{'0' * 5000}65;&#{'9' * 5000};", "A�", id="long-numbers"),
        pytest.param(f"&#{'0' * 5000};", "�", id="long-zero"),
    ],
)
def test_what_is_not_well_formed_is_put_right(markup, expected):
    assert mark(markup).html == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("<p onclick='x()' style='x'>b</p>", "<p>b</p>", id="events"),
        pytest.param("<a href='javascript:x()'>b</a>", "b", id="scheme"),
        pytest.param("<a href=' jAvA\tscript:x()'>b</a>", "b", id="odd"),
        pytest.param("<img src=x onerror=x()>b", "b", id="image"),
        pytest.param("<iframe src=x>a</iframe>b", "b", id="frame"),
        pytest.param("<scr<script>a</script>ipt>b", "aipt&gt;b", id="script-in-script"),
        pytest.param("<form action=x><input>b</form>", "<div>b</div>", id="form"),
        pytest.param("<base href=x><meta refresh>b", "b", id="head"),
        pytest.param(
            "<button formaction=x>b</button>",
            '<button type="button">b</button>',
            id="b",
        ),
        pytest.param("<p class='modal no-glossary'>b</p>", None, id="class"),
        pytest.param(
            "<svg></p><style><a title='</style><img src onerror=x()>'>",
            "",
            id="mutation",
        ),
        pytest.param(
            "<math><mtext><table><mglyph><style><img src onerror=x()>", "", id="math"
        ),
    ],
)
def test_nothing_that_can_run_or_load_comes_back(markup, expected):
    expected = '<p class="no-glossary">b</p>' if expected is None else expected

    assert mark(markup).html == expected


@settings(max_examples=300, deadline=None)
@given(SOUP)
def test_any_soup_of_tags_becomes_well_formed(markup):
    done = mark(markup)
    read = Read(done.html)
    without = Read(mark(markup, exclude=["problem-profile", "grooming"]).html)

    assert read.is_balanced
    assert clean(done.html) == done.html
    assert set(read.around_links).isdisjoint({"a", "button", "h1", "h2", "!"})
    assert read.text == without.text


@settings(max_examples=200, deadline=None)
@given(SOUP)
@example("<h1>a<h2>b")
def test_the_sanitiser_finds_elements_where_we_put_them(markup):
    from glossary.annotation.links import Linking
    from glossary.annotation.markup_text import MarkupText

    written = Linking(MarkupText(markup)).markup()

    cleaned = clean(written).replace(' rel="noreferrer"', "").replace("&nbsp;", "\xa0")
    assert cleaned.replace(' type="button"', "") == written


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="<>/!-=&;#\"' \n\0ab😀ŵ" + string.digits, max_size=60))
def test_any_signs_at_all_are_read(markup):
    done = mark(markup)

    assert clean(done.html) == done.html


def test_a_zero_is_not_there():
    assert mark("gro\0oming").text == "grooming"


def test_a_page_that_is_whole_leaves_a_block_in_its_place():
    assert mark("<html><body id=x>a").html == '<div id="user-content-x">a</div>'


def test_in_a_table_what_is_no_part_of_it_gives_its_words_to_a_cell():
    done = mark("<table><center>a</center><tr><td>b</table>").html

    assert done == (
        "<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>"
    )
