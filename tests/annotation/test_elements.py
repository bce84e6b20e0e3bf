"""What each element of HTML does to the words in it, and what is kept of each."""

from html import unescape

import pytest

from glossary.annotation import read_words
from tests.annotation.marking import Read, mark, quotes

BLOCKS = (
    "address article aside blockquote details div dl fieldset figure footer header "
    "hgroup main menu nav ol p pre section summary ul h1 h2 h3 h4 h5 h6 dd dt "
    "li figcaption"
).split()
INLINE = (
    "abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub "
    "sup time u var button label legend"
).split()
INSTEAD = {
    **dict.fromkeys("center dir form optgroup option search".split(), "div"),
    "listing": "pre",
}
APART = ["button", "label", "legend"]
INLINE_THAT_GO = "font big blink data output slot x-y map picture".split()
EMPTY_THAT_GO = (
    "area base basefont bgsound col embed frame image img input keygen link meta param "
    "source track"
).split()
NO_MARKUP = (
    "iframe noembed noframes noscript script style textarea title xmp plaintext".split()
)
DROPPED = (
    "applet audio canvas datalist frameset math object select svg template video"
).split()


def shown(markup):
    return mark(markup).html


@pytest.mark.parametrize("name", [*BLOCKS, *INLINE])
def test_an_element_of_a_text_comes_back(name):
    written = f'<{name} type="button">' if name == "button" else f"<{name}>"

    assert shown(f"<{name}>a</{name}>") == f"{written}a</{name}>"


@pytest.mark.parametrize("name", INSTEAD)
def test_some_come_back_as_what_they_look_like(name):
    other = INSTEAD[name]

    assert shown(f"<p>a<{name} id=x>b<i>b</i></{name}>c") == (
        f'<p>a</p><{other} id="user-content-x">b<i>b</i></{other}>c'
    )


def test_what_a_typewriter_wrote_comes_back_as_code():
    assert shown("<p>a<tt>grooming</tt>c") == "<p>a<code>grooming</code>c</p>"


@pytest.mark.parametrize("name", INLINE_THAT_GO)
def test_another_element_goes_and_its_words_stay(name):
    assert shown(f"<{name}>a<b>b</b></{name}>c") == "a<b>b</b>c"


@pytest.mark.parametrize("name", ["hr", "wbr"])
def test_an_empty_element_of_a_text_comes_back(name):
    assert shown(f"a<{name}>b</{name}>c") == f"a<{name}>bc"


def test_an_end_of_a_line_may_be_written_like_the_end_of_an_element():
    assert shown("a<br>b</br>c<br/>d") == "a<br>b<br>c<br>d"
    assert read_words("a<br>b</br>c<br/>d") == "a\nb\nc\nd"


@pytest.mark.parametrize("name", EMPTY_THAT_GO)
def test_an_empty_element_has_no_words_in_it(name):
    assert shown(f"<b><{name} hidden>a</b>c") == "<b>a</b>c"


@pytest.mark.parametrize("name", NO_MARKUP)
def test_what_holds_no_markup_goes_whole(name):
    assert shown(f"<{name}>a<b>b</{name.upper()} >c") == "c"
    assert shown(f"a<{name}>b<b>") == "a"
    assert shown(f"<{name}>a</{name}s>b</{name}/>c") == "c"


@pytest.mark.parametrize("name", DROPPED)
def test_what_holds_programs_and_pictures_goes_whole(name):
    assert shown(f"a<{name}>b<b>c</b><br></{name}>d") == "ad"
    assert read_words(f"a<{name}>b<p>c</p></{name}>d") == "ad"


@pytest.mark.parametrize("name", DROPPED)
def test_an_end_tag_from_outside_ends_it_too(name):
    assert shown(f"<p>a<{name}>b</p>c") == "<p>a</p>c"


ENDING = [*BLOCKS, *INSTEAD]


@pytest.mark.parametrize("name", [one for one in ENDING if one != "p"])
def test_a_block_ends_a_paragraph(name):
    assert shown(f"<p>a<{name}>b").startswith(f"<p>a</p><{INSTEAD.get(name, name)}>b")


