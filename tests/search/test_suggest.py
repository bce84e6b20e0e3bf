"""Autocomplete: what is offered for the first letters of a name."""

from __future__ import annotations

import pytest

from glossary.closed_lists import MatchTier
from tests.search.vocabulary import Described, Name, acronym, admitted, index_of


def labels(found):
    return [one.label for one in found]


def test_what_is_complete_comes_first_and_acronyms_before_other_names():
    index = index_of(
        [
            Described("a", {"en": [Name("CSE training")]}),
            Described("b", {"en": [Name("Cse")]}),
            Described("c", {"en": [Name("child sexual exploitation"), acronym("CSE")]}),
            Described("d", {"en": [Name("a note on cse")]}),
        ]
    )

    assert labels(index.suggest("cse")) == [
        *("CSE", "Cse", "CSE training", "a note on cse")
    ]


@pytest.mark.parametrize(
    ("prefix", "label"),
    [
        ("o", "Operation Makesafe"),
        ("ad", "ADR149"),
        ("adr 1", "ADR149"),
        ("the ho", "Home Office"),
        ("mechn", "amodau mechnïaeth"),
        ("dŵ", "diogelwch dŵr"),
        ("inquiry into ch", "Independent Inquiry into Child Sexual Abuse"),
        ("gamf", "camfanteisio'n rhywiol ar blant"),
        ("broffiliau", "proffil problem"),
        ("problem profiles", "problem profile"),
        ("childrens", "children’s services"),
        ("proffiliau pr", "proffil problem"),
    ],
)
def test_letters_lead_to_a_name(index, prefix, label):
    assert index.suggest(prefix)[0].label == label


def test_an_entry_is_offered_once(index):
    found = index.suggest("a")

    assert labels(found)[0] == "ADR149"
    assert len({one.entry_id for one in found}) == len(found)


def test_a_suggestion_says_why_it_is_one(index):
    matches = {one.label: one.match for one in index.suggest("police")}

    assert matches["police force"] == MatchTier.NAME_START
    assert index.suggest("force")[0].match == MatchTier.NAME_WORD_STARTS


def test_no_more_are_offered_than_are_wanted():
    index = index_of(
        Described(f"entry-{n:02}", {"en": [Name(f"bail {n:02}"), admitted("bail")]})
        for n in range(30)
    )

    assert len(index.suggest("b")) == 8
    assert len(index.suggest("bail", limit=20)) == 20
    assert index.suggest("b", limit=0) == []


def test_a_language_leaves_the_names_of_others_out(index):
    assert {one.lang for one in index.suggest("h", lang="cy")} == {"cy"}
    assert index.suggest("home off", lang="cy") == []


@pytest.mark.parametrize("prefix", ["", " ", "\x00", "*", '"', "?"])
def test_signs_alone_lead_to_nothing(index, prefix):
    assert index.suggest(prefix) == []
