"""Of two accounts, and of two second factors, only the one that is meant is touched."""

from __future__ import annotations

import json

import pytest

from glossary.errors import StateError
from glossary.models import Act, Event, Factor, FactorKind, RecoveryCode
from glossary.second_factors import (
    add_app,
    add_passkey,
    has_factor,
    has_passkey,
    is_right_code,
    new_recovery_codes,
    options_to_add,
    options_to_show,
    remove_factor,
    rename_factor,
    secret_of,
    whose_passkey,
)
from glossary.second_factors.codes import code_at
from tests.factories import person
from tests.second_factors.device import Device

NOW = 1_800_000_000


@pytest.fixture(autouse=True)
def time_stands_still(monkeypatch):
    monkeypatch.setattr("glossary.second_factors.codes.time", lambda: float(NOW))


@pytest.fixture
def anna(db):
    return person(Act.PUBLISH, name="anna")


@pytest.fixture
def ben(db):
    return person(name="ben")


def code(salt, steps=0):
    return code_at(secret_of(salt), NOW // 30 + steps)


def app(account, salt):
    return add_app(account=account, salt=salt, code=code(salt), name=salt)


def passkey(account, device):
    options, state = options_to_add(account)
    answer = device.make(json.loads(json.dumps(options)))
    return add_passkey(account=account, state=state, answer=answer, name="a key")


def shown(device, account=None):
    options, state = options_to_show(account)
    answer = device.show(json.loads(json.dumps(options)))
    return whose_passkey(state=state, answer=answer)


def test_each_passkey_lets_in_its_owner_and_nobody_else(anna, ben):
    devices = [Device(credential=bytes([number]) * 16) for number in range(3)]
    rows = [
        passkey(account, device)
        for account, device in zip([anna, ben, ben], devices, strict=True)
    ]

    assert [shown(device) for device in devices] == [anna, ben, ben]
    assert [row.account for row in rows] == [anna, ben, ben]


def test_the_counter_of_each_passkey_is_its_own(anna):
    first, second = Device(counter=5), Device(counter=900, credential=b"another")
    passkey(anna, first)
    passkey(anna, second)

    assert shown(second) == anna
    assert shown(first) == anna
    assert list(Factor.objects.values_list("counter", flat=True)) == [6, 901]


def test_only_passkeys_are_asked_for_and_only_ones_own(anna, ben):
    app(anna, "phone")
    own = passkey(anna, Device(credential=b"that of anna"))
    passkey(ben, Device(credential=b"that of ben"))

    made, _ = options_to_add(anna)
    asked, _ = options_to_show(anna)

    told = json.loads(json.dumps(made))["excludeCredentials"]
    asked_for = json.loads(json.dumps(asked))["allowCredentials"]
    assert [row["id"] for row in told] == [own.credential]
    assert [row["id"] for row in asked_for] == [own.credential]


def test_each_app_takes_its_own_codes_once(anna, ben):
    rows = [app(anna, "phone"), app(anna, "tablet"), app(ben, "laptop")]

    for row in rows:
        assert is_right_code(account=row.account, code=code(row.name, 1))
        row.refresh_from_db()
    assert [row.counter for row in rows] == [NOW // 30 + 1] * 3
    assert not is_right_code(account=anna, code=code("phone", 1))


def test_a_code_says_nothing_of_other_apps(anna):
    app(anna, "phone")
    other = app(anna, "tablet")

    assert is_right_code(account=anna, code=code("phone", 1))

    other.refresh_from_db()
    assert (other.counter, other.used_at) == (NOW // 30, None)


def test_a_passkey_shows_no_codes(anna):
    """Its public key is no secret, and nobody shows anything with it alone."""
    row = passkey(anna, Device())

    assert not is_right_code(account=anna, code=code(row.secret))


def test_only_ones_own_codes_on_paper_are_counted(anna, ben):
    new_recovery_codes(account=ben)
    codes = new_recovery_codes(account=anna)

    assert is_right_code(account=anna, code=codes[0])

    assert Event.objects.last().details == {"account": "anna", "left": 9}
    used = RecoveryCode.objects.exclude(used_at=None)
    assert [row.account for row in used] == [anna]


def test_new_codes_on_paper_make_nobody_elses_void(anna, ben):
    codes = new_recovery_codes(account=ben)
    new_recovery_codes(account=anna)

    assert is_right_code(account=ben, code=codes[0])


def test_of_two_the_one_that_is_meant_is_called_something_else(anna, ben):
    rows = [app(anna, "phone"), app(anna, "tablet"), app(ben, "laptop")]

    rename_factor(account=anna, number=rows[1].pk, name="old tablet")

    names = Factor.objects.order_by("pk").values_list("name", flat=True)
    assert list(names) == ["phone", "old tablet", "laptop"]


def test_a_name_leaves_the_rest_as_it_is(anna):
    row = app(anna, "phone")
    before = Factor.objects.values().get()

    rename_factor(account=anna, number=row.pk, name="old phone")

    assert Factor.objects.values().get() == before | {"name": "old phone"}


def test_of_two_the_one_that_is_meant_goes_and_the_paper_stays(anna, ben):
    rows = [app(anna, "phone"), app(anna, "tablet"), app(ben, "laptop")]
    new_recovery_codes(account=anna)

    remove_factor(account=anna, number=rows[1].pk)

    assert list(Factor.objects.order_by("pk")) == [rows[0], rows[2]]
    assert RecoveryCode.objects.filter(account=anna).count() == 10


def test_with_the_last_one_goes_ones_own_paper_alone(anna, ben):
    row = app(anna, "phone")
    app(ben, "laptop")
    new_recovery_codes(account=anna)
    new_recovery_codes(account=ben)

    remove_factor(account=anna, number=row.pk)

    assert [one.account for one in Factor.objects.all()] == [ben]
    assert {one.account for one in RecoveryCode.objects.all()} == {ben}


def test_what_others_have_is_no_reason_to_go_without(anna, ben, settings):
    """Who may publish must have one here; that somebody else has two does not help."""
    settings.DESK_SECOND_FACTOR = ["changes"]
    row = app(anna, "phone")
    app(ben, "laptop")
    app(ben, "tablet")

    with pytest.raises(StateError, match="Add another"):
        remove_factor(account=anna, number=row.pk)

    assert has_factor(anna)


def test_what_somebody_has_is_no_one_elses(anna, ben):
    app(anna, "phone")
    assert (has_factor(anna), has_factor(ben)) == (True, False)
    assert (has_passkey(anna), has_passkey(ben)) == (False, False)

    row = passkey(ben, Device())
    assert (has_passkey(anna), has_passkey(ben)) == (False, True)
    assert (has_factor(anna), has_factor(ben)) == (True, True)
    assert row.kind == FactorKind.PASSKEY