@pytest.mark.parametrize("name", [*INLINE, *INLINE_THAT_GO])
def test_what_stands_in_a_line_ends_no_paragraph(name):
    assert shown(f"<p>a<{name}>b").endswith("</p>")
    assert shown(f"<p>a<{name}>b").count("<p>") == 1
    assert "</p><" not in shown(f"<p>a<{name}>b")


@pytest.mark.parametrize(
    "name", [*BLOCKS, *INSTEAD, "body", "button", "html", "label", "legend"]
)
def test_what_stands_before_a_block_and_in_it_are_two_sentences(name):
    assert read_words(f"a<{name}>b</{name}>c") == "a\n\nb\n\nc"


@pytest.mark.parametrize("name", [one for one in INLINE if one not in APART])
def test_what_stands_in_a_line_is_one_sentence(name):
    assert read_words(f"a<{name}>b</{name}>c") == "abc"


@pytest.mark.parametrize("name", ["td", "th", "tr", "table", "caption", "thead"])
def test_parts_of_a_table_are_sentences_of_their_own(name):
    found = read_words(f"<table>a<{name}>b</{name}>c</table>")

    assert found.replace("\n\n", " ").split() == ["a", "b", "c"]


@pytest.mark.parametrize(
    "name", "h1 h2 h3 h4 h5 h6 button hgroup label summary".split()
)
def test_there_no_link_is_put(name):
    done = mark(f"<{name}>grooming</{name}>")

    assert quotes(done) == ["grooming"]
    assert "glossary-term" not in done.html


def test_no_link_is_put_in_the_legend_of_a_form_or_in_a_link():
    assert "glossary-term" not in shown("<legend>grooming</legend>")
    assert "glossary-term" not in shown("<a href='/x'>grooming</a>")
    assert Read(shown("<a name='x'>grooming</a>")).links == ["grooming"]


@pytest.mark.parametrize("name", "code kbd pre samp tt var listing".split())
def test_there_nothing_is_looked_for(name):
    done = mark(f"<p>a <{name}>grooming</{name}></p>")

    assert done.matches == []
    assert "grooming" in done.html
    assert "grooming" in read_words(f"<p>a <{name}>grooming</{name}></p>")


@pytest.mark.parametrize("name", ["pre", "listing"])
def test_there_the_ends_of_lines_are_seen(name):
    assert read_words(f"<{name}>a\nb</{name}>") == "a\nb"


def test_the_ends_of_lines_are_seen_in_what_is_inside_too():
    assert read_words("<pre>a<b>\n\nb</b></pre>") == "a\n\nb"
    assert read_words("<p>a<b>\n\nb</b></p>") == "a  b"


@pytest.mark.parametrize("name", ["p", "code", "kbd"])
def test_elsewhere_they_are_not(name):
    assert read_words(f"<{name}>a\nb\tc\x0cd\re</{name}>") == "a b c d e"


ATTRIBUTES = {
    "abbr": "title",
    "blockquote": "cite",
    "del": "cite datetime",
    "dfn": "title",
    "ins": "cite datetime",
    "li": "value",
    "ol": "reversed start type",
    "q": "cite",
    "time": "datetime",
    "p": "",
    "b": "",
}
GLOBAL = {"aria-describedby", "aria-labelledby", "dir", "id", "lang"}
EVERY = (
    "aria-describedby aria-labelledby aria-label name headers for rel target dir lang title cite datetime value reversed start type colspan rowspan scope id "
    "style onclick href hreflang data-entries"
).split()


@pytest.mark.parametrize("name", ATTRIBUTES)
def test_an_element_keeps_the_attributes_that_say_something(name):
    given = " ".join(f'{one}="1"' for one in EVERY)

    (kept,) = attributes(f"<{name} {given}>a</{name}>", name)

    assert kept == {*GLOBAL, *ATTRIBUTES[name].split()}


@pytest.mark.parametrize(
    ("name", "own"),
    [("td", "colspan headers rowspan"), ("th", "colspan headers rowspan scope")],
)
def test_a_cell_keeps_what_says_where_it_stands(name, own):
    given = " ".join(f'{one}="1"' for one in EVERY)

    (kept,) = attributes(f"<table><tr><{name} {given}>a</table>", name)

    assert kept == {*GLOBAL, *own.split()}


