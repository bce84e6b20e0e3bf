"""Markdown becomes safe HTML, with every run in the language that it is in."""

import pytest

from glossary import markdown

PATHS = {"charge": "/en/terms/charge/"}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("*Some* words.", "<p><em>Some</em> words.</p>", id="emphasis"),
        pytest.param(
            "A [charge](entry:charge).",
            '<p>A <a href="/en/terms/charge/" rel="noreferrer">charge</a>.</p>',
            id="an-entry",
        ),
        pytest.param("A [trial](entry:trial).", "<p>A trial.</p>", id="no-such-entry"),
        pytest.param(
            "Yr [Independent *Inquiry*](lang:en) yw hwn.",
            '<p>Yr <span lang="en">Independent <em>Inquiry</em></span> yw hwn.</p>',
            id="another-language",
        ),
        pytest.param(
            "[a](lang:en) [b](entry:charge)",
            '<p><span lang="en">a</span> '
            '<a href="/en/terms/charge/" rel="noreferrer">b</a></p>',
            id="a-language-and-a-link",
        ),
        pytest.param(
            '[x](lang:en"onclick=")',
            '<p>[x](lang:en"onclick=")</p>',
            id="no-markup",
        ),
        pytest.param("[x](javascript:x)", "<p>[x](javascript:x)</p>", id="no-script"),
    ],
)
def test_the_marks_of_our_texts(text, html):
    assert markdown.to_html(text, PATHS) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param(
            "Mae'r Evolve Team yma.",
            '<p>Mae\'r <span lang="en">Evolve Team</span> yma.</p>',
            id="in-a-sentence",
        ),
        pytest.param(
            "[Evolve Team](entry:charge)",
            '<p><a href="/en/terms/charge/" rel="noreferrer">'
            '<span lang="en">Evolve Team</span></a></p>',
            id="in-a-link",
        ),
        pytest.param(
            "Evolve Teams, Evolve Team A & B",
            '<p>Evolve Teams, <span lang="en">Evolve Team A &amp; B</span></p>',
            id="the-longest-and-whole-words-only",
        ),
        pytest.param(
            "[The Evolve Team](lang:en)",
            '<p><span lang="en">The Evolve Team</span></p>',
            id="marked-already",
        ),
    ],
)
def test_names_of_another_language_are_marked(text, html):
    names = {"Evolve Team": "en", "Evolve Team A & B": "en"}

    assert markdown.to_html(text, PATHS, names) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param(
            "[שלום](lang:he) and [bonjour](lang:fr)",
            '<p><span lang="he" dir="rtl">שלום</span> and '
            '<span lang="fr">bonjour</span></p>',
            id="said-in-the-text",
        ),
        pytest.param(
            "The משטרה unit",
            '<p>The <span lang="he" dir="rtl">משטרה</span> unit</p>',
            id="a-name",
        ),
    ],
)
def test_what_goes_the_other_way_is_said(text, html):
    turned = {"he": "rtl", "fr": ""}.__getitem__

    assert markdown.to_html(text, PATHS, {"משטרה": "he"}, turned) == html


def test_the_plain_text_has_the_words_and_no_marks():
    text = "Yr [Independent Inquiry](lang:en) yw'r [enw](entry:charge)."

    assert markdown.to_text(text) == "Yr Independent Inquiry yw'r enw."


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param(
            "The [*first* charge](entry:charge).",
            '<p>The <a href="/en/terms/charge/" rel="noreferrer"><em>first</em> '
            "charge</a>.</p>",
            id="marks-inside",
        ),
        pytest.param(
            "[a [b] c](entry:charge)",
            '<p><a href="/en/terms/charge/" rel="noreferrer">a [b] c</a></p>',
            id="brackets-inside",
        ),
        pytest.param(
            r"\[a](entry:charge)", "<p>[a](entry:charge)</p>", id="no-link-is-meant"
        ),
        pytest.param("[a](entry:Charge)", "<p>a</p>", id="no-id"),
        pytest.param("[a *b*](entry:trial)", "<p>a <em>b</em></p>", id="words-stay"),
    ],
)
def test_a_link_is_what_markdown_says_it_is(text, html):
    assert markdown.to_html(text, PATHS) == html


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        pytest.param("[a](entry:b) and [c](entry:a)", ["b", "a"], id="in-order"),
        pytest.param("- [a *b*](entry:x)\n- [c](entry:x)", ["x", "x"], id="in-a-list"),
        pytest.param("[a](lang:cy) [b](/en/)", [], id="other-links"),
        pytest.param("[a](entry:A) [b](entry:)", [], id="no-ids"),
        pytest.param(r"\[a](entry:b)", [], id="no-link"),
        pytest.param("entry:b", [], id="no-mark"),
    ],
)
def test_the_entries_that_a_text_leads_to_are_known(text, ids):
    assert markdown.mentioned_entries(text) == ids


def test_a_text_is_read_block_by_block():
    text = "A  [charge](entry:charge)\nthen [enw](lang:cy):\n\n- one\n- *two*"

    assert [*markdown.blocks(text)] == [
        markdown.Block(
            "A charge then enw:", (markdown.Link(2, 8, "entry:charge"),), is_item=False
        ),
        markdown.Block("one", (), is_item=True),
        markdown.Block("two", (), is_item=True),
    ]


def test_the_plain_text_has_blocks_apart_and_items_together():
    text = "Do this:\n\n1. one\n2. two\n\nThen that."

    assert markdown.to_text(text) == "Do this:\n- one\n- two\n\nThen that."


def test_a_text_that_was_read_once_is_not_changed_by_reading_it():
    text = "A [charge](entry:charge) in [Saesneg](lang:en)."

    once = markdown.to_html(text, PATHS), markdown.to_text(text)
    markdown.to_html(text, {})

    assert (markdown.to_html(text, PATHS), markdown.to_text(text)) == once
