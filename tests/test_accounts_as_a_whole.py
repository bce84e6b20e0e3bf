"""What is done to an account is done as a whole, or not: nobody is let in by half."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from glossary import accounts
from glossary.models import Act, Event, Factor, FactorKind, RecoveryCode, User
from glossary.second_factors import (
    add_app,
    add_passkey,
    is_right_code,
    new_recovery_codes,
    options_to_add,
    remove_factor,
    secret_of,
)
from glossary.second_factors.codes import code_at
from tests.factories import OPERATOR, person
from tests.rows import NotRecordedError, everything, let_recording_fail
from tests.second_factors.device import Device
from tests.test_invitations import signed_in

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db

PASSWORD = "three words of mine"
SALT = "a salt"
NOW = 1_800_000_000


def of_anna(rule: Callable[..., object], **more: Any) -> Callable[..., object]:
    """Return a rule that is asked by its owner's name, by the command line."""
    return lambda given, anna: rule(name="anna", actor=OPERATOR, **more)


def by_anna(rule: Callable[..., object], **more: Any) -> Callable[..., object]:
    """Return a rule about somebody's own account."""
    return lambda given, anna: rule(account=anna, **more)


def nothing(anna: User) -> None:
    pass


def one_person(anna: User) -> None:
    accounts.mark_as_one_person(names=["anna", "ben"], actor=OPERATOR)


