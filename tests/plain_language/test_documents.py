"""The checks of an entry document."""

from __future__ import annotations

from typing import Any

import pytest

from glossary.document import parse_document
from glossary.plain_language import Context, Severity, check_document
from tests.factories import entry_data, section
from tests.plain_language.terms import Words

ENGLISH = section("police force", short="The police of one area.")
WELSH = section("heddlu", "cy", short="Heddlu un ardal.")


def document(english: Any = None, welsh: Any = None, **values: Any):
    languages = {"en": ENGLISH | (english or {}), "cy": WELSH | (welsh or {})}
    return parse_document(entry_data("police-force", languages=languages, **values))


def findings(*sections: Any, terms: Any = None, **values: Any):
    context = Context(terms=Words(terms or {"police force": "police-force"}))
    found = check_document(document(*sections, **values), context)
    return [(one.severity, one.place, one.code) for one in found]


def test_a_good_entry_has_no_findings():
    assert findings() == []


@pytest.mark.parametrize(
    ("english", "place", "code"),
    [
        ({"short": "The polise of one area."}, "/languages/en/short", "unknown-word"),
        ({"short": "It is child porn."}, "/languages/en/short", "harmful-wording"),
        (
            {"short": "It helps the XQZ."},
            "/languages/en/short",
            "unexplained-abbreviation",
        ),
        ({"short": "It has 43 cars."}, "/languages/en/short", "number-differs"),
        ({"update": "It moved."}, "/languages/cy/update", "missing-layer"),
    ],
    ids=["spelling", "harm", "abbreviation", "number", "layer"],
)
def test_what_is_wrong_is_found_in_its_place(english, place, code):
    assert (Severity.ERROR, place, code) in findings(english)


def test_quotations_are_left_alone():
    quoted = {"source": "report-2023", "quotation": "child prostitution", "lang": "en"}

    assert findings(citations=[quoted]) == []


def test_a_notice_lets_a_hurtful_word_be_shown():
    shown = {"explanation": "Some write 'child prostitution' for it."}
    welsh = {"explanation": "Mae rhai'n ysgrifennu 'puteindra plant' am hyn."}
    english_notice = {"notice": "The word hurts."}
    welsh_notice = {"notice": "Mae'r gair yn brifo."}

    without = {code for _, _, code in findings(shown, welsh)}
    with_notice = findings(shown | english_notice, welsh | welsh_notice)

    assert without == {"harmful-wording-without-notice"}
    assert with_notice == []


def test_a_link_in_one_layer_serves_the_whole_section():
    jargon = {"explanation": "This is multi-agency work."}
    welsh = {"explanation": "Dyma waith gan lawer."}
    linked = {"for_you": "See [multi-agency](entry:multi-agency)."}
    both = {"for_you": "Gweler [gwaith](entry:multi-agency)."}
    terms = {"multi-agency": "multi-agency"}

    assert findings(jargon, welsh, terms=terms) == [
        (Severity.NOTE, "/languages/en/explanation", "unlinked-jargon")
    ]
    assert findings(jargon | linked, welsh | both, terms=terms) == []


def term(text: str, status: str, **values: Any) -> dict[str, Any]:
    return {"text": text, "type": "full-form", "status": status, **values}


@pytest.mark.parametrize(
    ("extra", "found"),
    [
        (term("child porn", "admitted"), {"harmful-wording"}),
        (term("child porn", "deprecated"), set()),
        (term("polise", "superseded"), set()),
        (term("polise", "admitted"), {"unknown-word"}),
        (term("force", "admitted", plural="forcess"), {"unknown-word"}),
    ],
    ids=["harmful", "harmful and given up", "old spelling", "misspelt", "plural"],
)
def test_terms_are_checked_unless_they_are_given_up(extra, found):
    terms = [*ENGLISH["terms"], extra]

    assert {code for _, _, code in findings({"terms": terms})} == found


def test_a_borrowed_term_is_not_spelled_in_the_language_that_borrows_it():
    borrowed = term("Police Scotland", "admitted")
    own = borrowed | {"provenance": {"status": "proposed"}, "text": "polise"}
    kept = borrowed | {"provenance": {"status": "kept-in-english"}, "text": "polise"}

    assert findings(None, {"terms": [*WELSH["terms"], kept]}) == []
    assert findings(None, {"terms": [*WELSH["terms"], own]}) != []
