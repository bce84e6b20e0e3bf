"""Lists: by letter, by topic, and by everything else that is asked for."""

from __future__ import annotations

import pytest

from tests.search.vocabulary import GLOSSARY, Described, Name, index_of

ALL = sorted(one.id for one in GLOSSARY)


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({}, ALL),
        ({"lang": "en"}, [one for one in ALL if one != "water-safety"]),
        (
            {"lang": "cy", "letter": "c"},
            ["child-sexual-exploitation", "police-and-crime-commissioner"],
        ),
        ({"lang": "tlh"}, []),
        ({"letter": "h"}, ["home-office", "hydrant-programme", "police-force"]),
        ({"topic": "police-data"}, ["adr149", "problem-profile"]),
        ({"topic": "police-work"}, ["bail-conditions", "water-safety"]),
        ({"topic": "none"}, []),
        ({"kind": "data"}, ["adr149"]),
        ({"source": "hmicfrs-2023"}, ["adr149", "child-sexual-exploitation"]),
        ({"source": "hmicfrs-2023", "kind": "concept"}, ["child-sexual-exploitation"]),
        ({"state": "behind"}, ["problem-profile"]),
        ({"state": "behind", "lang": "cy"}, ["problem-profile"]),
        ({"state": "missing"}, ["water-safety"]),
        ({"state": "missing", "lang": "en"}, ["water-safety"]),
        ({"state": "missing", "lang": "cy"}, []),
        ({"state": "missing", "lang": "en", "letter": "d"}, ["water-safety"]),
        ({"state": "missing", "letter": "a"}, []),
        ({"updated_since": "2026-11-22"}, ["operation-makesafe"]),
        ({"updated_since": "2026-11-22T10:00:00+00:00"}, ["operation-makesafe"]),
        ({"updated_since": "2026-11-22T10:00:00.000001Z"}, []),
        ({"updated_since": "2026-11-22T11:30:00+02:00"}, ["operation-makesafe"]),
        ({"updated_since": "2026-11-21"}, ALL),
        ({"updated_since": "2026-11-21", "kind": "data"}, ["adr149"]),
        ({"updated_since": "2026-11-21T10:00:00.000001Z"}, ["operation-makesafe"]),
    ],
    ids=str,
)
def test_entries_are_those_for_which_all_of_it_holds(index, asked, ids):
    assert list(index.entries(**asked)) == ids


def test_a_date_that_is_none_is_refused(index):
    with pytest.raises(ValueError, match="yesterday"):
        index.entries(updated_since="yesterday")


def test_more_than_half_may_have_been_published_lately():
    index = index_of(
        Described(
            f"entry-{number}",
            {"en": [Name(f"word {number}")]},
            published_at=f"2026-11-2{number}T10:00:00Z",
        )
        for number in range(5)
    )

    for number in range(5):
        since = f"2026-11-2{number}T10:00:00Z"
        newer = [f"entry-{one}" for one in range(number, 5)]
        assert list(index.entries(updated_since=since)) == newer


def test_a_list_is_a_sequence(index):
    ids = index.entries()

    assert len(ids) == len(ALL)
    assert (ids[0], ids[-1]) == (ALL[0], ALL[-1])
    assert ids[2:5] == ALL[2:5]
    assert ids[-2:] == ALL[-2:]
    assert ids[::3] == ALL[::3]
    assert ids[5:2] == ids[100:] == []
    assert "iicsa" in ids
    assert [*reversed(ids)] == ALL[::-1]
    with pytest.raises(IndexError):
        ids[len(ALL)]


def test_an_alphabet_is_whole_and_counts_what_is_under_each_letter(index):
    letters = dict(index.letters("cy"))

    assert [*letters][:5] == ["a", "b", "c", "ch", "d"]
    assert len(letters) == 29
    assert letters["c"] == 2
    assert letters["ll"] == 0
    assert sum(letters.values()) == len(GLOSSARY)


def test_borrowed_letters_stand_in_their_place_and_none_comes_last():
    index = index_of(
        [
            Described("kit", {"cy": [Name("Kit")]}),
            Described("number", {"cy": [Name("101")]}),
        ]
    )

    assert [letter for letter, count in index.letters("cy") if count] == ["k", ""]
    assert [letter for letter, _ in index.letters("cy")][-1] == ""


