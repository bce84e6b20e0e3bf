"""How people come to a password that nobody else has seen, and to their own account."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.tokens import default_token_generator
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from glossary import accounts
from glossary.errors import (
    InvalidQueryError,
    NotFoundError,
    PermissionDeniedError,
    StateError,
)
from glossary.models import Act, Action, Event, Factor, RecoveryCode, User
from glossary.permissions import acts_of
from glossary.second_factors import new_recovery_codes
from tests.factories import OPERATOR, person

pytestmark = pytest.mark.django_db

PASSWORD = "three words of mine"


def signed_in(user, began=0, **held):
    """Return the key of a session in which somebody is signed in."""
    session = SessionStore()
    session.update({"_auth_user_id": str(user.pk), "began": began, **held})
    session.create()
    session.save()
    return session.session_key


@pytest.fixture
def anna(db):
    return accounts.add_account(name="anna", password=None, acts=[], actor=OPERATOR)


def invite(name="anna", actor=OPERATOR):
    return accounts.invite(name=name, actor=actor)


def test_without_a_password_nobody_comes_in(anna):
    assert not anna.has_usable_password()
    assert authenticate(username="anna", password="") is None


def test_who_is_invited_sets_a_password(anna):
    token = invite()

    assert accounts.invited(token) == anna
    accounts.accept(token=token, password=PASSWORD)

    assert authenticate(username="anna", password=PASSWORD) == anna
    assert [row.action for row in Event.objects.all()] == [
        Action.ACCOUNT_ADDED,
        Action.ACCOUNT_INVITED,
        Action.PASSWORD_CHANGED,
    ]
    assert token not in str([row.details for row in Event.objects.all()])
    assert Event.objects.last().actor == anna


def test_an_invitation_holds_once(anna):
    token = invite()
    accounts.accept(token=token, password=PASSWORD)

    with pytest.raises(NotFoundError, match="used already"):
        accounts.accept(token=token, password="three other words")


def test_it_holds_for_a_day(anna, monkeypatch):
    from datetime import datetime, timedelta

    token = invite()
    later = datetime.now() + timedelta(hours=24, seconds=1)  # noqa: DTZ005 (Django's)
    monkeypatch.setattr(type(accounts.invitations._TOKENS), "_now", lambda _: later)

    with pytest.raises(NotFoundError):
        accounts.invited(token)


def test_another_one_makes_it_worthless(anna):
    token = invite()
    newer = invite()

    with pytest.raises(NotFoundError):
        accounts.invited(token)
    assert accounts.invited(newer) == anna


def test_it_is_for_nobody_else(anna):
    ben = accounts.add_account(name="ben", password=None, acts=[], actor=OPERATOR)
    _, _, rest = invite().partition("-")

    with pytest.raises(NotFoundError):
        accounts.invited(f"{ben.pk}-{rest}")


def test_an_invitation_to_an_account_that_was_closed_is_none(anna):
    token = invite()
    accounts.close_account(name="anna", actor=OPERATOR)

    with pytest.raises(NotFoundError):
        accounts.invited(token)
    with pytest.raises(StateError, match="closed"):
        invite()


def test_an_invitation_from_before_an_account_was_closed_is_none_afterwards(anna):
    token = invite()
    accounts.close_account(name="anna", actor=OPERATOR)
    accounts.reopen_account(name="anna", actor=OPERATOR)

    with pytest.raises(NotFoundError):
        accounts.accept(token=token, password=PASSWORD)


def test_a_password_outlasts_that_an_account_was_closed(anna):
    accounts.accept(token=invite(), password=PASSWORD)
    accounts.close_account(name="anna", actor=OPERATOR)
    accounts.reopen_account(name="anna", actor=OPERATOR)

    assert authenticate(username="anna", password=PASSWORD) == anna


@pytest.mark.parametrize("token", ["", "-", "1", "x-y-z", "é-1-2", "z" * 30, "1-1-1"])
def test_what_is_no_invitation_is_none(anna, token):
    with pytest.raises(NotFoundError):
        accounts.invited(token)


def test_no_token_of_another_kind_is_an_invitation(anna):
    invite()
    other = default_token_generator.make_token(User.objects.get())

    with pytest.raises(NotFoundError):
        accounts.invited(f"{anna.pk}-{other}")


def test_a_password_that_can_be_guessed_is_refused_and_the_link_holds(anna):
    token = invite()

    with pytest.raises(InvalidQueryError):
        accounts.accept(token=token, password="short")
    assert accounts.invited(token) == anna


def test_who_is_invited_again_has_no_password_and_is_signed_out():
    anna = accounts.add_account(name="anna", password=PASSWORD, acts=[], actor=OPERATOR)
    signed_in(anna)

    invite()

    assert authenticate(username="anna", password=PASSWORD) is None
    assert not Session.objects.exists()


ENTRANCES = {
    "invite": lambda actor: invite(actor=actor),
    "password": lambda actor: accounts.change_password(
        name="anna", password="three other words", actor=actor
    ),
    "second-factor": lambda actor: accounts.reset_second_factor(
        name="anna", actor=actor
    ),
}


@pytest.mark.parametrize("is_closed", [False, True])
@pytest.mark.parametrize("rule", ENTRANCES.values(), ids=ENTRANCES)
def test_nobody_comes_in_by_an_account_that_may_do_more(rule, is_closed):
    anna = accounts.add_account(
        name="anna", password=PASSWORD, acts=[Act.PUBLISH], actor=OPERATOR
    )
    if is_closed:
        accounts.close_account(name="anna", actor=OPERATOR)
    manager = person(Act.MANAGE_ACCOUNTS)

    with pytest.raises(PermissionDeniedError, match="publish"):
        rule(manager)

    assert anna.check_password(PASSWORD)


# The second factor


def test_who_has_lost_it_is_helped():
    anna = person(name="anna")
    Factor.objects.create(
        account=anna, kind="app", name="x", secret="x", added_at=anna.date_joined
    )
    new_recovery_codes(account=anna)
    signed_in(anna)

    accounts.reset_second_factor(name="anna", actor=OPERATOR)

    assert not Factor.objects.exists()
    assert not RecoveryCode.objects.exists()
    assert not Session.objects.exists()
    assert Event.objects.last().action == Action.FACTORS_RESET
    with pytest.raises(StateError, match="no second factor"):
        accounts.reset_second_factor(name="anna", actor=OPERATOR)


# The last one who manages accounts

WAYS_OUT = {
    "close": lambda actor: accounts.close_account(name="anna", actor=actor),
    "forbid": lambda actor: accounts.forbid(
        name="anna", acts={Act.MANAGE_ACCOUNTS}, actor=actor
    ),
}


@pytest.mark.parametrize("way", WAYS_OUT.values(), ids=WAYS_OUT)
def test_the_last_one_who_manages_accounts_stays(way):
    anna = person(Act.MANAGE_ACCOUNTS, name="anna")
    person(Act.MANAGE_ACCOUNTS, name="ben", is_active=False)

    with pytest.raises(StateError, match="Only “anna”"):
        way(anna)

    assert acts_of(User.objects.get(username="anna")) == (Act.MANAGE_ACCOUNTS,)


@pytest.mark.parametrize("way", WAYS_OUT.values(), ids=WAYS_OUT)
def test_one_of_two_may_go(way):
    anna = person(Act.MANAGE_ACCOUNTS, name="anna")
    person(name="ben", is_superuser=True)

    way(anna)

    assert acts_of(User.objects.get(username="anna")) == ()


@pytest.mark.parametrize("way", WAYS_OUT.values(), ids=WAYS_OUT)
def test_whoever_is_at_the_machine_shuts_out_anybody(way):
    person(Act.MANAGE_ACCOUNTS, name="anna")

    way(OPERATOR)

    assert acts_of(User.objects.get(username="anna")) == ()


def test_other_acts_are_not_held_back():
    anna = person(Act.MANAGE_ACCOUNTS, Act.PUBLISH, name="anna")

    accounts.forbid(name="anna", acts={Act.PUBLISH}, actor=anna)
    accounts.close_account(name=person(name="ben").username, actor=anna)

    assert acts_of(User.objects.get(username="anna")) == (Act.MANAGE_ACCOUNTS,)


# Sessions


def test_where_somebody_is_signed_in_is_listed_and_nobody_else():
    anna, ben = person(name="anna"), person(name="ben")
    signed_in(anna, 100, seen=500, browser=["Firefox", "Windows"])
    signed_in(anna, 300)
    signed_in(ben, 900)

    seats = accounts.seats_of(anna)

    assert [int(one.seen.timestamp()) for one in seats] == [500, 300]
    assert [int(one.began.timestamp()) for one in seats] == [100, 300]
    assert [one.browser for one in seats] == [("Firefox", "Windows"), ()]
    assert all(re.fullmatch("[0-9a-f]{16}", one.name) for one in seats)


def test_one_can_be_ended_and_only_ones_own():
    anna, ben = person(name="anna"), person(name="ben")
    keys = signed_in(anna), signed_in(anna), signed_in(ben)
    names = [accounts.sessions.name_of_key(key) for key in keys]

    accounts.end_own_sessions(account=anna, names=[names[0]])
    with pytest.raises(NotFoundError):
        accounts.end_own_sessions(account=anna, names=[names[2]])

    left = {*Session.objects.values_list("session_key", flat=True)}
    assert left == {keys[1], keys[2]}
    assert Event.objects.get().action == Action.SESSIONS_ENDED


def test_somebody_else_can_be_signed_out_everywhere():
    signed_in(person(name="anna"))
    kept = signed_in(person(name="ben"))

    accounts.end_sessions(name="anna", actor=OPERATOR)

    assert Session.objects.get().session_key == kept
    assert Event.objects.get().details == {"account": "anna"}


def test_what_was_open_when_an_account_was_closed_stays_shut_when_it_is_opened():
    signed_in(person(name="anna"))

    accounts.close_account(name="anna", actor=OPERATOR)
    accounts.reopen_account(name="anna", actor=OPERATOR)

    assert not Session.objects.exists()


# Of one's own


def test_ones_own_password_can_be_changed(anna):
    signed_in(anna)

    accounts.set_own_password(account=anna, password=PASSWORD)

    assert authenticate(username="anna", password=PASSWORD) == anna
    assert not Session.objects.exists()
    assert Event.objects.last().actor == anna


def test_to_one_that_nobody_guesses(anna):
    with pytest.raises(InvalidQueryError):
        accounts.set_own_password(account=anna, password="anna")


@pytest.mark.parametrize("typed", ["Anna@Example.org", " anna@example.org "])
def test_an_address_for_mail_is_kept_in_small_letters(anna, typed):
    accounts.set_email(account=anna, email=typed)

    assert User.objects.get().email == "anna@example.org"
    event = Event.objects.last()
    assert event.action == Action.EMAIL_CHANGED
    assert "example" not in str(event.details)


def test_it_belongs_to_one_account(anna):
    ben = person(name="ben")
    accounts.set_email(account=ben, email="one@example.org")

    with pytest.raises(StateError, match="another account"):
        accounts.set_email(account=anna, email="ONE@example.org")
    accounts.set_email(account=ben, email="ONE@example.org")
    accounts.set_email(account=ben, email="")
    accounts.set_email(account=anna, email="one@example.org")


@pytest.mark.parametrize("typed", ["anna", "@", "a b@example.org", "a@b\nc"])
def test_what_is_no_address_is_refused(anna, typed):
    with pytest.raises(InvalidQueryError) as refusal:
        accounts.set_email(account=anna, email=typed)

    assert refusal.value.problems[0].place == "email"
    assert User.objects.get().email == ""


def test_nobody_needs_one(anna):
    person(name="ben")

    assert User.objects.filter(email="").count() == 2
