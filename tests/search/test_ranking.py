"""Search: what is found, in which order, and page by page."""

from __future__ import annotations

import random
import re

import pytest

from glossary.closed_lists import MatchTier
from glossary.search import SearchHit
from tests.search.vocabulary import Described, Name, acronym, admitted, index_of


@pytest.mark.parametrize(
    ("query", "entry_id"),
    [
        ("gamfanteisio", "child-sexual-exploitation"),
        ("CHTh", "police-and-crime-commissioner"),
        ("heddlu", "police-force"),
        ("opration makesafe", "operation-makesafe"),
        ("adr 149", "adr149"),
        ("iicsa", "iicsa"),
        ("Ymgyrch Makesafe", "operation-makesafe"),
        ("problem profiles", "problem-profile"),
        ("dwr", "water-safety"),
        ("mechniaeth", "bail-conditions"),
        ("commissioner police", "police-and-crime-commissioner"),
        ("exploit child", "child-sexual-exploitation"),
        ("gam drin plant", "iicsa"),
        ("hydrnt", "hydrant-programme"),
        ("hydrnt programe", "hydrant-programme"),
        ("what is a problem profile?", "problem-profile"),
        ("beth yw CRhB", "child-sexual-exploitation"),
        ("password", "operation-makesafe"),
        ("gwestai", "child-sexual-exploitation"),
        ("childrens services", "childrens-services"),
        ("children's services", "childrens-services"),
        ("social care", "childrens-services"),
    ],
)
def test_what_people_type_leads_to_the_entry_first(index, query, entry_id):
    assert index.search(query).hits[0].entry_id == entry_id


MATCHES = [
    ("problem profile", MatchTier.PREFERRED_EXACT),
    ("iicsa", MatchTier.OTHER_FOLDED),
    ("heddluoedd", MatchTier.GENERATED_FORM),
    ("child sex", MatchTier.NAME_START),
    ("inquiry abuse", MatchTier.NAME_WORDS),
    ("indep inq", MatchTier.NAME_WORD_STARTS),
    ("opration makesafe", MatchTier.CLOSE_SPELLING),
    ("inquiries about abuse", MatchTier.NAME_WORDS),
    ("my problem profiled", MatchTier.INFLECTED),
    ("our problem profile of Wales", MatchTier.INSIDE_QUERY),
    ("what bail is in Wales", MatchTier.SOME_WORDS),
    ("password", MatchTier.TEXT),
    ("hydrnt", MatchTier.CLOSE_WORDS),
    ("passwo", MatchTier.TEXT_WORD_STARTS),
]


@pytest.mark.parametrize(("query", "match"), MATCHES, ids=[case[0] for case in MATCHES])
def test_a_hit_says_what_matched(index, query, match):
    hit = index.search(query).hits[0]

    assert hit.match == match
    assert hit.is_in_text == (match in {MatchTier.TEXT, MatchTier.TEXT_WORD_STARTS})


def test_tiers_follow_each_other_and_an_entry_comes_once():
    index = index_of(
        [
            Described("exact", {"en": [Name("bail")], "cy": [Name("mechnïaeth")]}),
            Described("form", {"en": [Name("bai", plural="bail")]}),
            Described("start", {"en": [Name("bail conditions")]}),
            Described("word", {"en": [Name("police bail")]}, {"en": "Bail again."}),
            Described("word-start", {"en": [Name("the bailiff")]}),
            Described("text", {"en": [Name("custody")]}, {"en": "Not bail."}),
            Described("nothing", {"en": [Name("court")]}),
        ]
    )

    hits = index.search("bail").hits

    assert [hit.entry_id for hit in hits] == [
        *("exact", "form", "start", "word", "word-start", "text")
    ]
    assert [hit.position for hit in hits] == sorted(hit.position for hit in hits)