def test_a_link_keeps_where_it_leads_and_what_we_wrote_there():
    given = " ".join(f'{one}="1"' for one in EVERY)

    (kept,) = attributes(f"<a {given}>a</a>", "a")

    assert kept == {*GLOBAL, "data-entries", "href", "hreflang", "rel"}


def attributes(markup, name):
    """Return the names of the attributes of each element that comes back."""
    found = []

    class Attributes(Read):
        def handle_starttag(self, tag, attrs):
            if tag == name:
                found.append({key for key, _ in attrs})

    Attributes(shown(markup))
    return found


def test_of_classes_only_ours_are_kept():
    classes = "big no-glossary glossary-term red"

    kept = shown(f'<p class="{classes}">a</p>')

    assert set(kept.split('"')[1].split()) == {"no-glossary", "glossary-term"}
    assert shown('<p class="big">a</p>') == "<p>a</p>"
    assert shown("<p class>a</p>") == "<p>a</p>"


@pytest.mark.parametrize(
    ("address", "is_kept"),
    [
        ("https://a.example/", True),
        ("http://a.example/", True),
        ("mailto:a@a.example", True),
        ("tel:999", True),
        ("/x?a=1", True),
        ("/x:a", True),
        ('https:"a.example/', True),
        ("javascript:x()", False),
        ("data:text/html,x", False),
        ("ftp://a.example/", False),
    ],
)
def test_a_link_leads_to_a_page_or_to_somebody(address, is_kept):
    found = unescape(shown(f"<a href='{address}'>a</a>"))

    assert (address in found, found == "a") == (is_kept, not is_kept)


