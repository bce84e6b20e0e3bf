"""A closed list is written down once, and documents, API and settings take it from there."""

import ast
import json
from functools import cache

import pytest
from django.conf import settings

from glossary import closed_lists, languages
from glossary.api.openapi import DOCUMENT
from glossary.closed_lists import ClosedList
from glossary.document.schema import RelationDocument, parse_shape
from glossary.errors import DocumentError
from glossary.languages import TermFacts
from glossary.problems import PROBLEMS
from tests.conftest import ROOT

LISTS = {
    name: one
    for name, one in vars(closed_lists).items()
    if isinstance(one, type) and issubclass(one, ClosedList) and one is not ClosedList
}
GROUPS = [one for one in vars(closed_lists).values() if isinstance(one, frozenset)]
NAMED = {
    name: [*PROBLEMS] if name == "ProblemCode" else LISTS[name].values()
    for name in (
        "Change",
        "EntryKind",
        "Gender",
        "MatchForm",
        "MatchTier",
        "Nation",
        "ProblemCode",
        "ProvenanceStatus",
        "RelationType",
        "RenderingKind",
        "SignOffRole",
        "SourceKind",
        "TermStatus",
        "TermType",
        "WithdrawalReason",
    )
}
# A migration says what the tables were made with at the time.
ELSEWHERE = ("closed_lists", "migrations")
FILES = [
    path
    for folder in ("glossary", "explainer")
    for path in (ROOT / folder).rglob("*.py")
    if not {*ELSEWHERE} & {*path.relative_to(ROOT).parts}
]


@cache
def _written_out(path):
    """Return the strings of each literal of several strings in a file, with its line."""
    return list(_literals(ast.parse(path.read_text(encoding="utf-8"))))


def _literals(tree):
    for node in ast.walk(tree):
        if not isinstance(node, ast.expr):
            continue
        parts = getattr(node, "elts", None) or getattr(node, "keys", None) or []
        found = [one.value for one in parts if isinstance(one, ast.Constant)]
        if len(found) == len(parts) > 1 and all(isinstance(x, str) for x in found):
            yield node.lineno, frozenset(found)


@pytest.mark.parametrize("name", sorted(LISTS))
def test_no_other_file_writes_a_part_of_a_closed_list_again(name):
    codes = set(LISTS[name].values())
    again = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in FILES
        for line, found in _written_out(path)
        if found <= codes
    ]

    assert len(FILES) > 200
    assert again == []


@pytest.mark.parametrize("name", sorted(LISTS))
def test_codes_are_plain_where_they_leave_us(name):
    values = LISTS[name].values()

    assert {type(one) for one in values} == {str}
    assert LISTS[name].choices() == [(one, one) for one in values]
    assert len(set(values)) == len(values)


def test_every_group_is_a_part_of_its_list():
    assert len(GROUPS) > 3
    for group in GROUPS:
        (its_list,) = {type(one) for one in group}
        assert set() < group < set(its_list.values())


def test_a_relation_has_another_end_or_is_one():
    inverse = closed_lists.INVERSE

    assert {*inverse, *inverse.values()} == set(closed_lists.RelationType)


@pytest.mark.parametrize("relation", closed_lists.RelationType)
def test_an_entry_states_only_what_does_not_follow_from_another(relation):
    data = {"relation": relation.value, "id": "police-force"}

    if relation in closed_lists.INVERSE:
        assert parse_shape(RelationDocument, data).relation is relation
        return
    with pytest.raises(DocumentError) as caught:
        parse_shape(RelationDocument, data)
    assert [one.place for one in caught.value.problems] == ["/relation"]


@pytest.mark.parametrize("name", NAMED)
def test_the_description_of_the_api_has_the_whole_list_under_its_name(name):
    schemas = json.loads(DOCUMENT.read_text())["components"]["schemas"]

    assert schemas[name]["enum"] == NAMED[name]


def test_every_sign_off_of_the_settings_is_known_and_every_known_one_is_asked_for():
    assert set(settings.GLOSSARY_SIGN_OFFS) == set(closed_lists.SignOffRole)


TERMS = [
    TermFacts("tad-cu", plural="tadau-cu", forms=("tadol",)),
    TermFacts("achos", plural="achosion", forms=("achosi",)),
    TermFacts("police force", plural="police forces", forms=("policing",)),
    TermFacts("organised crime"),
]


def test_every_form_that_our_languages_make_is_known_and_every_known_one_is_made():
    made = {
        form.name
        for language in languages.all_languages()
        for term in TERMS
        for form in language.surface_forms(term)
    }

    assert made | {"folded"} == set(closed_lists.MatchForm)
