"""Which groups of work there are, whom they concern, and what can be asked of them."""

from __future__ import annotations

import pytest

from glossary.models import Act, every_act
from glossary.queue import GROUPS, Question, groups_for
from tests.factories import person
from tests.review.writing import SIGNS

ALL = [
    "erasures",
    "returned",
    "to-write",
    "to-review",
    "to-publish",
    "behind",
    "due",
    "suggestions",
    "under-way",
]
FOR_ALL = ["due", "suggestions", "under-way"]


def having(what):
    """Return the names of the groups that have this."""
    return [group.name for group in GROUPS if getattr(group, what)]


def test_they_are_shown_in_this_order():
    assert [group.name for group in GROUPS] == ALL


def test_each_is_called_otherwise_and_says_what_is_in_it():
    assert len({str(group.label) for group in GROUPS} - {"None"}) == len(ALL)
    assert len({str(group.hint) for group in GROUPS} - {"None"}) == len(ALL)


def test_how_they_can_be_narrowed_and_shown():
    assert having("by_kind") == [
        "returned",
        "to-write",
        "to-review",
        "to-publish",
        "due",
        "under-way",
    ]
    assert having("by_language") == ["to-review", "behind", "suggestions"]
    assert having("has_own_page") == ["erasures", "suggestions"]
    assert set(ALL) - set(having("is_dated")) == {"behind", "suggestions"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("acts", "more"),
    [
        ((), []),
        (("write_cy",), ["returned", "to-write", "behind"]),
        (("write_en",), ["returned", "to-write", "behind"]),
        *(((act,), ["to-review"]) for act in SIGNS),
        ((Act.PUBLISH,), ["to-publish"]),
        ((Act.ADD_DOCUMENT_TEXTS,), []),
        ((Act.ERASE,), ["erasures"]),
        (
            every_act(),
            ["erasures", "returned", "to-write", "to-review", "to-publish", "behind"],
        ),
    ],
)
def test_whom_they_concern(acts, more):
    assert [group.name for group in groups_for(person(*acts))] == [*more, *FOR_ALL]


@pytest.mark.django_db
def test_they_concern_nobody_whose_account_is_closed_but_for_what_all_see():
    closed = person(*every_act(), is_active=False)

    assert [group.name for group in groups_for(closed)] == FOR_ALL


@pytest.mark.django_db
def test_where_there_is_nothing_to_do_each_of_them_is_empty():
    question = Question(person(*every_act()))

    assert [len(group.find(question)) for group in GROUPS] == [0] * len(ALL)
    assert [list(group.find(question)[:]) for group in GROUPS] == [[]] * len(ALL)
