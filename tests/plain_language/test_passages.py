"""A text of ours without its marks, and what is remembered of them."""

from __future__ import annotations

import pytest

from glossary.markdown import Link
from glossary.plain_language import Code, Severity
from glossary.plain_language.passages import (
    markdown_passage,
    message_passage,
    plain_passage,
)
from glossary.plain_language.spans import Span


def read(text):
    return markdown_passage(text, "en", place="/here", part="explanation")


def test_a_link_leaves_its_words_and_is_remembered():
    passage = read("The [police](entry:police-force) and [inspectors](entry:hmicfrs).")

    assert passage.text == "The police and inspectors."
    assert passage.links == (
        Link(4, 10, "entry:police-force"),
        Link(15, 25, "entry:hmicfrs"),
    )


def test_a_link_is_where_it_is_in_the_whole_passage():
    passage = read("One.\n\n- two\n- [three](entry:three), [enw](lang:cy)")

    assert passage.text == "One.\ntwo\nthree, enw"
    assert passage.links == (Link(9, 14, "entry:three"),)
    assert passage.text[9:14] == "three"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("One\nstill one.\n\nTwo.", "One still one.\nTwo."),
        ("- One?\n- Two?", "One?\nTwo?"),
        ("First:\n- one\n- two\n  and more", "First:\none\ntwo and more"),
        ("1. One\n2. Two", "One\nTwo"),
        ("It is **very** *new*.", "It is very new."),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("", ""),
    ],
    ids=[
        "paragraphs",
        "list",
        "list after text",
        "numbers",
        "emphasis",
        "stars",
        "none",
    ],
)
def test_paragraphs_and_items_become_lines(text, plain):
    assert read(text).text == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<p>One <b>word</b>.</p><p>Two</p>", "\nOne word.\n\nTwo\n"),
        ("%(count)s o dermau", "… o dermau"),
        ("100%% {name} %s &amp; more", "100% … … … more"),
        ("wrapped\n    by the template", "wrapped by the template"),
    ],
    ids=["tags", "named", "others", "white space"],
)
def test_a_message_loses_tags_and_placeholders(text, plain):
    assert message_passage(text, "cy", place="django.po:1").text == plain


def test_a_finding_of_a_text_that_stands_alone_says_where_it_is():
    passage = plain_passage("one two", "en")

    finding = passage.finding(Severity.NOTE, Code.PASSIVE, Span(4, 7))

    assert finding.place == "4-7"
    assert finding.span == (4, 7)
    assert finding.excerpt == "two"


def test_a_long_excerpt_is_cut():
    passage = plain_passage("word " * 100, "en", place="/here")

    finding = passage.finding(Severity.NOTE, Code.PASSIVE, Span(0, 500))

    assert finding.place == "/here"
    assert len(finding.excerpt) < 170
    assert finding.excerpt.endswith("…")


def test_a_part_of_a_name_is_told_from_a_whole_one():
    passage = plain_passage("The Child Sex Offender Disclosure Scheme", "en")

    assert passage.is_in_name(Span(4, 22))
    assert not passage.is_in_name(Span(0, len(passage.text)))
