"""Welsh mutations that are missing."""

from __future__ import annotations

import pytest

from glossary.plain_language import Severity
from glossary.plain_language.mutations import check_mutations, read_rules
from glossary.plain_language.passages import plain_passage

EXAMPLES = [
    pytest.param(wrong, right, id=wrong)
    for rule in read_rules()
    for wrong, right in rule.examples.items()
]
ALLOWED = [text for rule in read_rules() for text in rule.allowed]


def found(text, part="explanation", lang="cy"):
    return list(check_mutations(plain_passage(text, lang, part=part)))


@pytest.mark.parametrize(("wrong", "right"), EXAMPLES)
def test_a_rule_finds_its_mistakes(wrong, right):
    (finding,) = found(wrong)

    assert finding.severity == Severity.WARNING
    assert finding.excerpt == wrong
    said = finding.suggestion("cy").text
    assert f"“{right.split()[-1].split(chr(39))[-1]}”" in said


@pytest.mark.parametrize("right", [example.values[1] for example in EXAMPLES])
def test_what_a_rule_proposes_is_left_alone(right):
    assert found(right) == []


@pytest.mark.parametrize("text", ALLOWED)
def test_what_is_allowed_is_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "o. Plant sydd yma",
        "o, plant",
        "am 'plant' y mae hyn",
        "i Police Scotland",
        "ar llyw.cymru",
        "i t",
        "",
    ],
    ids=["sentence", "comma", "quotation", "name", "address", "letter", "empty"],
)
def test_only_a_word_right_after_counts(text):
    assert found(text) == []


def test_a_capital_stays_a_capital():
    (finding,) = found("yn Caerdydd")

    assert "“Nghaerdydd”" in finding.suggestion("cy").text


def test_two_that_can_be_right_are_joined_as_the_reader_joins_them():
    (finding,) = found("ei plentyn")

    assert (
        finding.suggestion("en").text == "Write “blentyn” or “phlentyn” for “plentyn”."
    )
    assert "“blentyn” neu “phlentyn”" in finding.suggestion("cy").text


def test_names_of_entries_and_other_languages_are_not_looked_at():
    assert found("i plant", part="term") == []
    assert found("i plant", lang="en") == []