def test_a_language_without_a_module_has_the_letters_that_are_used(index):
    assert index.letters("tlh") == []


def test_a_letter_lists_its_sections_in_the_order_of_the_language():
    names = ["llwy", "lol", "lamp", "Llan", "ll\u00f4n"]
    index = index_of(
        Described(f"entry-{number}", {"cy": [Name(name)]})
        for number, name in enumerate(names)
    )

    assert [one.preferred for one in index.by_letter("cy", "ll")] == [
        *("Llan", "ll\u00f4n", "llwy")
    ]
    assert [one.preferred for one in index.by_letter("cy", "l")] == ["lamp", "lol"]
    assert [one.preferred for one in index.all_sections("cy")] == [
        *("lamp", "lol", "Llan", "ll\u00f4n", "llwy")
    ]
    assert not index.by_letter("cy", "x")
    assert not index.by_letter("tlh", "l")


def test_a_topic_lists_its_sections_in_the_order_of_the_language(index):
    found = index.by_topic("programmes", "cy")

    assert [one.preferred for one in found] == ["Rhaglen Hydrant", "Ymgyrch Makesafe"]
    assert index.topic_counts()["programmes"] == 2
    assert "no-such-topic" not in index.topic_counts()


def test_a_section_has_what_lists_show(index):
    section = index.section("problem-profile", "cy")

    assert section.preferred == "proffil problem"
    assert section.slug == "problem-profile-cy"
    assert section.short == "What proffil problem is."
    assert (section.letter, section.state) == ("p", "behind")
    assert index.section("water-safety", "en") is None
    assert index.section("no-such-entry", "en") is None


def test_a_section_has_the_name_that_is_shown_beside_it(index):
    section = index.section("child-sexual-exploitation", "cy")

    assert (section.also, section.also_lang, section.name_lang) == ("CRhB", "cy", "cy")
    assert index.section("home-office", "en").also == ""


def test_entries_are_described_in_the_order_in_which_they_are_asked_for(index):
    found = index.described(["problem-profile", "no-such-entry", "adr149"])

    assert list(found) == ["problem-profile", "adr149"]
    assert found["adr149"].kind == "data"
    assert found["adr149"].topics == ("police-data",)
    assert found["problem-profile"].related == ("adr149", "no-such-entry")


def test_the_states_of_a_language_are_counted(index):
    assert index.states("cy") == {"current": 11, "behind": 1, "missing": 0}
    assert index.states("en") == {"current": 10, "behind": 1, "missing": 1}
    assert index.states("tlh") == {"missing": len(GLOSSARY)}


def test_what_rests_on_a_source_is_counted(index):
    assert index.source_counts() == {"hmicfrs-2023": 2, "home-office-2025": 1}


@pytest.mark.parametrize("number", [499, 500, 501, 1200])
def test_many_sections_are_read_at_once(number):
    index = index_of(
        Described(f"entry-{one:04}", {"en": [Name(f"word {one:04}")]})
        for one in range(number)
    )
    ids = [*index.entries()]

    assert [row.entry_id for row in index.sections(ids[::-1])] == ids[::-1]
    assert list(index.described(ids)) == ids


def test_sections_come_in_the_order_in_which_they_are_asked_for(index):
    found = index.sections(["problem-profile", "no-such-entry", "adr149"])

    assert [(one.entry_id, one.lang) for one in found] == [
        ("problem-profile", "en"),
        ("problem-profile", "cy"),
        ("adr149", "en"),
        ("adr149", "cy"),
    ]
    assert index.sections([]) == []


def test_an_index_knows_its_sequence_and_how_many_entries_it_has(index):
    assert index.sequence == 1
    assert index.count() == len(GLOSSARY)


def test_an_index_of_nothing_finds_nothing():
    empty = index_of([])

    assert empty.count() == 0
    assert empty.lookup("bail") == []
    assert empty.search("bail").hits == ()
    assert empty.suggest("b") == []
    assert list(empty.entries()) == []
    assert empty.topic_counts() == {}
    assert len(empty.letters("en")) == 26