TABLE = "<table><tbody><tr><td>{}</td></tr></tbody></table>"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param(
            "<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>", id="li-li"
        ),
        pytest.param(
            "<ul><li>a<ul><li>b</ul><li>c</ul>",
            "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>",
            id="a-list-in-an-item",
        ),
        pytest.param(
            "<ul><li>a<p>b<li>c</ul>",
            "<ul><li>a<p>b</p></li><li>c</li></ul>",
            id="an-item-after-a-paragraph",
        ),
        pytest.param(
            "<ul><li>a<div>b<li>c</ul>",
            "<ul><li>a<div>b</div></li><li>c</li></ul>",
            id="an-item-after-a-division",
        ),
        pytest.param(
            "<ul><li>a<address>b<li>c</ul>",
            "<ul><li>a<address>b</address></li><li>c</li></ul>",
            id="an-item-after-an-address",
        ),
        pytest.param(
            "<ul><li>a<section>b<li>c</ul>",
            "<ul><li>a<section>b<li>c</li></section></li></ul>",
            id="an-item-in-a-section",
        ),
        pytest.param(
            "<dl><dt>a<dd>b<dt>c<dd>d</dl>",
            "<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>",
            id="dt-dd",
        ),
        pytest.param(
            "<dl><dd>a<dl><dd>b</dl><dd>c</dl>",
            "<dl><dd>a<dl><dd>b</dd></dl></dd><dd>c</dd></dl>",
            id="a-list-in-a-meaning",
        ),
        pytest.param(
            "<dl><dt>a<li>b<dt>c</dl>",
            "<dl><dt>a<li>b</li></dt><dt>c</dt></dl>",
            id="a-term-after-an-item",
        ),
        pytest.param(
            "<a href='/x'>a<a href='/y'>b</a>c",
            '<a href="/x" rel="noreferrer">a</a><a href="/y" rel="noreferrer">b</a>c',
            id="link-link",
        ),
        pytest.param(
            "<a href='/x'>a<table><tr><td><a href='/y'>b</table>",
            '<a href="/x" rel="noreferrer">a<table><tbody><tr><td>'
            '<a href="/y" rel="noreferrer">b</a></td></tr></tbody></table></a>',
            id="a-link-in-a-cell-of-a-link",
        ),
        pytest.param(
            "<button>a<button>b</button>c",
            '<button type="button">a</button><button type="button">b</button>c',
            id="button-button",
        ),
        pytest.param(
            "<p><button>a<p>b</button>c",
            '<p><button type="button">a<p>b</p></button>c</p>',
            id="a-paragraph-in-a-button",
        ),
        pytest.param(
            "<p><table><tr><td>a<p>b</table>",
            f"<p></p>{TABLE.format('a<p>b</p>')}",
            id="a-paragraph-in-a-cell",
        ),
        pytest.param("<h1>a<h2>b", "<h1>a</h1><h2>b</h2>", id="heading-heading"),
        pytest.param("<h1>a</h3>b", "<h1>a</h1>b", id="any-end-of-a-heading"),
        pytest.param(
            "<h1><b>a<h2>b", "<h1><b>a<h2>b</h2></b></h1>", id="a-heading-in-bold"
        ),
        pytest.param(
            "<table><tr><td>a<td>b<tr><th>c</table>",
            "<table><tbody><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></tbody>"
            "</table>",
            id="cells-and-rows",
        ),
        pytest.param(
            "<table><caption>a<tr><td>b</table>",
            "<table><caption>a</caption><tbody><tr><td>b</td></tr></tbody></table>",
            id="a-row-after-a-caption",
        ),
        pytest.param(
            "<table><caption>a<caption>b<tbody><tr><td>c</table>",
            "<table><caption>a</caption><caption>b</caption><tbody><tr><td>c</td></tr>"
            "</tbody></table>",
            id="two-captions",
        ),
        pytest.param(
            "<table><thead><tr><th>a<tbody><tr><td>b<tfoot><tr><td>c</table>",
            "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody>"
            "<tfoot><tr><td>c</td></tr></tfoot></table>",
            id="sections",
        ),
        pytest.param(
            "<table><tbody><tr><td>a<caption>b</table>",
            "<table><tbody><tr><td>a</td></tr></tbody><caption>b</caption></table>",
            id="a-caption-after-a-section",
        ),
        pytest.param(
            "<table><tr><td>a<table><tr><td>b</table>c</table>",
            TABLE.format(f"a{TABLE.format('b')}c"),
            id="a-table-in-a-cell",
        ),
        pytest.param(
            "<table><tr><td><b>a</td></b>b</table>",
            TABLE.format("<b>a</b>").replace("</tr>", "<td>b</td></tr>"),
            id="an-end-that-does-not-reach-out-of-a-cell",
        ),
        pytest.param(
            "<b><table><tr><td>a</b>b</table>",
            f"<b>{TABLE.format('ab')}</b>",
            id="an-end-that-does-not-reach-out-of-a-table",
        ),
        pytest.param(
            "<table><tr><td>a</table>b</td>c",
            f"{TABLE.format('a')}bc",
            id="the-end-of-a-cell-that-is-over",
        ),
        pytest.param(
            "<div><p>a</div>b</b>c", "<div><p>a</p></div>bc", id="the-end-of-a-block"
        ),
        pytest.param(
            "<table><tr>a<b>b</b><td>c</table>",
            "<table><tbody><tr><td>a<b>b</b></td><td>c</td></tr></tbody></table>",
            id="words-in-a-row",
        ),
        pytest.param(
            "<table> \n\t\x0c\r<tr> <td>a</table>",
            "<table> \n\t\x0c\n<tbody><tr> <td>a</td></tr></tbody></table>",
            id="white-space-in-a-table",
        ),
        pytest.param(
            "<table><br></table>",
            TABLE.format("<br>"),
            id="an-empty-element-in-a-table",
        ),
        pytest.param(
            "<tbody>a</tbody><tr>b</tr>", "a<br><br>b", id="parts-of-no-table"
        ),
        pytest.param(
            "<table><b><td>a</b></table>",
            TABLE.format("<b></b></td><td>a"),
            id="a-cell-in-bold",
        ),
    ],
)
def test_elements_are_put_in_order_as_browsers_do(markup, expected):
    assert shown(markup) == expected
    assert Read(shown(markup)).is_balanced


def test_so_many_elements_may_be_open_and_the_words_of_others_stay():
    deep = "<b>" * 300 + "a" + "</b>" * 300 + "c<i>d</i>"

    assert shown(deep) == "<b>" * 200 + "a" + "</b>" * 200 + "c<i>d</i>"


@pytest.mark.parametrize(("depth", "expected"), [(199, "<b>a</b>"), (200, "a")])
def test_elements_that_go_count_too(depth, expected):
    assert shown("<x-y>" * depth + "<b>a</b>") == expected


def test_a_cell_of_no_table_does_not_count():
    assert shown("<td>" + "<b>" * 201 + "a").count("<b>") == 200
