"""Words that nobody sees do not come to light, and no link is put there."""

import pytest

from glossary.annotation import read_page, read_words
from tests.annotation.marking import Read, mark

HIDDEN = [
    "hidden",
    "hidden='until-found'",
    "HIDDEN=HIDDEN",
    "aria-hidden=true",
    "aria-hidden=' TRUE '",
    "popover",
    "style='display:none'",
    "style='DISPLAY : NONE ; color:red'",
    "style='color:red;display:none!important'",
    "style='display:none ! important;display:block'",
    "style='display:none !\n important ;display:block'",
    "style='display:block;display:none'",
    "style='display:/* no; */none'",
    "style='display:none;/* no"  # a comment that never ends
    "'",
    "style='display&colon;none'",
    "style='mso-hide:all'",
    "style='content-visibility:hidden'",
    "style='visibility:hidden'",
    "style='visibility:collapse'",
    "style='opacity:0'",
    "style='opacity:0.00'",
    "style='opacity:.0'",
    "style='opacity:0%'",
    "style='font-size:0'",
    "style='font-size:0px'",
    "style='font-size:+0.0em'",
    "style='font-size:1px'",
    "style='font-size:0.5pt'",
    "style='font-size:1.9px'",
    "style='font:0/0 a'",
    "style='font:bold 1px/1px Arial'",
    "style='height:0;overflow:hidden'",
    "style='max-height:0px;overflow:clip'",
    "style='width:0;overflow:auto hidden'",
    "style='overflow:hidden;max-width:0'",
]
SHOWN = [
    "aria-hidden=false",
    "aria-hidden",
    "style=''",
    "style='display'",
    "style='display:block'",
    "style='display:none!important;display:block!important'",
    "style='/* display:none */'",
    "style='x-display:none'",
    "style='display:none important'",
    "style='display:none!'",
    "style='display:nonee important'",
    "style='mso-hide:none'",
    "style='content-visibility:auto'",
    "style='visibility:visible'",
    "style='opacity:0.1'",
    "style='opacity:1'",
    "style='opacity:00a0'",
    "style='font-size:2px'",
    "style='font-size:10px'",
    "style='font-size:11px'",
    "style='font-size:1em'",
    "style='font:12px/0 Arial'",
    "style='font:700 1em a'",
    "style='font:inherit'",
    "style='height:0'",
    "style='overflow:hidden'",
    "style='height:0;overflow:visible'",
    "style='height:10px;overflow:hidden'",
    "style='line-height:0;overflow:hidden'",
    "style='position:absolute;left:-9999px'",
    "style='color:#fff;background:#fff'",
]


@pytest.mark.parametrize("attribute", HIDDEN)
@pytest.mark.parametrize("name", ["p", "span", "x-y", "center"])
def test_what_is_hidden_does_not_come_back(attribute, name):
    markup = f"<div>a <{name} {attribute}>grooming <b>b</b></{name}> c</div>"
    done = mark(markup)

    assert Read(done.html).text.split() == ["a", "c"]
    assert (done.text.split(), done.matches) == (["a", "c"], [])
    assert read_page(markup).text.split() == ["a", "c"]
    assert read_page(markup).has_hidden


@pytest.mark.parametrize("attribute", SHOWN)
@pytest.mark.parametrize("name", ["p", "span", "x-y", "center"])
def test_what_is_not_hidden_is_read(attribute, name):
    markup = f"<div>a <{name} {attribute}>grooming</{name}> c</div>"
    done = mark(markup)

    assert (Read(done.html).links, len(done.matches)) == (["grooming"], 1)
    assert not read_page(markup).has_hidden
    assert "grooming" in read_words(markup)


@pytest.mark.parametrize("size", ["9pt", "13px", "1rem", "small", "xx-large", "medium"])
def test_a_letter_in_cells_of_no_size_is_read(size):
    cell = f"<td style='font-size:0px'><div style='font-size:{size}'>grooming</div>x"

    page = read_page(f"<table><tr>{cell}</table>")

    assert page == ("grooming", True)


@pytest.mark.parametrize("size", ["1em", "100%", "larger", "smaller", "inherit", "x"])
def test_a_part_of_nothing_is_nothing(size):
    markup = f"<div style='font-size:0'><b style='font-size:{size}'>a</b></div>"

    assert read_page(markup) == ("", True)


def test_what_is_visible_again_is_seen():
    markup = (
        "<ul style='visibility:hidden'><li>a<li style='visibility:visible'>b"
        "<b style='visibility:hidden'>c</b><i style='visibility:inherit'>d</i></ul>"
    )

    assert read_page(markup) == ("bd", True)


