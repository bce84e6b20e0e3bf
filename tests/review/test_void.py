"""A sign-off that does not hold says why."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from glossary.accounts import mark_as_one_person
from glossary.closed_lists import WithdrawalReason
from glossary.models import Author, CommandLine, Revision
from glossary.publishing import publish_revisions, withdraw_document
from glossary.review import (
    Void,
    given_sign_offs,
    honest_sign_offs,
    judged_sign_offs,
    signed_off_by,
    submit_draft,
    take_back,
)
from tests.factories import OPERATOR, named
from tests.review.writing import (
    ENTRY,
    WELSH,
    approved,
    saved,
    signed,
    somebody,
    submitted,
    wait,
)

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db


def _withdraw(revision, anna, ben, patch):
    publish_revisions(revisions=[revision], actor=anna)
    withdraw_document(name=named(ENTRY), actor=anna, reason=WithdrawalReason.WRONG)


def _tamper(revision, anna, ben, patch):
    Revision.objects.filter(pk=revision.pk).update(document="{}")


SINCE: dict[str, tuple[Callable[..., object], Void | None]] = {
    "nothing": (lambda *_: None, None),
    "another text": (
        lambda revision, anna, ben, patch: submit_draft(
            revision=saved(revision, anna, en="Newer."), actor=anna
        ),
        Void.CHANGED,
    ),
    "tampering": (_tamper, Void.CHANGED),
    "91 days": (lambda revision, anna, ben, patch: wait(patch, 91), Void.TOO_OLD),
    "a withdrawal": (_withdraw, Void.WITHDRAWN),
    "an act less": (
        lambda revision, anna, ben, patch: ben.user_permissions.clear(),
        Void.MAY_NOT,
    ),
    "one person": (
        lambda revision, anna, ben, patch: mark_as_one_person(
            names=["anna", "ben"], actor=OPERATOR
        ),
        Void.HAD_A_PART,
    ),
    "somebody unknown": (
        lambda revision, anna, ben, patch: Author.of(
            revision, CommandLine("root")
        ).save(),
        Void.UNKNOWN_AUTHOR,
    ),
}


@pytest.mark.parametrize("since", SINCE)
def test_why_a_sign_off_does_not_hold(anna, ben, monkeypatch, since):
    happens, why = SINCE[since]
    revision = approved(anna, ben)

    happens(revision, anna, ben, monkeypatch)

    row = Revision.objects.get(pk=revision.pk)
    assert [void for _, void in judged_sign_offs(row)] == [why]
    assert [one.user for one in given_sign_offs(row)] == ([] if why else [ben])


STILL_TOLD = ("nothing", "91 days", "a withdrawal", "an act less")
"""After these a sign-off lets nothing out, and still somebody has looked at it."""


def test_what_was_taken_back_is_signed_off_anew_though_nothing_changed(anna, ben):
    row = approved(anna, ben)
    again = submit_draft(revision=take_back(revision=row, actor=anna), actor=anna)

    assert again.digest == row.digest
    assert given_sign_offs(again) == []
    assert [void for _, void in judged_sign_offs(again)] == [Void.CHANGED]
    assert given_sign_offs(signed(again, ben)) == [again.sign_offs.latest("pk")]


@pytest.mark.parametrize("since", SINCE)
def test_who_looked_at_a_text_without_a_part_in_it_is_told(
    anna, ben, monkeypatch, since
):
    happens, _ = SINCE[since]
    revision = approved(anna, ben)

    happens(revision, anna, ben, monkeypatch)

    row = Revision.objects.get(pk=revision.pk)
    is_told = since in STILL_TOLD
    assert [one.user for one in honest_sign_offs(row)] == ([ben] if is_told else [])
    assert signed_off_by(row) == {"en": ("editor",) if is_told else (), "cy": ()}


def test_of_two_who_signed_off_each_is_asked_whether_they_still_may(anna, ben):
    carys = somebody("carys")
    row = signed(submitted(anna, en="E.", cy="C."), ben)
    row = signed(row, carys, WELSH)

    ben.user_permissions.clear()

    assert [void for _, void in judged_sign_offs(row)] == [Void.MAY_NOT, None]
    assert [one.user for one in given_sign_offs(row)] == [carys]


@pytest.mark.parametrize(("seconds", "why"), [(-1, None), (0, Void.TOO_OLD)])
def test_a_sign_off_holds_for_so_many_days_to_the_second(
    anna, ben, monkeypatch, settings, seconds, why
):
    revision = approved(anna, ben)
    (given, _) = judged_sign_offs(revision)[0]
    then = given.given_at + dt.timedelta(days=settings.SIGN_OFF_DAYS, seconds=seconds)
    monkeypatch.setattr("django.utils.timezone.now", lambda: then)

    assert [void for _, void in judged_sign_offs(revision)] == [why]
