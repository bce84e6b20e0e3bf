"""Words that blame a victim: where they are found, and where they may stand."""

from __future__ import annotations

import pytest

from glossary.plain_language import Context, Severity
from glossary.plain_language.harmful_wording import check_harmful_wording
from glossary.plain_language.passages import plain_passage
from tests.plain_language.terms import Words


def codes(text, lang="en", part="explanation", **context):
    passage = plain_passage(text, lang, place="/x", part=part)
    found = check_harmful_wording(passage, Context(**context))
    return [(finding.code, finding.severity) for finding in found]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("She put herself at risk.", "en"),
        ("It was child prostitution.", "en"),
        ("Rhoddodd ei stori am buteindra plant.", "cy"),
        ("Mae'n disgrifio camdriniaeth hanesyddol.", "cy"),
    ],
    ids=["English", "law", "Welsh mutated", "Welsh"],
)
def test_a_harmful_word_is_an_error(text, lang):
    assert codes(text, lang) == [("harmful-wording", Severity.ERROR)]


def test_a_word_that_is_shown_needs_a_notice():
    text = "Some write 'child prostitution' even now."

    assert codes(text) == [("harmful-wording-without-notice", Severity.WARNING)]
    assert codes(text, has_notice=True) == []


def test_an_entry_may_name_what_it_explains():
    assert codes("A gang is a group.", own_terms=("gang",)) == []
    assert codes("A gang is a group.") == [("harmful-wording", Severity.NOTE)]


def test_a_term_itself_is_looked_at():
    found = codes("vulnerable people", part="term", own_terms=("vulnerable people",))

    assert found == [("harmful-wording", Severity.NOTE)]


def test_a_longer_term_of_the_glossary_is_a_name():
    terms = Words({"grooming gang": "grooming-gang", "gang": "gang"})

    assert codes("Who is in a grooming gang?", terms=terms) == []
    assert codes("Who is in a gang?", terms=terms) != []


def test_a_part_of_a_longer_name_is_left_alone():
    assert codes("Under the Safeguarding Vulnerable Groups Act it was so.") == []
