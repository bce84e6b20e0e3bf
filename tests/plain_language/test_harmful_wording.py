"""Words that blame a victim: where they are found, and where they may stand."""

from __future__ import annotations

import re

import pytest

from glossary.plain_language import Context, Severity
from glossary.plain_language.harmful_wording import check_harmful_wording
from glossary.plain_language.passages import plain_passage
from glossary.plain_language.wording import read_wordings
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


def test_words_may_go_on_in_the_next_line_and_not_in_the_next_paragraph():
    assert codes("She is involved in\nCSE.") != []
    assert codes("She is involved in\n\nCSE.") == []


def test_a_record_in_capitals_is_read_as_any_other():
    assert codes("SHE WAS PUTTING HERSELF AT RISK. VICTIM IS PROMISCUOUS") != []
    assert codes("MAE HI'N RHOI EI HUN MEWN PERYGL", "cy") != []


@pytest.mark.parametrize(
    "text",
    [
        "Concerns raised due to her general proclivity with older men.",
        "Her boyfriend is 34.",
        "She chooses to go back to the men.",
        "She makes herself available.",
        "He was a willing participant.",
        "She failed to keep herself safe.",
        "The family is difficult to engage.",
        "She refuses to cooperate.",
        "She sold herself.",
        "He has sex for money.",
        "She exchanged sex for drugs.",
        "She is in a relationship with a 30 year old man.",
        "She allowed him to touch her.",
        "They had underage sex.",
        "He is beyond parental control.",
        "She was drunk when it happened.",
        "Your daughter is involved in CSE.",
        "Involved in CSE since May.",
        "She is promiscuous.",
        "He is putting himself at risk.",
        "It is a lifestyle choice.",
        "She is streetwise.",
        "It is attention seeking.",
    ],
)
def test_everyday_sentences_that_blame_are_found(text):
    assert codes(text) != []


@pytest.mark.parametrize(
    "text",
    [
        "A man sexually abused her daughter when she was 14.",
        "Officers involved in CSE investigations met the family.",
        "Staff are involved in preventing child sexual exploitation.",
        "You can choose to meet the officer at home.",
        "The council failed to keep the child safe.",
        "We let him speak first.",
        "She works for the council and likes older houses.",
        "The court allowed him to leave.",
        "It is your choice. You can change your mind.",
        "My partner is 40 and works for the police.",
        "The sale was made available to them.",
    ],
)
def test_sentences_that_blame_nobody_are_left_alone(text):
    assert codes(text) == []


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_nobody_is_told_to_write_what_may_not_be_known(lang):
    said = re.compile(
        r"\b(?:raped|abused|abuses|assaulted|exploit(?:ed|s|ing)|groom(?:ed|s|ing)|"
        r"control(?:led|s|ling)|coerced|deceived|manipulated|targeted|forc(?:es|ed)|"
        r"offender|abuser|perpetrator|harmful sexual behaviour|own abuse)\b"
    )
    careful = re.compile(r"if that is what is known|\bmay\b|as far as that is known")
    rows = read_wordings("harmful_wording", lang)
    telling = [row.preferred["en"] for row in rows if said.search(row.preferred["en"])]

    assert telling
    assert [words for words in telling if not careful.search(words)] == []
    assert not any("never allows" in row.why["en"] for row in rows)
