"""All the checks together, as everybody calls them."""

from __future__ import annotations

from functools import partial

import pytest

from glossary.plain_language import (
    Code,
    Context,
    Finding,
    Severity,
    check_text,
    check_translations,
    measure,
)
from glossary.plain_language.context import NO_TERMS
from glossary.plain_language.findings import in_order
from tests.work import calls

PLAIN = "The police asked you. You can say no."


def test_a_plain_text_has_no_findings():
    assert check_text(PLAIN, "en", Context()) == []
    assert check_text("", "cy", Context()) == []


def test_the_heaviest_come_first_and_say_where():
    text = "It was decided. A child prostitue. They did it in order to help XQZ."

    found = check_text(text, "en", Context())

    assert [one.severity for one in found] == [
        Severity.ERROR,
        Severity.ERROR,
        Severity.WARNING,
        Severity.NOTE,
    ]
    assert found[0].place == f"{text.index('prostitue')}-{text.index('. They')}"
    assert [text[one.span.start : one.span.end] for one in found] == [
        one.excerpt for one in found
    ]


def test_a_sentence_goes_on_over_the_end_of_a_line():
    long = "The police asked you whether you\nwent to the house, and why it was " * 2
    text = f"The letter\n\n{long}so."

    found = check_text(text, "en", Context())[0]

    assert found.code == Code.LONG_SENTENCE
    assert text[found.span.start : found.span.end] == f"{long}so."
    assert measure(text, "en").long == 1


def test_translations_are_compared():
    texts = {"en": "All 43 forces.", "cy": "Pob un o'r 42 heddlu."}

    found = check_translations(texts, "/topic/label", Context())

    assert [(one.place, one.excerpt) for one in found] == [
        ("/topic/label/en", "43"),
        ("/topic/label/cy", "42"),
    ]


def test_findings_of_one_weight_stay_in_their_order():
    codes = (Code.PASSIVE, Code.IMPERSONAL)
    notes = [Finding(Severity.NOTE, "", code, "") for code in codes]
    error = Finding(Severity.ERROR, "", Code.MUTATION, "")

    assert in_order([*notes, error]) == [error, *notes]


def test_a_glossary_without_entries_finds_no_terms():
    assert NO_TERMS.find("multi-agency") == ()


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_twice_the_text_is_twice_the_work(lang):
    once, twice = (
        "\n".join(["The police asked you. You can say no, or ask why."] * count)
        for count in (12, 24)
    )
    check_text(twice, lang, Context())

    work = [calls(partial(check_text, text, lang, Context())) for text in (once, twice)]

    assert work[1] < 2.2 * work[0]
