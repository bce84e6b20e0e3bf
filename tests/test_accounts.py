"""Accounts: who may make them, for whom, and what is written down."""

from __future__ import annotations

import pytest
from django.contrib.auth import authenticate

from glossary import accounts
from glossary.errors import (
    InvalidQueryError,
    NotFoundError,
    PermissionDeniedError,
    StateError,
)
from glossary.models import Act, Action, Event, User
from glossary.permissions import acts_of
from tests.factories import OPERATOR, person

pytestmark = pytest.mark.django_db

PASSWORD = "three words of mine"


def add(name="anna", password=PASSWORD, acts=(Act.PUBLISH,), actor=OPERATOR):
    return accounts.add_account(name=name, password=password, acts={*acts}, actor=actor)


def known(name="anna"):
    return User.objects.get(username=name)


def recorded():
    """Return what was written down, and about whom."""
    return [
        (event.action, event.actor_name, event.details)
        for event in Event.objects.order_by("id")
    ]


def test_an_account_may_do_what_was_said_and_nothing_else():
    add(acts=[Act.PUBLISH, Act.WITHDRAW])

    assert acts_of(known()) == (Act.PUBLISH, Act.WITHDRAW)
    assert authenticate(username="anna", password=PASSWORD) == known()
    assert (known().is_staff, known().is_superuser) == (False, False)


def test_it_is_written_down_without_the_password():
    add(acts=[Act.WITHDRAW, Act.PUBLISH])

    details = {"account": "anna", "acts": ["publish", "withdraw"]}
    assert recorded() == [(Action.ACCOUNT_ADDED, "operator", details)]


@pytest.mark.parametrize("name", ["anna", "ANNA", " Anna", "ａｎｎａ"])
def test_a_name_belongs_to_one_account_however_it_is_written(name):
    add()

    with pytest.raises(StateError, match="already"):
        add(name)

    assert User.objects.count() == 1


def test_a_name_is_kept_in_small_letters():
    assert add("Siân.ẞ").username == "siân.ss"


@pytest.mark.parametrize("name", ["", "two words", "a/b", "<b>", "a" * 151, "\0"])
def test_what_is_no_name_is_refused(name):
    with pytest.raises(InvalidQueryError) as refusal:
        add(name)

    assert {one.place for one in refusal.value.problems} == {"name"}
    assert User.objects.count() == 0


@pytest.mark.parametrize(
    "password",
    [
        pytest.param("", id="none"),
        pytest.param("fourteen chars", id="short"),
        pytest.param("123456789012345678", id="digits"),
        pytest.param("annabel.the.writer", id="the-name"),
        pytest.param("1q2w3e4r5t6y7u8i9o0p", id="in-a-list"),
    ],
)
def test_a_password_that_can_be_guessed_is_refused(password):
    with pytest.raises(InvalidQueryError) as refusal:
        add("annabel.the.writer", password)

    assert {one.place for one in refusal.value.problems} == {"password"}
    assert User.objects.count() == 0
    add("annabel.the.writer")

    with pytest.raises(InvalidQueryError):
        accounts.change_password(
            name="annabel.the.writer", password=password, actor=OPERATOR
        )


def test_more_can_be_allowed_and_taken_back():
    add()

    accounts.allow(name="Anna", acts={Act.WITHDRAW, Act.PUBLISH}, actor=OPERATOR)
    assert acts_of(known()) == (Act.PUBLISH, Act.WITHDRAW)

    accounts.forbid(name="anna", acts={Act.PUBLISH}, actor=OPERATOR)
    assert acts_of(known()) == (Act.WITHDRAW,)
    assert [row[0] for row in recorded()[1:]] == [
        Action.ACCOUNT_ALLOWED,
        Action.ACCOUNT_FORBIDDEN,
    ]
    assert recorded()[-1][2] == {"account": "anna", "acts": ["publish"]}


def test_who_may_do_everything_is_not_said_to_be_forbidden_anything():
    person(name="mighty", is_superuser=True)

    with pytest.raises(StateError, match="may do everything"):
        accounts.forbid(name="mighty", acts={Act.PUBLISH}, actor=OPERATOR)
    assert not Event.objects.exists()


def test_what_is_returned_is_the_account_as_it_is_now():
    add(acts=[])

    assert acts_of(accounts.allow(name="anna", acts={Act.PUBLISH}, actor=OPERATOR)) == (
        Act.PUBLISH,
    )
    assert not acts_of(accounts.forbid(name="anna", acts={Act.PUBLISH}, actor=OPERATOR))


def test_a_password_can_be_changed():
    add()

    accounts.change_password(name="anna", password="three other words", actor=OPERATOR)

    assert authenticate(username="anna", password=PASSWORD) is None
    assert authenticate(username="anna", password="three other words")
    details = {"account": "anna"}
    assert recorded()[-1] == (Action.PASSWORD_CHANGED, "operator", details)


def test_who_is_shut_out_can_be_let_in_again():
    add()

    accounts.close_account(name="anna", actor=OPERATOR)
    assert authenticate(username="anna", password=PASSWORD) is None
    assert acts_of(known()) == ()

    accounts.reopen_account(name="anna", actor=OPERATOR)
    assert acts_of(known()) == (Act.PUBLISH,)
    assert [row[0] for row in recorded()[1:]] == [
        Action.ACCOUNT_CLOSED,
        Action.ACCOUNT_REOPENED,
    ]


