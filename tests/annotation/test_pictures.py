"""A picture goes, and the words that stand for it come in its place."""

import pytest

from glossary.annotation import read_page, read_words
from tests.annotation.marking import Read, mark

PICTURES = [
    pytest.param("<img alt='{}'>", id="image"),
    pytest.param("<img src=x onerror=x() alt='{}'/>", id="with-a-program"),
    pytest.param("<picture><source srcset=x><img alt='{}'></picture>", id="one-of"),
    pytest.param("<input type=image src=x alt='{}'>", id="button"),
    pytest.param("<INPUT TYPE=' Image' ALT='{}'>", id="in-capitals"),
    pytest.param("<map name=x><area href=x alt='{}'></map>", id="map"),
    pytest.param("<svg aria-label='{}'><title>x</title></svg>", id="drawing"),
    pytest.param("<svg viewBox=x> <title id=x>{}</title><path/></svg>", id="title"),
    pytest.param("<svg><TITLE>{}</TITLE><text>x</text></svg>", id="title-in-capitals"),
]


@pytest.mark.parametrize("picture", PICTURES)
def test_words_for_a_picture_stand_in_its_place_and_are_not_marked(picture):
    markup = f"<p>a{picture.format('grooming &amp; <b> &quot;c&quot;')}b</p>"
    if "title" in picture.lower() and "label" not in picture:
        markup = markup.replace("<b> ", "&lt;b> ")
    done = mark(markup)

    assert done.html == (
        '<p>a<span class="no-glossary"> grooming &amp; &lt;b&gt; "c" </span>b</p>'
    )
    assert (done.text, done.matches) == ("a\ufffcb", [])
    assert read_words(markup) == 'a grooming & <b> "c" b'
    assert mark(done.html) == done


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<img>", id="no-words"),
        pytest.param("<img alt>", id="nothing"),
        pytest.param("<img alt='  '>", id="spaces"),
        pytest.param("<input alt=b>", id="a-field"),
        pytest.param("<input type=text alt=b>", id="a-field-of-text"),
        pytest.param("<p type=image alt=b></p>", id="no-picture"),
        pytest.param("<img hidden alt=b>", id="hidden"),
        pytest.param("<img style=display:none alt=b>", id="hidden-by-style"),
        pytest.param("<svg aria-hidden=true><title>b</title></svg>", id="ornament"),
        pytest.param("<svg><g></g><title>b</title></svg>", id="title-of-a-part"),
        pytest.param("<math><title>b</title></math>", id="formula"),
        pytest.param("<svg><title>b", id="cut-off"),
        pytest.param("<title>b</title>", id="of-the-page"),
        pytest.param("<video aria-label=b></video>", id="film"),
    ],
)
def test_a_picture_without_words_goes(markup):
    assert Read(mark(f"a{markup}").html).text == "a"
    assert read_page(f"a{markup}").text == "a"


@pytest.mark.parametrize("around", ["<p hidden>{}</p>", "<object>{}</object>"])
def test_words_for_a_picture_that_goes_go(around):
    assert read_words("a" + around.format("<img alt=b>")) == "a"


def test_words_for_a_picture_in_a_link_are_its_words():
    assert mark("<a href='/x'><img alt='Our logo'></a>").html == (
        '<a href="/x" rel="noreferrer"><span class="no-glossary"> Our logo </span></a>'
    )


def test_words_for_a_picture_keep_their_language_and_their_place():
    markup = "<a href=#f>a</a><img lang=cy dir=ltr id=f title=x alt='Llun\n o  afon'>"

    assert mark(markup).html == (
        '<a href="#user-content-f" rel="noreferrer">a</a>'
        '<span class="no-glossary" dir="ltr" id="user-content-f" lang="cy">'
        " Llun o afon </span>"
    )


def test_a_figure_comes_back_with_its_caption():
    figure = "<figure>{}<figcaption>grooming</figcaption></figure>"
    done = mark(figure.format("<img alt=b>"))

    assert done.html.startswith('<figure><span class="no-glossary"> b </span><figcap')
    assert done.text == "\ufffc\n\ngrooming"
    assert len(done.matches) == 1


def test_a_picture_in_a_table_without_a_cell_gets_one():
    found = mark("<table><tr><img alt=b></table>").html

    assert '<tr><td><span class="no-glossary"> b </span></td></tr>' in found


def test_words_for_a_picture_that_is_too_deep_are_words_like_others():
    once = mark("<b>" * 200 + "<img alt=grooming>").html

    assert "grooming</a> <" in once
    assert mark(once).html == once
