"""Look-up by name: the tiers, their order, and what counts as the same name."""

from __future__ import annotations

import pytest

from glossary.closed_lists import MatchTier
from tests.search.vocabulary import GLOSSARY, Described, Name, admitted, index_of

TIERS = [
    ("problem profile", "problem-profile", "preferred-exact", "exact"),
    ("Problem  Profile", "problem-profile", "preferred-folded", "exact"),
    ("problem-profile", "problem-profile", "preferred-folded", "exact"),
    ("adr 149", "adr149", "preferred-folded", "exact"),
    ("ADR-149.", "adr149", "preferred-folded", "exact"),
    ("“ADR149”", "adr149", "preferred-folded", "exact"),
    ("amodau mechniaeth", "bail-conditions", "preferred-folded", "exact"),
    ("diogelwch dwr", "water-safety", "preferred-folded", "exact"),
    ("the Home Office", "home-office", "preferred-folded", "exact"),
    ("y Swyddfa Gartref", "home-office", "preferred-folded", "exact"),
    ("IICSA", "iicsa", "other-exact", "exact"),
    ("iicsa", "iicsa", "other-folded", "exact"),
    ("chth", "police-and-crime-commissioner", "other-folded", "exact"),
    (
        "cam fanteisio rhywiol ar blant",
        "child-sexual-exploitation",
        "other-folded",
        "exact",
    ),
    (
        "camfanteisio rhywiol ar blant",
        "child-sexual-exploitation",
        "other-folded",
        "exact",
    ),
    ("problem profiles", "problem-profile", "generated-form", "plural"),
    ("problem profile's", "problem-profile", "generated-form", "possessive"),
    ("problem profiles’", "problem-profile", "generated-form", "plural-possessive"),
    ("broffil problem", "problem-profile", "generated-form", "soft-mutation"),
    (
        "gamfanteisio'n rhywiol ar blant",
        "child-sexual-exploitation",
        "generated-form",
        "soft-mutation",
    ),
    ("Heddluoedd", "police-force", "generated-form", "plural"),
]


@pytest.mark.parametrize(
    ("term", "entry_id", "match", "form"), TIERS, ids=[case[0] for case in TIERS]
)
def test_a_term_is_found_by_the_first_tier_that_has_it(
    index, term, entry_id, match, form
):
    found = index.lookup(term)

    assert found[0].entry_id == entry_id
    assert {one.match for one in found} == {match}
    assert found[0].form == form


def test_what_is_found_is_described(index):
    (found,) = index.lookup("chth")

    assert found.lang == "cy"
    assert found.label == "CHTh"
    assert (found.type, found.status) == ("acronym", "admitted")
    assert found.score == 1


def test_a_name_that_is_the_same_in_both_languages_comes_for_each(index):
    assert [one.lang for one in index.lookup("ADR149")] == ["en", "cy"]


def test_a_language_leaves_the_names_of_others_out(index):
    assert [one.lang for one in index.lookup("ADR149", lang="cy")] == ["cy"]
    assert index.lookup("heddlu", lang="en") == []


def test_an_unknown_language_finds_nothing(index):
    assert index.lookup("heddlu", lang="tlh") == []


def test_all_tiers_come_strongest_first():
    index = index_of(
        [
            Described("first", {"en": [Name("xbail")]}),
            Described("second", {"en": [Name("Xbail")]}),
            Described("third", {"en": [Name("release"), admitted("xbail")]}),
            Described("fourth", {"en": [Name("freeing"), Name("XBAIL", "deprecated")]}),
            Described("fifth", {"en": [Name("xbai", plural="xbail")]}),
            Described("close", {"en": [Name("xbaill")]}),
        ]
    )

    found = index.lookup("xbail", all_tiers=True)

    assert [(one.entry_id, one.match) for one in found] == [
        ("first", MatchTier.PREFERRED_EXACT),
        ("second", MatchTier.PREFERRED_FOLDED),
        ("third", MatchTier.OTHER_EXACT),
        ("fourth", MatchTier.OTHER_FOLDED),
        ("fifth", MatchTier.GENERATED_FORM),
    ]
    assert index.lookup("xbail") == found[:1]