def test_equal_matches_are_ordered_by_status_length_text_and_id():
    index = index_of(
        [
            Described(
                "general", {"en": [Name("a"), Name("bail x", context_only=True)]}
            ),
            Described("old", {"en": [Name("b"), Name("bail x", "superseded")]}),
            Described("admitted", {"en": [Name("c"), admitted("bail x")]}),
            Described("long", {"en": [Name("bail xyz")]}),
            Described("other", {"en": [Name("bail xb")]}),
            Described("text-b", {"en": [Name("bail xa")]}),
            Described("text-a", {"en": [Name("bail xa")]}),
        ]
    )

    found = [hit.entry_id for hit in index.search("bail").hits]

    assert found == [*("text-a", "text-b", "other", "long", "admitted")]


def test_of_names_typed_whole_those_in_use_come_first():
    index = index_of(
        [
            Described("general", {"en": [Name("a"), admitted("x", context_only=True)]}),
            Described("hidden", {"en": [Name("b"), Name("x", "hidden")]}),
            Described("old", {"en": [Name("c"), Name("x", "superseded")]}),
            Described("admitted", {"en": [Name("d"), admitted("x")]}),
        ]
    )

    hits = index.search("x").hits

    assert [(hit.entry_id, hit.label) for hit in hits] == [
        *(("admitted", "x"), ("old", "c"), ("general", "a"), ("hidden", "b"))
    ]
    assert [hit.is_older for hit in hits] == [False, True, False, False]


def test_texts_that_use_the_words_often_come_before_those_that_use_them_once(index):
    texts = [hit for hit in index.search("bail").hits if hit.is_in_text]
    hotels = index.search("hotel").hits

    assert [hit.entry_id for hit in texts] == ["childrens-services"]
    assert [hit.entry_id for hit in hotels] == [
        *("operation-makesafe", "child-sexual-exploitation")
    ]


def test_a_word_of_a_text_is_found_by_its_lemma(index):
    hit = index.search("gwestai", lang="cy").hits[0]

    assert hit.entry_id == "child-sexual-exploitation"
    assert hit.match == MatchTier.TEXT


def test_a_lemma_that_carries_nothing_finds_no_text():
    index = index_of(
        [Described("text", {"cy": [Name("llys")]}, {"cy": "Mae bod yno."})]
    )

    assert index.search("bait").hits == ()


def test_one_and_several_of_a_thing_find_the_same_texts(index):
    several, one = (index.search(text).hits for text in ("hotels", "hotel"))

    assert {hit.entry_id for hit in several} == {hit.entry_id for hit in one}
    assert {hit.match for hit in one} == {MatchTier.TEXT}


def test_a_changed_beginning_is_only_taken_for_the_language_that_has_it():
    index = index_of(
        [
            Described("english", {"en": [Name("pail of water")]}),
            Described("welsh", {"cy": [Name("pail ddŵr")]}),
        ]
    )

    assert [hit.entry_id for hit in index.search("bail").hits] == ["welsh"]


@pytest.mark.parametrize(
    ("scope", "ids"),
    [
        ({"lang": "cy"}, ["police-force", "police-and-crime-commissioner"]),
        ({"topic": "police-data"}, []),
        ({"topic": "police-people", "kind": "concept"}, None),
        ({"kind": "organisation"}, []),
        ({"topic": "no-such-topic"}, []),
        ({"lang": "tlh"}, []),
    ],
    ids=str,
)
def test_a_scope_leaves_everything_else_out(index, scope, ids):
    expected = ["police-force", "police-and-crime-commissioner"] if ids is None else ids

    assert [hit.entry_id for hit in index.search("heddlu", **scope).hits] == expected


def test_a_scope_holds_for_texts_too(index):
    found = index.search("bail", topic="protecting-children").hits

    assert [hit.entry_id for hit in found] == ["childrens-services"]
    assert index.search("bail", topic="protecting-children", lang="cy").hits == ()


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("opration makesafe", "Operation Makesafe"),
        ("hydrnt", "Rhaglen Hydrant"),
        ("cze", None),
        ("iicas", "IICSA"),
        ("operation makesafe", None),
        ("makesafe", None),
        ("zebra", None),
        ("", None),
    ],
)
def test_what_was_perhaps_meant_is_said_where_no_name_matched(index, query, meant):
    found = index.search(query).did_you_mean

    assert (found.label if found else None) == meant


