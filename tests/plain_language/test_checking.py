"""All the checks together, as everybody calls them."""

from __future__ import annotations

import time

import pytest

from glossary.plain_language import (
    Context,
    Finding,
    Severity,
    check_text,
    check_translations,
)
from glossary.plain_language.context import NO_TERMS
from glossary.plain_language.findings import in_order

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


def test_translations_are_compared():
    texts = {"en": "All 43 forces.", "cy": "Pob un o'r 42 heddlu."}

    found = check_translations(texts, "/topic/label", Context())

    assert [(one.place, one.excerpt) for one in found] == [
        ("/topic/label/en", "43"),
        ("/topic/label/cy", "42"),
    ]


def test_findings_of_one_weight_stay_in_their_order():
    notes = [Finding(Severity.NOTE, "", code, "", "", "") for code in "ba"]
    error = Finding(Severity.ERROR, "", "c", "", "", "")

    assert in_order([*notes, error]) == [error, *notes]


def test_a_glossary_without_entries_finds_no_terms():
    assert NO_TERMS.find("multi-agency") == ()


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_a_page_of_text_takes_milliseconds(lang):
    text = "\n".join(["The police asked you. You can say no, or ask why."] * 12)
    check_text(text, lang, Context())

    started = time.perf_counter()
    check_text(text + " ", lang, Context())

    assert time.perf_counter() - started < 0.25
