"""Links within a text lead where they led, and take nothing of the page around it."""

import pytest

from tests.annotation.marking import mark


def shown(markup):
    return mark(markup).html.replace(' rel="noreferrer"', "")


@pytest.mark.parametrize("name", ["p", "b", "h2", "hr", "font", "div"])
def test_an_id_comes_back_with_a_beginning_of_its_own(name):
    assert 'id="user-content-x"' in shown(f"<{name} id=x>a")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param("id=' x '", ' id="user-content-x"', id="spaces-around"),
        pytest.param("id=user-content-x", ' id="user-content-x"', id="ours-already"),
        pytest.param("id='a b'", "", id="two"),
        pytest.param("id=''", "", id="nothing"),
        pytest.param("id", "", id="no-value"),
        pytest.param(
            "aria-labelledby='a  user-content-b'",
            ' aria-labelledby="user-content-a user-content-b"',
            id="several",
        ),
        pytest.param(
            "aria-describedby=a", ' aria-describedby="user-content-a"', id="words-for"
        ),
        pytest.param("aria-labelledby=' '", "", id="none"),
        pytest.param("headers=a", "", id="of-a-cell"),
        pytest.param("name=a", "", id="name"),
        pytest.param("for=a", "", id="for"),
    ],
)
def test_what_names_a_place(given, expected):
    assert shown(f"<p {given}>a</p>") == f"<p{expected}>a</p>"


def test_a_cell_names_its_headings():
    table = "<table><tr><th id=a>b<th id=c>d<tr><td headers='a c'>e</table>"

    assert shown(table) == (
        '<table><tbody><tr><th id="user-content-a">b</th>'
        '<th id="user-content-c">d</th></tr><tr>'
        '<td headers="user-content-a user-content-c">e</td></tr></tbody></table>'
    )


@pytest.mark.parametrize(
    ("link", "place", "expected"),
    [
        pytest.param("#x", "id=x", "#user-content-x", id="id"),
        pytest.param("#user-content-x", "id=x", "#user-content-x", id="written-so"),
        pytest.param("#a&amp;b", "id='a&amp;b'", "#user-content-a&amp;b", id="sign"),
        pytest.param("#a&amp;b", "id='a&b'", "#user-content-a&amp;b", id="other-sign"),
        pytest.param("#%C5%B5", "id=ŵ", "#user-content-%C5%B5", id="in-an-address"),
        pytest.param("#ŵ", "id=ŵ", "#user-content-ŵ", id="letter"),
        pytest.param("#a%41", "id=a%41", "#user-content-a%41", id="per-cent"),
        pytest.param("#x", "id=y", "#x", id="in-the-page-around"),
        pytest.param("#", "id=x", "#", id="top"),
        pytest.param("/#x", "id=x", "/#x", id="on-another-page"),
    ],
)
@pytest.mark.parametrize("order", ["{0}{1}", "{1}{0}"])
def test_a_link_leads_to_a_place_in_the_text(link, place, expected, order):
    parts = f"<a href='{link}'>a</a>", f"<p {place}>b</p>"

    assert f'<a href="{expected}">a</a>' in shown(order.format(*parts))


def test_a_link_within_the_text_keeps_what_else_it_says():
    assert shown("<a lang=cy href='#x' hreflang=en>a</a><p id=x>b</p>") == (
        '<a lang="cy" href="#user-content-x" hreflang="en">a</a>'
        '<p id="user-content-x">b</p>'
    )


@pytest.mark.parametrize("place", ["name=x", "name=y id=x"])
def test_an_old_anchor_is_a_place(place):
    found = shown(f"<a href='#x'>a</a><h2><a {place}>grooming</a></h2>")

    assert found == (
        '<a href="#user-content-x">a</a>'
        '<h2><span id="user-content-x">grooming</span></h2>'
    )


def test_an_old_anchor_can_bear_a_link():
    assert shown("<a name=x>grooming</a>").startswith(
        '<span id="user-content-x"><a class="glossary-term"'
    )


def test_a_link_is_no_place_by_its_name():
    assert shown("<a href='#x' name=x>a</a>") == '<a href="#x">a</a>'


@pytest.mark.parametrize("markup", ["<p hidden id=x>b", "<svg id=x></svg>"])
def test_what_goes_is_no_place(markup):
    assert shown(f"<a href='#x'>a</a>{markup}") == '<a href="#x">a</a>'


def test_a_whole_page_keeps_what_it_says_of_itself():
    page = "<!DOCTYPE html><html lang=cy><head><body id=x dir=ltr><p>a</body></html>\n"

    assert shown(page) == (
        '<div lang="cy"><div id="user-content-x" dir="ltr"><p>a</p></div></div>\n'
    )
    assert shown("<html><body onload=x()>a</body></html>") == "a"


def test_a_page_in_a_text_is_a_part_of_a_line():
    assert shown("<b>a<body lang=cy>b") == '<b>a<span lang="cy"><br><br>b</span></b>'


@pytest.mark.parametrize("given", ["lang=cy", "dir=ltr", "id=x", "class=no-glossary"])
@pytest.mark.parametrize("name", ["font", "x-y", "td"])
def test_an_element_that_goes_leaves_what_it_says_of_its_words(name, given):
    assert shown(f"<{name} {given}>a</{name}>") == (shown(f"<span {given}>a</span>"))
    assert shown(f"<table><tr><font {given}><td>a").startswith("<table><tbody><tr><td>")