def test_words_that_many_entries_share_are_not_offered_as_misspelled(index):
    page = index.search("problem profile")

    assert page.did_you_mean is None
    assert page.following is None


@pytest.mark.parametrize("limit", [1, 2, 3, 7])
def test_pages_put_together_are_the_whole(limit):
    index = index_of(
        Described(
            f"entry-{number:02}",
            {"en": [Name(f"bail {number % 7}"), acronym("BC"), admitted("bails")]},
            {"en": "Bail."},
        )
        for number in range(30)
    )
    whole = index.search("bail", limit=100).hits

    found: list[SearchHit] = []
    after = None
    while True:
        page = index.search("bail", limit=limit, after=after)
        found.extend(page.hits)
        after = page.following
        if after is None:
            break

    assert len(whole) == 30
    assert tuple(found) == whole


def test_a_page_can_be_followed_in_the_next_index():
    described = [
        Described(f"entry-{number}", {"en": [Name(f"bail {number}")]})
        for number in range(6)
    ]
    page = index_of(described).search("bail", limit=3)
    newer = index_of([*described[1:], Described("new", {"en": [Name("bail 0")]})])

    behind = newer.search("bail", after=page.following).hits

    assert [hit.entry_id for hit in behind] == ["entry-3", "entry-4", "entry-5"]


def test_however_many_entries_have_a_word_all_are_found():
    index = index_of(
        Described(f"entry-{number:03}", {"en": [Name(f"police {number:03}")]})
        for number in range(128)
    )

    found = [hit.entry_id for hit in index.search("police", limit=200).hits]

    assert found == [f"entry-{number:03}" for number in range(128)]


@pytest.mark.parametrize("number", [1, 31, 32, 33, 70])
@pytest.mark.parametrize(
    ("query", "name"),
    [
        pytest.param("order safegu", "safegu{}s order", id="as-it-is-written"),
        pytest.param("order frython", "brython{}s order", id="as-it-may-have-been"),
        pytest.param("ordx safegu", "safegu{}s orders", id="no-word-begins-so"),
    ],
)
def test_however_many_words_begin_so_all_their_names_are_found(number, query, name):
    names = [name.format(f"{at:03}") for at in range(number)]
    index = index_of(
        Described(f"entry-{at:03}", {"cy": [Name(name)]})
        for at, name in enumerate(names)
    )

    found = [
        hit.entry_id
        for hit in index.search(query, limit=100).hits
        if hit.match is MatchTier.NAME_WORD_STARTS
    ]

    wanted = [] if "ordx" in query else [f"entry-{at:03}" for at in range(number)]
    assert found == wanted


@pytest.mark.parametrize(("number", "are_told"), [(8, True), (9, False)])
def test_a_word_of_a_sentence_tells_few_entries_however_many_names_they_have(
    number, are_told
):
    index = index_of(
        Described(
            f"entry-{at}",
            {"en": [Name("bail rules"), *(admitted(f"bail {at}{x}") for x in "abcd")]},
        )
        for at in range(number)
    )

    hits = index.search("what bail is in Wales").hits
    found = {hit.entry_id for hit in hits if hit.match is MatchTier.SOME_WORDS}

    assert len(found) == (number if are_told else 0)


def test_misspelled_names_are_among_the_first_ten():
    chance = random.Random(7)  # noqa: S311 (misspellings, not secrets)
    words = "police court child safety report order team data support crime".split()
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = sorted({" ".join(chance.sample(words, 3)) for _ in range(300)})
    index = index_of(
        Described(f"entry-{number}", {"en": [Name(name)]})
        for number, name in enumerate(names)
    )

    found = 0
    for number, name in enumerate(names[:100]):
        wrong = list(name)
        places = [
            at for word in re.finditer(r"\w{5,}", name) for at in range(*word.span())
        ]
        for at in chance.sample(places, min(2, len(places))):
            wrong[at] = chance.choice(letters)
        hits = index.search("".join(wrong), limit=10).hits
        found += f"entry-{number}" in {hit.entry_id for hit in hits}

    assert found >= 98