def test_an_entry_comes_once_for_each_language_by_its_best_label():
    names = [Name("bail"), admitted("Bail"), admitted("BAIL")]
    index = index_of([Described("bail", {"en": names})])

    (found,) = index.lookup("bail", all_tiers=True)

    assert found.match == MatchTier.PREFERRED_EXACT


def test_two_hundred_entries_can_share_a_label():
    index = index_of(
        Described(f"jay-{number:03}", {"en": [Name("Jay report")]})
        for number in reversed(range(200))
    )

    found = index.lookup("jay report")

    assert [one.entry_id for one in found] == [f"jay-{n:03}" for n in range(200)]
    assert len(index.lookup("jay reprt", all_tiers=True)) == 10
    assert len(index.lookup("jay report", limit=3)) == 3


MISSPELLED = [
    ("opration makesafe", "operation-makesafe"),
    ("Swyddfa Gartef", "home-office"),
    ("gamfanteiso rhywiol ar blant", "child-sexual-exploitation"),
    ("hydrnt programe", "hydrant-programme"),
]


@pytest.mark.parametrize(("term", "entry_id"), MISSPELLED)
def test_a_close_spelling_is_no_result_unless_it_is_asked_for(index, term, entry_id):
    found = index.lookup(term, all_tiers=True)

    assert index.lookup(term) == []
    assert found[0].entry_id == entry_id
    assert {one.match for one in found} == {MatchTier.CLOSE_SPELLING}


@pytest.mark.parametrize(("term", "entry_id"), MISSPELLED)
def test_what_was_perhaps_meant_is_proposed(index, term, entry_id):
    assert index.propose(term)[0].entry_id == entry_id


@pytest.mark.parametrize(
    ("term", "labels"),
    [
        ("hydrant", ["Hydrant Programme"]),
        ("inquiry", ["Independent Inquiry into Child Sexual Abuse"]),
        ("commissioners", ["police and crime commissioner"]),
        ("hotel", []),
        ("password", []),
        ("zebra", []),
    ],
)
def test_names_are_proposed_by_name_and_never_by_text(index, term, labels):
    assert [one.label for one in index.propose(term, lang="en")] == labels


def test_no_more_names_are_proposed_than_are_wanted(index):
    found = index.propose("police problem child home hydrant", limit=2)

    assert len(found) <= 2
    assert len(index.propose("p", limit=2)) <= 2


def test_a_close_spelling_says_how_close(index):
    found = index.lookup("hydrnt programe", all_tiers=True)

    assert found[0].entry_id == "hydrant-programme"
    assert found[0].score == pytest.approx(1 - 2 / 16, abs=0.001)


@pytest.mark.parametrize("term", ["zebra crossing", "xq", "", " ", "\x00", "?!"])
def test_what_is_like_nothing_finds_nothing(index, term):
    assert index.lookup(term) == []


def test_rows_in_another_order_make_no_difference(index):
    turned = index_of(reversed(GLOSSARY))

    for term, *_ in TIERS:
        found = index.lookup(term, all_tiers=True)
        assert turned.lookup(term, all_tiers=True) == found


@pytest.mark.parametrize(
    ("text", "term", "form"),
    [
        ("organised crime", "Organized Crime", "variant"),
        ("line of inquiry", "line of enquiry", "variant"),
        ("safety programme", "safety programs", "plural"),
    ],
)
def test_a_name_is_found_by_its_other_endings(text, term, form):
    name = Name(text, plural="safety programmes" if "safety" in text else None)
    index = index_of([Described("crime", {"en": [name]})])

    found = index.lookup(term)
    searched = index.search(term)

    assert [(one.entry_id, one.form) for one in found] == [("crime", form)]
    assert [one.entry_id for one in searched.hits] == ["crime"]
