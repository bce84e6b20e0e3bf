"""Whose account a rule is about, who may ask for it, and what else it leaves alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.http import int_to_base36

from glossary import accounts
from glossary.errors import (
    InvalidQueryError,
    NotFoundError,
    PermissionDeniedError,
    StateError,
)
from glossary.models import Act, Event, Factor, FactorKind, User
from tests.factories import OPERATOR, person
from tests.rows import everything
from tests.test_invitations import signed_in

pytestmark = pytest.mark.django_db

PASSWORD = "three words of mine"


def app_of(account):
    return Factor.objects.create(
        account=account,
        kind=FactorKind.APP,
        secret="a salt",
        added_at=account.date_joined,
    )


# Who may ask

RULES: dict[str, Any] = {
    "invite": accounts.invite,
    "end_sessions": accounts.end_sessions,
    "reset_second_factor": accounts.reset_second_factor,
    "mark_as_own_person": accounts.mark_as_own_person,
    "mark_as_one_person": lambda name, actor: accounts.mark_as_one_person(
        names=[name, "carys"], actor=actor
    ),
}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_who_may_do_all_else_does_nothing_to_other_accounts(rule):
    anna = person(name="anna")
    for name in ("ben", "carys"):
        person(name=name)
    accounts.mark_as_one_person(names=["anna", "ben"], actor=OPERATOR)
    app_of(anna)
    signed_in(anna)
    nearly = person(*({*Act} - {Act.MANAGE_ACCOUNTS}))
    before = everything()

    with pytest.raises(PermissionDeniedError, match="may not manage"):
        rule(name="anna", actor=nearly)

    assert everything() == before


def test_all_that_goes_too_far_is_told_in_the_order_of_the_alphabet():
    manager = person(Act.MANAGE_ACCOUNTS)
    person(Act.WITHDRAW, Act.PUBLISH, Act.ERASE, Act.MANAGE_KEYS, name="anna")
    acts = {Act.WITHDRAW, Act.PUBLISH, Act.ERASE, Act.MANAGE_KEYS}
    told = "erase, manage_keys, publish, withdraw."

    with pytest.raises(PermissionDeniedError) as allowing:
        accounts.allow(name="anna", acts=acts, actor=manager)
    with pytest.raises(PermissionDeniedError) as inviting:
        accounts.invite(name="anna", actor=manager)

    assert allowing.value.detail == f"You may not allow what you may not do: {told}"
    assert inviting.value.detail == f"This account may do what you may not do: {told}"


def test_only_acts_of_ours_are_allowed():
    """Another app of Django may have a permission of the same name."""
    other = ContentType.objects.get(app_label="sessions", model="session")
    Permission.objects.create(codename=Act.PUBLISH, content_type=other, name="x")
    person(name="anna")

    anna = accounts.allow(name="anna", acts={Act.PUBLISH}, actor=OPERATOR)

    assert anna.get_all_permissions() == {"glossary.publish"}


def test_the_last_one_who_manages_accounts_stays_where_people_come_in_two_ways(
    settings,
):
    settings.AUTHENTICATION_BACKENDS = [
        "django.contrib.auth.backends.RemoteUserBackend",
        "django.contrib.auth.backends.ModelBackend",
    ]
    anna = person(Act.MANAGE_ACCOUNTS, name="anna")

    with pytest.raises(StateError, match="Only “anna”"):
        accounts.close_account(name="anna", actor=anna)


def test_what_is_allowed_is_written_down():
    person(name="anna")

    accounts.allow(name="anna", acts={Act.WITHDRAW, Act.PUBLISH}, actor=OPERATOR)

    event = Event.objects.get()
    assert event.details == {"account": "anna", "acts": ["publish", "withdraw"]}


# What a rule leaves alone


OWN = {
    "password": lambda anna: accounts.set_own_password(account=anna, password=PASSWORD),
    "email": lambda anna: accounts.set_email(account=anna, email="anna@example.org"),
}


@pytest.mark.parametrize("rule", OWN.values(), ids=OWN)
def test_what_was_done_to_an_account_meanwhile_is_not_undone(rule):
    """Somebody was closed out after their own request began."""
    anna = person(name="anna")
    accounts.close_account(name="anna", actor=OPERATOR)
    assert anna.is_active

    rule(anna)

    assert not User.objects.get(username="anna").is_active


def test_an_invitation_to_who_was_closed_out_by_hand_is_none():
    person(name="anna")
    token = accounts.invite(name="anna", actor=OPERATOR)
    User.objects.update(is_active=False)

    with pytest.raises(NotFoundError):
        accounts.invited(token)


def test_an_invitation_holds_until_there_is_a_password():
    person(name="anna")
    token = accounts.invite(name="anna", actor=OPERATOR)
    accounts.change_password(name="anna", password=PASSWORD, actor=OPERATOR)

    with pytest.raises(NotFoundError):
        accounts.invited(token)
    assert authenticate(username="anna", password=PASSWORD)


def test_whoever_has_a_password_is_not_invited_even_by_a_right_link():
    """Whoever knew what links are made with could make one for any account."""
    anna = person(name="anna")
    anna.set_password(PASSWORD)
    anna.save()
    token = accounts.invitations._TOKENS.make_token(anna)

    with pytest.raises(NotFoundError):
        accounts.invited(f"{int_to_base36(anna.pk)}-{token}")


@pytest.mark.parametrize("number", ["z" * 13, "z" * 14, "1y2p0ij32e8e8"])
def test_a_number_that_no_account_can_have_is_no_invitation(number):
    with pytest.raises(NotFoundError):
        accounts.invited(f"{number}-x-y")


def test_what_others_have_lost_is_not_forgotten():
    person(name="anna")
    kept = app_of(person(name="ben"))

    with pytest.raises(StateError, match="no second factor"):
        accounts.reset_second_factor(name="anna", actor=OPERATOR)

    assert Factor.objects.get() == kept


# What is said of what is typed

WEAK = {
    "fourteen chars": "It needs 15 characters or more.",
    "123456789012345678": "It needs more than figures.",
    "annabel.the.writer": "It is too much like the name.",
    "1q2w3e4r5t6y7u8i9o0p": "Many people have that password.",
}


@pytest.mark.parametrize(("password", "said"), WEAK.items())
def test_why_a_password_is_weak_is_said(password, said):
    anna = person(name="annabel.the.writer")

    with pytest.raises(InvalidQueryError) as refusal:
        accounts.set_own_password(account=anna, password=password)

    problems = refusal.value.problems
    assert said in [one.detail for one in problems]
    assert {(one.place, one.code) for one in problems} == {("password", "weak")}


class NoWordOfToday:
    """A condition of somebody who runs the site themselves."""

    def validate(self, password, user=None):
        raise ValidationError("It needs a word of today.")


def test_what_somebody_else_finds_wrong_is_said_in_their_words(settings):
    settings.AUTH_PASSWORD_VALIDATORS = [{"NAME": f"{__name__}.NoWordOfToday"}]

    with pytest.raises(InvalidQueryError) as refusal:
        accounts.set_own_password(account=person(), password=PASSWORD)

    assert [one.detail for one in refusal.value.problems] == [
        "It needs a word of today."
    ]


@pytest.mark.parametrize(
    ("rule", "place"),
    [
        (
            lambda anna: accounts.add_account(
                name="two words", password=None, acts=[], actor=OPERATOR
            ),
            "name",
        ),
        (lambda anna: accounts.set_email(account=anna, email="anna"), "email"),
    ],
    ids=["name", "email"],
)
def test_what_is_no_name_and_no_address_is_invalid(rule, place):
    with pytest.raises(InvalidQueryError) as refusal:
        rule(person())

    (problem,) = refusal.value.problems
    assert (problem.place, problem.code) == (place, "invalid")


# Whose accounts they are


def families():
    """Return which accounts are one person's."""
    rows = User.objects.order_by("username")
    return {row.username: User.objects.get(pk=row.person).username for row in rows}