def app_of(anna: User) -> Factor:
    return add_app(
        account=anna, salt=SALT, code=code_at(secret_of(SALT), NOW // 30), name="phone"
    )


def with_app(anna: User) -> Factor:
    """Return an app of somebody who has codes on paper, too."""
    new_recovery_codes(account=anna)
    return app_of(anna)


def made_by_a_browser(anna: User) -> dict[str, Any]:
    options, state = options_to_add(anna)
    return {"state": state, "answer": Device().make(json.loads(json.dumps(options)))}


RULES: dict[str, tuple[Callable[[User], Any], Callable[[Any, User], object]]] = {
    "add_account": (
        nothing,
        lambda _, anna: accounts.add_account(
            name="carys", password=PASSWORD, acts=[Act.PUBLISH], actor=OPERATOR
        ),
    ),
    "allow": (nothing, of_anna(accounts.allow, acts=[Act.WITHDRAW])),
    "forbid": (nothing, of_anna(accounts.forbid, acts=[Act.PUBLISH])),
    "change_password": (nothing, of_anna(accounts.change_password, password=PASSWORD)),
    "close_account": (nothing, of_anna(accounts.close_account)),
    "reopen_account": (
        lambda anna: accounts.close_account(name="anna", actor=OPERATOR),
        of_anna(accounts.reopen_account),
    ),
    "end_sessions": (nothing, of_anna(accounts.end_sessions)),
    "reset_second_factor": (with_app, of_anna(accounts.reset_second_factor)),
    "invite": (nothing, of_anna(accounts.invite)),
    "accept": (
        lambda anna: accounts.invite(name="anna", actor=OPERATOR),
        lambda token, _: accounts.accept(token=token, password=PASSWORD),
    ),
    "mark_as_one_person": (
        nothing,
        lambda _, anna: accounts.mark_as_one_person(
            names=["anna", "ben"], actor=OPERATOR
        ),
    ),
    "mark_as_own_person": (one_person, of_anna(accounts.mark_as_own_person)),
    "set_own_password": (
        nothing,
        by_anna(accounts.set_own_password, password=PASSWORD),
    ),
    "set_email": (nothing, by_anna(accounts.set_email, email="anna@example.org")),
    "end_own_sessions": (
        lambda anna: [accounts.seats_of(anna)[0].name],
        lambda names, anna: accounts.end_own_sessions(account=anna, names=names),
    ),
    "add_app": (nothing, lambda _, anna: app_of(anna)),
    "add_passkey": (
        made_by_a_browser,
        lambda given, anna: add_passkey(account=anna, name="phone", **given),
    ),
    "remove_factor": (
        with_app,
        lambda row, anna: remove_factor(account=anna, number=row.pk),
    ),
    "new_recovery_codes": (
        lambda anna: new_recovery_codes(account=anna),
        by_anna(new_recovery_codes),
    ),
    "a code on paper": (
        lambda anna: new_recovery_codes(account=anna)[0],
        lambda code, anna: is_right_code(account=anna, code=code),
    ),
}
"""What has to be there before each rule, and the rule."""


@pytest.fixture
def anna(monkeypatch):
    monkeypatch.setattr("glossary.second_factors.codes.time", lambda: float(NOW))
    user = person(Act.PUBLISH, name="anna")
    person(name="ben")
    signed_in(user, 100)
    signed_in(user, 200)
    return user


@pytest.mark.parametrize("rule", RULES)
def test_what_cannot_be_recorded_is_not_done(rule, anna, monkeypatch):
    prepare, act = RULES[rule]
    given = prepare(anna)
    anna.refresh_from_db()
    before = everything()
    let_recording_fail(monkeypatch)

    with pytest.raises(NotRecordedError):
        act(given, anna)

    assert everything() == before


@pytest.mark.parametrize("rule", RULES)
def test_what_is_done_is_recorded_about_whom_and_by_whom(rule, anna):
    prepare, act = RULES[rule]
    given = prepare(anna)
    anna.refresh_from_db()
    before, events = everything(), Event.objects.count()

    act(given, anna)

    event = Event.objects.latest("pk")
    assert Event.objects.count() > events
    assert everything() != before
    whose = event.details.get("account") or event.details["accounts"]
    assert "carys" in whose if rule == "add_account" else "anna" in whose
    is_own = rule in OWN
    assert (event.actor, event.actor_name) == (
        (anna, "anna") if is_own else (None, "operator")
    )


@pytest.mark.parametrize(
    "rule",
    [
        "allow",
        "forbid",
        "change_password",
        "close_account",
        "reopen_account",
        "end_sessions",
        "reset_second_factor",
        "accept",
        "mark_as_own_person",
        "set_own_password",
        "set_email",
    ],
)
def test_what_a_rule_returns_is_the_account_as_it_is_now(rule, anna):
    prepare, act = RULES[rule]
    given = prepare(anna)
    anna.refresh_from_db()

    returned = act(given, anna)

    fields = ("pk", "password", "is_active", "email", "same_as_id")
    row = User.objects.values(*fields).get(username="anna")
    assert {name: getattr(returned, name) for name in fields} == row


OWN = {
    "accept",
    "set_own_password",
    "set_email",
    "end_own_sessions",
    "add_app",
    "add_passkey",
    "remove_factor",
    "new_recovery_codes",
    "a code on paper",
}
"""What somebody does about their own account."""


@pytest.mark.parametrize(
    ("rule", "left"),
    [
        ("change_password", 0),
        ("close_account", 0),
        ("end_sessions", 0),
        ("reset_second_factor", 0),
        ("invite", 0),
        ("set_own_password", 0),
        ("end_own_sessions", 1),
        ("allow", 2),
        ("set_email", 2),
    ],
)
def test_who_could_have_come_in_otherwise_is_signed_out(rule, left, anna):
    prepare, act = RULES[rule]
    given = prepare(anna)
    anna.refresh_from_db()
    ben = User.objects.get(username="ben")
    signed_in(ben, 300)

    act(given, anna)

    assert len(accounts.seats_of(anna)) == left
    assert len(accounts.seats_of(ben)) == 1


def test_a_second_factor_that_is_reset_takes_the_paper_along_and_nobody_elses(anna):
    with_app(anna)
    ben = User.objects.get(username="ben")
    new_recovery_codes(account=ben)
    others = Factor.objects.create(
        account=ben,
        kind=FactorKind.APP,
        name="phone",
        secret="another",
        counter=0,
        added_at=Event.objects.latest("pk").at,
    )

    accounts.reset_second_factor(name="anna", actor=OPERATOR)

    assert list(Factor.objects.all()) == [others]
    assert set(RecoveryCode.objects.values_list("account", flat=True)) == {ben.pk}
