"""What would follow is told beforehand, and nothing of it stays."""

from __future__ import annotations

import pytest

from glossary.closed_lists import Change, WithdrawalReason
from glossary.errors import PermissionDeniedError, StateError
from glossary.publishing import (
    Foreseen,
    foresee,
    publish_revisions,
    restore_document,
    withdraw_document,
)
from tests.factories import (
    OPERATOR,
    approved_revision,
    document,
    named,
    person,
    published,
    section,
    withdrawn,
)
from tests.rows import everything

pytestmark = pytest.mark.django_db

KEY = "problem-profile"


def another_name():
    return approved_revision(document(languages={"en": section("another name")}))


ACTS = {
    "publish": (
        another_name,
        lambda row: publish_revisions(revisions=[row], actor=OPERATOR),
        [(KEY, Change.UPDATED), ("grooming", Change.REFRESHED)],
    ),
    "withdraw": (
        lambda: None,
        lambda _: withdraw_document(
            name=named(KEY), actor=OPERATOR, reason=WithdrawalReason.WRONG
        ),
        [(KEY, Change.WITHDRAWN), ("grooming", Change.REFRESHED)],
    ),
    "restore": (
        lambda: withdrawn(KEY),
        lambda _: restore_document(name=named(KEY), actor=OPERATOR),
        [(KEY, Change.RESTORED), ("grooming", Change.REFRESHED)],
    ),
}


@pytest.fixture(autouse=True)
def _glossary():
    published()
    published("grooming", related=[{"relation": "related", "id": KEY}])


@pytest.mark.parametrize("act", ACTS)
def test_what_would_become_otherwise_is_told_and_nothing_stays(act):
    prepare, rule, expected = ACTS[act]
    given = prepare()
    before = everything()

    found = foresee(lambda: rule(given))

    assert found == [Foreseen(named(key), change) for key, change in expected]
    assert everything() == before


@pytest.mark.parametrize("act", ACTS)
def test_what_was_foretold_is_what_happens(act):
    prepare, rule, _ = ACTS[act]
    given = prepare()
    found = foresee(lambda: rule(given))

    rows = rule(given)

    assert [(row.name, row.change) for row in rows] == found


def test_what_would_be_refused_is_refused():
    withdrawn("grooming")
    revision = approved_revision(document("grooming"))

    with pytest.raises(StateError, match="restored first"):
        foresee(lambda: publish_revisions(revisions=[revision], actor=OPERATOR))
    with pytest.raises(PermissionDeniedError):
        foresee(lambda: publish_revisions(revisions=[revision], actor=person()))