@pytest.fixture
def two_families(db):
    """Return what ``families`` says of five accounts of two persons."""
    for name in ("anna", "ben", "carys", "dora", "eve"):
        person(name=name)
    accounts.mark_as_one_person(names=["anna", "ben", "carys"], actor=OPERATOR)
    accounts.mark_as_one_person(names=["dora", "eve"], actor=OPERATOR)
    return families()


def test_two_families_are_two_persons(two_families):
    assert two_families == {
        "anna": "anna",
        "ben": "anna",
        "carys": "anna",
        "dora": "dora",
        "eve": "dora",
    }


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("anna", {"anna": "anna", "ben": "ben", "carys": "ben"}),
        ("ben", {"ben": "ben"}),
        ("dora", {"dora": "dora", "eve": "eve"}),
        ("eve", {"eve": "eve"}),
    ],
)
def test_who_is_a_person_of_their_own_leaves_the_others_together(
    two_families, name, changed
):
    """Also the account that stood for them all."""
    user = accounts.mark_as_own_person(name=name, actor=OPERATOR)

    assert user.person == user.pk
    assert families() == two_families | changed
    assert Event.objects.latest("pk").details == {"accounts": [name]}


@pytest.mark.parametrize("names", [["ben", "eve"], ["eve", "carys"], ["anna", "dora"]])
def test_two_persons_who_are_one_have_all_their_accounts(two_families, names):
    person(name="fflur")

    users = accounts.mark_as_one_person(names=names, actor=OPERATOR)

    assert families() == dict.fromkeys(two_families, "anna") | {"fflur": "fflur"}
    assert [user.username for user in users] == sorted(two_families)


def test_two_accounts_of_one_person_are_one_already(two_families):
    with pytest.raises(StateError, match="two accounts"):
        accounts.mark_as_one_person(names=["ben", "carys"], actor=OPERATOR)

    assert families() == two_families


# Where somebody is signed in


def test_the_place_used_last_comes_first():
    anna = person(name="anna")
    for seen in (300, 100, 700, 500, 900, 200):
        signed_in(anna, 1000 - seen, seen=seen)

    shown = [int(seat.seen.timestamp()) for seat in accounts.seats_of(anna)]

    assert shown == [900, 700, 500, 300, 200, 100]


def test_all_but_one_are_ended_and_nobody_elses():
    anna, ben = person(name="anna"), person(name="ben")
    keys = [signed_in(anna), signed_in(anna), signed_in(anna), signed_in(ben)]

    accounts.end_other_sessions(account=anna, key=keys[1])

    left = {*Session.objects.values_list("session_key", flat=True)}
    assert left == {keys[1], keys[3]}


def test_where_a_session_is_over_nobody_is_signed_in():
    anna = person(name="anna")
    key = signed_in(anna)
    over = timezone.now() - timedelta(seconds=1)
    Session.objects.filter(pk=key).update(expire_date=over)

    assert accounts.seats_of(anna) == []


@pytest.mark.parametrize("began", [None, "then"])
def test_a_session_that_does_not_say_since_when_is_listed_as_the_oldest(began):
    """It began by Django's own means, and not by those of the desk."""
    anna = person(name="anna")
    signed_in(anna, began)
    signed_in(anna, 100)

    newer, older = accounts.seats_of(anna)

    assert older.began == older.seen == datetime(1970, 1, 1, tzinfo=UTC)
    assert newer.began == datetime(1970, 1, 1, 0, 1, 40, tzinfo=UTC)
