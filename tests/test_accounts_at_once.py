"""Those who change accounts at the same moment: each sees what the other has done."""

from __future__ import annotations

import threading
from time import sleep

import pytest
from django.db import transaction

from glossary import accounts
from glossary.errors import GlossaryError, NotFoundError, StateError
from glossary.models import Act, Factor, FactorKind, User
from glossary.permissions import can_manage_accounts
from glossary.second_factors import remove_factor
from tests.factories import OPERATOR, person
from tests.threads import together

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(first, second):
    """Do the second while the first is not done; return what went wrong."""
    has_begun = threading.Event()

    def slowly():
        with transaction.atomic():
            first()
            has_begun.set()
            sleep(0.2)

    def meanwhile():
        has_begun.wait()
        second()

    return together(slowly, meanwhile)


def test_accounts_that_are_marked_one_after_the_other_are_all_one_person():
    for name in ("anna", "ben", "carys"):
        person(name=name)

    def mark(*names):
        return lambda: accounts.mark_as_one_person(names=names, actor=OPERATOR)

    assert at_once(mark("anna", "ben"), mark("ben", "carys")) == []
    assert len({user.person for user in User.objects.all()}) == 1


def test_accounts_that_are_parted_one_after_the_other_are_all_persons():
    for name in ("anna", "ben", "carys"):
        person(name=name)
    accounts.mark_as_one_person(names=["anna", "ben", "carys"], actor=OPERATOR)

    def part(name):
        return lambda: accounts.mark_as_own_person(name=name, actor=OPERATOR)

    assert at_once(part("anna"), part("ben")) == []
    assert len({user.person for user in User.objects.all()}) == 3


@pytest.mark.parametrize(
    "shut",
    [
        lambda name, by: accounts.close_account(name=name, actor=by),
        lambda name, by: accounts.forbid(
            name=name, acts=[Act.MANAGE_ACCOUNTS], actor=by
        ),
    ],
    ids=["close", "forbid"],
)
def test_of_two_who_shut_each_other_out_one_still_manages_accounts(shut):
    anna = person(Act.MANAGE_ACCOUNTS, name="anna")
    ben = person(Act.MANAGE_ACCOUNTS, name="ben")
    assert can_manage_accounts(anna)
    assert can_manage_accounts(ben)

    (failure,) = at_once(lambda: shut("ben", anna), lambda: shut("anna", ben))

    assert isinstance(failure, StateError)
    assert can_manage_accounts(User.objects.get(username="anna"))


@pytest.mark.parametrize(
    "take",
    [
        lambda _: accounts.add_account(
            name="dora", password=None, acts=[], actor=OPERATOR
        ),
        lambda who: accounts.set_email(account=who, email="dora@words.example"),
    ],
    ids=["name", "email"],
)
def test_what_two_want_at_once_one_is_refused_in_words(take):
    anna, ben = person(name="anna"), person(name="ben")

    (failure,) = at_once(lambda: take(anna), lambda: take(ben))

    assert isinstance(failure, GlossaryError)


def test_of_two_second_factors_one_stays_with_whom_must_have_one(settings):
    settings.DESK_SECOND_FACTOR = ["everybody"]
    anna = person(name="anna")
    rows = [
        Factor.objects.create(
            account=anna, kind=FactorKind.APP, secret=salt, added_at=anna.date_joined
        )
        for salt in "ab"
    ]

    def remove(row):
        return lambda: remove_factor(account=anna, number=row.pk)

    (failure,) = at_once(*map(remove, rows))

    assert isinstance(failure, StateError)
    assert Factor.objects.get() == rows[1]


def test_of_two_who_come_with_one_link_one_sets_the_password():
    anna = person(name="anna")
    token = accounts.invite(name="anna", actor=OPERATOR)

    def accept(password):
        return lambda: accounts.accept(token=token, password=password)

    (failure,) = at_once(
        accept("three words of mine"), accept("three words of another")
    )

    assert isinstance(failure, NotFoundError)
    anna.refresh_from_db()
    assert anna.check_password("three words of mine")