def test_each_of_two_ways_to_hide_is_taken_back_by_itself():
    both = "<p style='visibility:hidden;font-size:0'>a{}</p>"
    one = "<b style='visibility:visible'>b{}</b>"

    assert read_page(both.format(one.format(""))).text == ""
    other = "<i style='font-size:9pt'>c</i>"
    assert read_page(both.format(one.format(other))).text == "c"


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("a<p hidden> </p>", id="no-words"),
        pytest.param("a<p hidden>– “”</p>", id="signs"),
        pytest.param("a<select hidden><option>b</select>", id="a-control"),
        pytest.param("a<p hidden><svg><text>b</svg></p>", id="a-drawing"),
        pytest.param("a<svg><g hidden>b</g></svg>", id="a-part-of-a-drawing"),
        pytest.param("a<script hidden>b</script>", id="a-program"),
        pytest.param("a<!-- b -->", id="a-comment"),
        pytest.param("a<hr hidden>", id="a-line"),
    ],
)
def test_what_holds_no_words_hides_none(markup):
    assert read_page(markup) == ("a", False)


@pytest.mark.parametrize("words", ["b", "“b, c!”", "– 1"])
def test_a_word_among_signs_is_hidden(words):
    assert read_page(f"a<p hidden>{words}</p>") == ("a", True)


def test_a_dialog_is_hidden_until_it_is_open():
    assert read_page("a<dialog>b</dialog>") == ("a", True)
    assert read_page("a<dialog open>b</dialog>") == ("a\n\nb", False)
    assert mark("a<dialog open>b</dialog>").html == "a<div>b</div>"


@pytest.mark.parametrize("name", ["br", "hr", "wbr"])
@pytest.mark.parametrize("attribute", ["hidden", "style='visibility:hidden'"])
def test_an_empty_element_that_is_hidden_goes(name, attribute):
    assert mark(f"a<{name} {attribute}>b").html == "ab"
    assert read_words(f"a<{name} {attribute}>b") == "ab"


def test_a_hidden_block_parts_no_words():
    assert mark("problem <div hidden>x</div>profile").html.endswith(
        ">problem profile</a>"
    )
    assert read_words("pro<p hidden>x</p>file") == "profile"


def test_a_hidden_block_ends_what_it_ends():
    assert mark("<p>a<p hidden>b<p>c").html == "<p>a</p><p>c</p>"
    assert mark("<ul><li hidden>a<li>b</ul>").html == "<ul><li>b</li></ul>"


@pytest.mark.parametrize("attribute", ["hidden", "style=display:none"])
def test_what_is_too_deep_stays_hidden_too(attribute):
    deep = "<div>" * 200
    inside = f"<p>a<b {attribute}>b<b>c</b><i>d</i></b>e</p>"

    assert mark(f"{deep}{inside}f</div>g").text.replace("\n", "") == "aefg"
    assert read_page(deep + inside).has_hidden


@pytest.mark.parametrize("name", ["svg", "select", "object"])
def test_what_holds_no_text_goes_also_where_it_is_too_deep(name):
    deep = "<div>" * 200

    assert read_page(f"{deep}a<{name}><b>b</b></{name}>c") == ("ac", False)


def test_what_is_hidden_too_deep_and_never_ends_ends_with_what_is_around_it():
    deep = "<div>" * 200

    assert read_words(f"{deep}a<b hidden>b</div>c") == "a\n\nc"
    assert read_words(f"{deep}a<p>x<b hidden>b</p>c</b>d") == "a\n\nxd"
    assert read_words(f"{deep}a<b hidden>b<a href=x>c</a>d</b>e") == "ae"


@pytest.mark.parametrize(
    "markup",
    [
        "a<svg>{}</svg>b".format("<path/>" * 300),
        "a<svg>{}</svg>b".format("<path>" * 300),
        "a<select>{}</select>b".format("<option>x" * 300),
        "a<span hidden>{}</span>b".format("<i>x" * 300),
        "a<svg/>b",
        "a<svg />b",
        "a<svg width='9'/>b",
        "a<math/>b",
    ],
)
def test_what_is_left_out_ends_where_it_ends(markup):
    assert (mark(markup).html, read_words(markup)) == ("ab", "ab")


@pytest.mark.parametrize("markup", ["a<p/>b", "a<svg width=9/>b", "a<span hidden/>b"])
def test_only_drawings_can_be_closed_in_their_start_tag(markup):
    assert read_words(markup) in {"a\n\nb", "a"}


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param("<b hidden>x</b>", id="another-hidden"),
        pytest.param("<section hidden>x</section>", id="one-of-its-name-hidden"),
        pytest.param("<section>x</section>", id="one-of-its-name"),
    ],
)
def test_what_is_hidden_too_deep_is_hidden_to_its_own_end(inside):
    deep = "<div>" * 201

    assert read_words(f"{deep}<section hidden>{inside}a</section>b") == "b"


def test_only_what_is_said_to_be_visible_is_seen_in_what_is_not():
    within = "<p style='visibility:hidden'><b style='visibility:{}'>a</b></p>b"

    assert read_words(within.format("inherit")) == "b"
    assert read_words(within.format("visible")) == "a\n\nb"


def test_what_is_too_deep_and_never_ends_takes_no_end_of_what_comes_later():
    deep = "<div>" * 200

    assert mark(f"{deep}<b>a</div><b>b</b>c").html.endswith(
        "a</div><b>b</b>c" + "</div>" * 199
    )
