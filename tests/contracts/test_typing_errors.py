"""Typing errors in the names of the starter glossary lead to their entries."""

import pytest

from benchmarks.slips import hidden_slips, slips
from glossary import reading

pytestmark = pytest.mark.django_db
WANTED = 0.98


def test_almost_every_slip_leads_home(starter_glossary):
    index = reading.shelf().index
    mistyped = slips(starter_glossary.entries.values())

    lost = [
        slip
        for slip in mistyped
        if slip.entry_id
        not in {hit.entry_id for hit in index.search(slip.typed, limit=10).hits}
    ]

    assert len(mistyped) > 1000
    assert len(lost) <= len(mistyped) * (1 - WANTED), lost


# A slip that makes another word, or leaves too few letters, is none that can be seen.
WANTED_OF_OTHERS = 0.96


def test_almost_every_slip_in_a_name_that_is_not_shown_leads_where_it_leads(
    starter_glossary,
):
    index = reading.shelf().index
    mistyped = hidden_slips(starter_glossary.entries.values())[::5]
    lost = [
        slip
        for slip in mistyped
        if index.lookup(slip.name)[0].entry_id
        not in {hit.entry_id for hit in index.search(slip.typed, limit=10).hits}
    ]

    assert len(mistyped) > 800
    assert len(lost) <= len(mistyped) * (1 - WANTED_OF_OTHERS), lost


@pytest.mark.parametrize(
    ("typed", "entry_id"),
    [
        ("dioddefyd", "victims-and-survivors"),
        ("achwynyd", "victims-and-survivors"),
        ("cod diodefwyr", "victims-code"),
        ("complainent", "victims-and-survivors"),
        ("victms code", "victims-code"),
        ("prosecutr", "cps"),
        ("erlynyd", "cps"),
        ("offnder", "perpetrator"),
        ("tramgwydwr", "perpetrator"),
        ("Casye report", "casey-audit"),
        ("apropriate adult", "appropriate-adult"),
        ("oedolyn priodl", "appropriate-adult"),
        ("DNA evidnece", "forensic-evidence"),
    ],
)
def test_a_slip_in_a_hidden_name_leads_where_the_name_leads(
    starter_glossary, typed, entry_id
):
    index = reading.shelf().index
    meant = index.search(typed).did_you_mean

    assert index.search(typed).hits[0].entry_id == entry_id
    assert meant.entry_id == entry_id
    assert index.propose(typed)[0].entry_id == entry_id


@pytest.mark.parametrize("seed", [2, 3])
def test_no_slip_makes_a_name_be_proposed_that_is_not_to_be_shown(
    starter_glossary, seed
):
    index = reading.shelf().index
    not_shown = {
        term.text
        for document in starter_glossary.entries.values()
        for section in document.languages.values()
        for term in section.terms
        if term.context_only or term.status in {"deprecated", "superseded"}
    }
    shown = {
        term.text
        for document in starter_glossary.entries.values()
        for section in document.languages.values()
        for term in section.terms
        if not term.context_only and term.status in {"preferred", "admitted"}
    }

    mistyped = slips(starter_glossary.entries.values(), seed=seed)[::9]

    assert len(mistyped) > 100
    assert not_shown - shown
    for slip in mistyped:
        said = {hit.label for hit in index.search(slip.typed, limit=10).hits}
        said |= {one.label for one in index.propose(slip.typed)}
        said |= {one.label for one in index.suggest(slip.typed[:6])}
        assert said.isdisjoint(not_shown - shown)


def test_no_name_is_taken_for_a_question(starter_glossary):
    index = reading.shelf().index
    names = [
        (lang, term.text)
        for document in starter_glossary.entries.values()
        for lang, section in document.languages.items()
        for term in section.terms
    ]

    assert len(names) > 200
    assert [
        name
        for lang, name in names
        if index.lookup(name, lang=lang)
        != index.lookup(f"what does “{name}” mean?", lang=lang)
    ] == []
