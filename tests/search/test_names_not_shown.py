"""Names that are never proposed, and names that blame: where they lead."""

from __future__ import annotations

import pytest

from glossary.closed_lists import MatchTier
from tests.search.guessable import HARMFUL, NAMES
from tests.search.vocabulary import (
    Described,
    Name,
    index_of,
)


@pytest.fixture
def index(both_languages):
    return index_of(NAMES)


def everything_said(index, text):
    """Return every name that search, look-up and suggestions show for a text."""
    page = index.search(text)
    found = [*page.hits, *index.propose(text), *index.suggest(text)]
    found += index.lookup(text, all_tiers=True)
    found += [page.did_you_mean] if page.did_you_mean else []
    return {one.label for one in found}


CSE, CSE_CY = "child sexual exploitation", "camfanteisio'n rhywiol ar blant"
NOT_SHOWN = [HARMFUL, "puteindra plant", "LSCBX", "the Inquest", "CSAE", "polis"]


@pytest.mark.parametrize(
    "typed",
    [
        *NOT_SHOWN,
        *("child p", "child pr", "prostit", "prostitution", "child prostitutoin"),
        *("child protection", "child prosecution", "child photography", "prostitute"),
        *("putein", "plant", "LSC", "LSCXB", "the in", "inques", "inquset"),
        *("CSA", "poli", "heddlu", "my child prostitution case", "c", "p", "l"),
    ],
)
def test_no_name_that_is_not_to_be_shown_is_shown(index, typed):
    assert everything_said(index, typed).isdisjoint(NOT_SHOWN)


@pytest.mark.parametrize(
    ("typed", "entry_id", "label", "is_older"),
    [
        (HARMFUL, "child-sexual-exploitation", CSE, True),
        ("Child-Prostitution", "child-sexual-exploitation", CSE, True),
        ("the child prostitution", "child-sexual-exploitation", CSE, True),
        ("What is “child prostitution”?", "child-sexual-exploitation", CSE, True),
        ("buteindra plant", "child-sexual-exploitation", CSE_CY, True),
        ("lscbx", "safeguarding-board", "Safeguarding Board", True),
        ("inquest", "iicsa", "Independent Inquiry into Child Sexual Abuse", False),
        ("csae", "child-sexual-exploitation", CSE, False),
        ("bolis", "police-force", "heddlu", False),
        ("beth yw polis?", "police-force", "heddlu", False),
    ],
)
def test_typed_whole_it_leads_to_its_entry_under_the_preferred_name(
    index, typed, entry_id, label, is_older
):
    hit, match = index.search(typed).hits[0], index.lookup(typed)[0]

    for found in (hit, match):
        assert found.entry_id == entry_id
        assert found.label == label
        assert found.status == "preferred"
        assert found.is_older == is_older
    assert not match.is_own


@pytest.mark.parametrize(
    "typed",
    [
        "it was LSCBX",
        "my polis",
        "child prostitution case",
        "about CSAE and more",
        "LSCXB",
        "my polies",
        "child prostitutoin",
        "inqueest",
        "the inqueest",
        "inquesst",
    ],
)
def test_typed_in_part_or_within_other_words_it_leads_nowhere(index, typed):
    page = index.search(typed)

    assert {hit.match for hit in page.hits} <= {MatchTier.TEXT}
    assert page.did_you_mean is None
    assert index.lookup(typed, all_tiers=True) == index.propose(typed) == []


@pytest.mark.parametrize(
    ("typed", "entry_id", "label"),
    [
        ("polies", "police-force", "heddlu"),
    ],
)
def test_a_slip_in_a_hidden_name_leads_where_the_name_leads(
    index, typed, entry_id, label
):
    page = index.search(typed)

    assert [hit.entry_id for hit in page.hits][:1] == [entry_id]
    assert page.did_you_mean.label == label
    assert [one.entry_id for one in index.propose(typed)][:1] == [entry_id]


OF_VICTIMS = [
    Described(
        "blaming",
        {
            "en": [Name("victim blaming"), Name("survivor shaming")],
            "cy": [Name("iaith beio'r dioddefwr"), Name("beio goroeswyr")],
        },
    ),
    Described("fund", {"en": [Name("victim support fund")]}),
]
VICTIMS = Described(
    "victims",
    {
        "en": [
            Name("people harmed"),
            Name("victim", "hidden"),
        ],
        "cy": [Name("pobl"), Name("dioddefwr", "hidden"), Name("goroeswr", "hidden")],
    },
)


@pytest.mark.parametrize(
    "typed",
    ["diodefwr", "ddiodefwr", "goroswr"],
)
def test_a_slip_leads_where_the_right_word_leads_before_a_longer_name(typed):
    index = index_of([*OF_VICTIMS, VICTIMS])

    assert index.search(typed).hits[0].entry_id == "victims"
    assert index.propose(typed)[0].entry_id == "victims"


@pytest.mark.parametrize(
    "typed",
    ["diodefwr", "ddiodefwyr", "goroswyr", "victm", "the victim was brave", "survivr"],
)
def test_no_name_that_blames_is_put_to_somebody_who_typed_a_victim(typed):
    index = index_of(OF_VICTIMS)

    said = {hit.entry_id for hit in index.search(typed).hits}
    assert "blaming" not in said | {one.entry_id for one in index.propose(typed)}


@pytest.mark.parametrize(
    "typed",
    ["blameing", "victm blaming", "victim blameing", "beio diodefwr", "fictim blaming"],
)
def test_who_types_the_blame_too_is_led_to_it(typed):
    assert index_of(OF_VICTIMS).search(typed).hits[0].entry_id == "blaming"


def test_other_names_are_put_to_somebody_who_typed_a_victim():
    assert index_of(OF_VICTIMS).search("victm").did_you_mean.entry_id == "fund"


@pytest.mark.parametrize("typed", [HARMFUL, "polis", "csae", "LSCBX"])
def test_of_a_name_that_is_not_shown_nothing_is_highlighted(index, typed):
    assert index.search(typed).hits[0].words == ()


def test_nothing_in_a_position_names_what_is_hidden(index):
    position = index.search("polis", limit=1).hits[0].position

    assert "polis" not in position


def test_a_text_with_a_harmful_name_proposes_nothing(index):
    page = index.search("prostitution")

    assert [hit.label for hit in page.hits] == ["child sexual exploitation"]
    assert page.did_you_mean is None
    assert index.propose("prostitution") == []
