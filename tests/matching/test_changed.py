"""A vocabulary that has changed finds what one that is built anew finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.matching import Form, build_vocabulary, pack
from tests.matching.strategies import (
    CLITICS,
    CONJUNCTIONS,
    ENTRIES,
    FIELD,
    FOLDINGS,
    cases,
    forms,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.matching import Vocabulary


def built(known: Iterable[Form]) -> Vocabulary:
    """Return a vocabulary of forms, which come by entry."""
    ordered = sorted(known, key=lambda form: form.entry)
    return build_vocabulary(
        ordered,
        clitics=CLITICS,
        conjunctions=CONJUNCTIONS,
        foldings=FOLDINGS,
        field=FIELD,
    )


def of(known: Iterable[Form], entries: Iterable[str]) -> list[Form]:
    chosen = {*entries}
    return [form for form in known if form.entry in chosen]


@settings(max_examples=400, deadline=None)
@given(cases(), forms(), st.sets(st.sampled_from(ENTRIES)))
def test_it_finds_what_one_that_is_built_anew_finds(case, others, entries):
    kept = of(case.forms, {*ENTRIES} - entries)
    before = built([*kept, *of(others, entries)])
    found_before = before.find(case.text, **case.options)
    short = {*before.abbreviations}  # worked out, so that it is followed

    after = before.changed(entries, of(case.forms, entries))

    anew = built(case.forms)
    assert {*after.abbreviations} == {*anew.abbreviations}
    assert {*before.abbreviations} == short
    assert after.find(case.text, **case.options) == anew.find(case.text, **case.options)
    assert before.find(case.text, **case.options) == found_before


@settings(max_examples=200, deadline=None)
@given(cases(), st.lists(st.tuples(forms(), st.sets(st.sampled_from(ENTRIES)))))
def test_changed_step_by_step_it_finds_the_same(case, steps):
    words = built(case.forms)

    for others, entries in steps:
        words = words.changed(entries, of(others, entries))
    for entry in ENTRIES:
        words = words.changed([entry], of(case.forms, [entry]))

    anew = built(case.forms)
    assert words.find(case.text, **case.options) == anew.find(case.text, **case.options)


@settings(max_examples=200, deadline=None)
@given(forms(), forms(), st.sets(st.sampled_from(ENTRIES), min_size=1))
def test_all_else_of_it_is_the_same_too(wanted, others, entries):
    kept = of(wanted, {*ENTRIES} - entries)
    before = built([*kept, *of(others, entries)])

    after, anew = before.changed(entries, of(wanted, entries)), built(wanted)

    assert after.forms == anew.forms
    assert {*after.abbreviations} == {*anew.abbreviations}
    assert pack(after, "en") == pack(anew, "en")


MOJ = Form("MoJ", "ministry", "en", case_sensitive=True)
NAMES = Form("Ministry of Justice", "ministry", "en")


@pytest.mark.parametrize(
    ("before", "entries", "new", "text", "found"),
    [
        pytest.param(
            [Form("child", "a", "en")], ["a"], [], "a child", [], id="what-is-gone"
        ),
        pytest.param(
            [],
            ["a"],
            [Form("child", "a", "en")],
            "a child",
            ["child"],
            id="what-is-new",
        ),
        pytest.param(
            [Form("child", "a", "en"), Form("child abuse", "b", "en")],
            ["b"],
            [],
            "child abuse",
            ["child"],
            id="the-beginning-of-what-is-gone",
        ),
        pytest.param(
            [Form("child", "a", "en"), Form("child", "b", "en")],
            ["a"],
            [],
            "child",
            ["child"],
            id="written-like-what-is-gone",
        ),
        pytest.param(
            [Form("safe-guarding", "a", "en"), Form("safeguarding", "b", "en")],
            ["a"],
            [],
            "safe-guarding, safe guarding",
            ["safe-guarding"],
            id="one-of-two-that-are-read-in-pieces",
        ),
        pytest.param(
            [Form("safe-guarding", "a", "en")],
            ["a"],
            [Form("guarding", "a", "en")],
            "safeguarding, guarding",
            ["guarding"],
            id="a-spelling-of-what-is-gone",
        ),
        pytest.param(
            [Form("R and D", "a", "en")],
            ["b"],
            [Form("R&D", "b", "en")],
            "R & D, R and D, R&D",
            ["R & D", "R and D", "R&D"],
            id="a-new-spelling-beside-another",
        ),
        pytest.param(
            [Form("C++", "a", "en"), Form("C", "b", "en"), Form("C+", "c", "en")],
            ["a", "b"],
            [],
            "C++ C+ C",
            ["C+", "C+"],
            id="the-longest-and-the-shortest-of-the-same-words",
        ),
        pytest.param(
            [Form("...", "a", "en")], ["a"], [], "a child", [], id="never-to-be-found"
        ),
    ],
)
def test_a_form_comes_and_goes(before, entries, new, text, found):
    after = built(before).changed(entries, new)

    assert [text[row.start : row.end] for row in after.find(text)] == found


def test_an_abbreviation_that_two_entries_have_stays_while_one_has_it():
    both = built([MOJ, Form("MoJ", "other", "en", case_sensitive=True)])

    one = both.changed(["other"], [])

    assert [*one.abbreviations] == ["MoJ"]
    assert [*one.changed(["ministry"], []).abbreviations] == []


def test_what_an_abbreviation_stands_for_is_known_of_what_is_new():
    joy = Form("Museum of Joy", "joy", "en")
    after = built([MOJ, NAMES]).changed(
        ["joy"], [joy, Form("MoJ", "joy", "en", case_sensitive=True)]
    )

    match = after.find("The Museum of Joy (MoJ) said so.")[-1]

    assert match.candidates == ("joy",)


def test_a_language_that_is_new_is_looked_for():
    after = built([NAMES]).changed(["heddlu"], [Form("heddlu", "heddlu", "cy")])

    assert [match.lang for match in after.find("yr heddlu", langs=["en"])] == []
    assert [match.lang for match in after.find("yr heddlu")] == ["cy"]
