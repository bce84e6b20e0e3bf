"""A rule that fails on its way has done nothing, whatever it had written by then."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from glossary.closed_lists import ErasureReason, WithdrawalReason
from glossary.models import Erasure, Publication, Revision, Schedule
from glossary.publishing import (
    Listed,
    ask_to_erase,
    cancel_schedule,
    confirm_erasure,
    decline_erasure,
    erase_again,
    erase_alone,
    merge_entries,
    publish_due,
    publish_revisions,
    republish_documents,
    restore_document,
    schedule_publication,
    withdraw_document,
    withdraw_unneeded,
)
from tests.factories import (
    OPERATOR,
    approved_revision,
    document,
    named,
    person,
    published,
    topic,
    withdrawn,
)
from tests.rows import NotRecordedError, everything, let_recording_fail

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)
GONE = named("grooming")
"""An entry that is withdrawn."""
WHY = ErasureReason.COURT_ORDER


def later() -> dt.datetime:
    return timezone.now() + HOUR


def approved() -> Revision:
    return approved_revision(document("police-force"))


def planned() -> Schedule:
    return schedule_publication(revisions=[approved()], at=later(), actor=OPERATOR)


def made_otherwise() -> None:
    Publication.objects.entries().current().update(index="{}")


def asked() -> Erasure:
    somebody = person("erase", name="who-asked")
    return ask_to_erase(name=GONE, reason=WHY, actor=somebody)


def said_to_be_one() -> None:
    published("police-force")
    related = [{"relation": "replaced-by", "id": "police-force"}]
    published("problem-profile", related=related)


def came_back() -> Listed:
    rows = Revision.objects.filter(key=GONE.key)
    return Listed(GONE, WHY, frozenset(map(Listed.mark, rows)))


RULES: dict[str, tuple[Callable[[], Any], Callable[[Any, Any], object]]] = {
    "publish_revisions": (
        approved,
        lambda row, actor: publish_revisions(revisions=[row], actor=actor),
    ),
    "withdraw_document": (
        lambda: None,
        lambda _, actor: withdraw_document(
            name=named("problem-profile"), actor=actor, reason=WithdrawalReason.WRONG
        ),
    ),
    "restore_document": (
        lambda: None,
        lambda _, actor: restore_document(name=GONE, actor=actor),
    ),
    "withdraw_unneeded": (
        lambda: topic("people", en="People"),
        lambda row, actor: withdraw_unneeded(names=[row.name], actor=actor),
    ),
    "republish_documents": (
        made_otherwise,
        lambda _, actor: republish_documents(actor=actor),
    ),
    "schedule_publication": (
        approved,
        lambda row, actor: schedule_publication(
            revisions=[row], at=later(), actor=actor
        ),
    ),
    "cancel_schedule": (
        planned,
        lambda row, actor: cancel_schedule(schedule=row, actor=actor),
    ),
    "merge_entries": (
        said_to_be_one,
        lambda _, actor: merge_entries(
            keep="police-force", away=["problem-profile"], actor=actor
        ),
    ),
    "ask_to_erase": (
        lambda: None,
        lambda _, actor: ask_to_erase(name=GONE, reason=WHY, actor=actor),
    ),
    "erase_alone": (
        lambda: None,
        lambda _, actor: erase_alone(name=GONE, reason=WHY, actor=actor),
    ),
    "confirm_erasure": (
        asked,
        lambda row, actor: confirm_erasure(erasure=row, actor=actor),
    ),
    "decline_erasure": (
        asked,
        lambda row, actor: decline_erasure(erasure=row, actor=actor),
    ),
    "erase_again": (
        came_back,
        lambda row, actor: erase_again(listed=row, actor=actor),
    ),
}
"""What has to be there before each rule, and the rule."""


@pytest.fixture(autouse=True)
def _glossary() -> None:
    """An entry that is public, and one that is withdrawn."""
    published()
    published("grooming")
    withdrawn("grooming")


@pytest.mark.parametrize("rule", RULES)
def test_what_cannot_be_recorded_is_not_done(rule, monkeypatch):
    prepare, act = RULES[rule]
    given, actor = prepare(), person("erase", "publish", "withdraw")
    before = everything()
    let_recording_fail(monkeypatch)

    with pytest.raises(NotRecordedError):
        act(given, actor)

    assert everything() == before


@pytest.mark.parametrize("rule", ["confirm_erasure", "erase_alone", "merge_entries"])
def test_what_is_recorded_by_half_is_not_done_at_all(rule, monkeypatch):
    prepare, act = RULES[rule]
    given, actor = prepare(), person("erase", "publish", "withdraw")
    before = everything()
    let_recording_fail(monkeypatch, after=1)

    with pytest.raises(NotRecordedError):
        act(given, actor)

    assert everything() == before


def test_what_is_due_and_cannot_be_recorded_stays_due(monkeypatch):
    planned()
    before = everything()
    let_recording_fail(monkeypatch)

    with pytest.raises(NotRecordedError):
        publish_due(now=later() + HOUR)

    assert everything() == before