@pytest.mark.parametrize(
    ("first", "again", "state"),
    [
        ((), accounts.reopen_account, "open"),
        ((accounts.close_account,), accounts.close_account, "closed"),
    ],
)
def test_what_was_done_already_is_not_done_again(first, again, state):
    add()
    for rule in first:
        rule(name="anna", actor=OPERATOR)
    before = len(recorded())

    with pytest.raises(StateError, match=f"is {state} already"):
        again(name="anna", actor=OPERATOR)

    assert len(recorded()) == before


RULES = {
    "allow": lambda actor: accounts.allow(
        name="anna", acts={Act.WITHDRAW}, actor=actor
    ),
    "forbid": lambda actor: accounts.forbid(
        name="anna", acts={Act.PUBLISH}, actor=actor
    ),
    "password": lambda actor: accounts.change_password(
        name="anna", password="three other words", actor=actor
    ),
    "close": lambda actor: accounts.close_account(name="anna", actor=actor),
    "reopen": lambda actor: accounts.reopen_account(name="anna", actor=actor),
}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_there_is_nobody_by_another_name(rule):
    add("ben")

    with pytest.raises(NotFoundError, match="“anna”"):
        rule(OPERATOR)


@pytest.mark.parametrize(
    "rule",
    [*RULES.values(), lambda actor: add("ben", actor=actor)],
    ids=[*RULES, "add"],
)
def test_who_may_do_all_else_may_not_manage_accounts(rule):
    add()
    before = recorded(), known().password, known().is_active, acts_of(known())
    nearly = person(*({*Act} - {Act.MANAGE_ACCOUNTS}))

    with pytest.raises(PermissionDeniedError):
        rule(nearly)

    assert (
        recorded(),
        known().password,
        known().is_active,
        acts_of(known()),
    ) == before


def test_who_manages_accounts_gives_away_only_what_they_may_do():
    manager = person(Act.MANAGE_ACCOUNTS, Act.PUBLISH)

    assert acts_of(add(acts=[Act.PUBLISH], actor=manager)) == (Act.PUBLISH,)
    with pytest.raises(PermissionDeniedError, match="withdraw"):
        add("ben", acts=[Act.PUBLISH, Act.WITHDRAW], actor=manager)
    with pytest.raises(PermissionDeniedError, match="withdraw"):
        accounts.allow(name="anna", acts={Act.WITHDRAW}, actor=manager)

    assert User.objects.filter(username="ben").count() == 0
    assert recorded()[-1][1] == "somebody"


# Whose they are


def persons():
    return {user.username: user.person for user in User.objects.all()}


def test_an_account_is_a_person_of_its_own_unless_somebody_says_otherwise():
    anna, ben = add("anna"), add("ben")

    assert persons() == {"anna": anna.pk, "ben": ben.pk}
    accounts.mark_as_one_person(names=["Ben", "ANNA"], actor=OPERATOR)
    assert set(persons().values()) == {anna.pk}


@pytest.mark.parametrize("names", [[], ["anna"], ["anna", "ANNA"]])
def test_one_account_is_one_person_already(names):
    add("anna")

    with pytest.raises(StateError, match="two accounts"):
        accounts.mark_as_one_person(names=names, actor=OPERATOR)


def test_what_is_said_twice_is_told():
    add("anna")
    add("ben")
    accounts.mark_as_one_person(names=["anna", "ben"], actor=OPERATOR)

    with pytest.raises(StateError, match="two accounts"):
        accounts.mark_as_one_person(names=["anna", "ben"], actor=OPERATOR)
    accounts.mark_as_own_person(name="ben", actor=OPERATOR)
    for name in ("anna", "ben"):
        with pytest.raises(StateError, match="own already"):
            accounts.mark_as_own_person(name=name, actor=OPERATOR)


def test_whose_accounts_they_are_is_written_down():
    for name in ("anna", "ben", "carys"):
        add(name)
    accounts.mark_as_one_person(names=["anna", "ben"], actor=OPERATOR)
    accounts.mark_as_one_person(names=["carys", "anna"], actor=OPERATOR)
    accounts.mark_as_own_person(name="carys", actor=OPERATOR)

    assert [(what, told) for what, _, told in recorded()[3:]] == [
        (Action.ACCOUNTS_ARE_ONE_PERSON, {"accounts": ["anna", "ben"]}),
        (Action.ACCOUNTS_ARE_ONE_PERSON, {"accounts": ["anna", "ben", "carys"]}),
        (Action.ACCOUNT_IS_OWN_PERSON, {"accounts": ["carys"]}),
    ]


@pytest.mark.parametrize("token", ["", "-", "?-x", "zz", "9" * 40 + "-x", "1-x"])
def test_an_invitation_that_is_none_lets_nobody_in(token):
    person(name="anna")

    with pytest.raises(NotFoundError):
        accounts.invited(token)


def test_an_address_for_letters_belongs_to_one_account(db):
    anna, ben = person(name="anna"), person(name="ben")
    accounts.set_email(account=anna, email="Anna@Example.org")

    with pytest.raises(StateError, match="another account"):
        accounts.set_email(account=ben, email="anna@example.ORG")

    assert not User.objects.get(pk=ben.pk).email


def test_an_address_for_letters_can_go_again(db):
    anna = person(name="anna")
    accounts.set_email(account=anna, email="anna@example.org")

    accounts.set_email(account=anna, email=" ")

    assert not User.objects.get(pk=anna.pk).email
    changed = Event.objects.filter(action=Action.EMAIL_CHANGED, actor=anna)
    assert changed.count() == 2
