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
