"""The codes of an app, and those on paper: right once, and never again."""

from __future__ import annotations

import pytest

from glossary.errors import InvalidQueryError, NotFoundError, StateError
from glossary.models import Act, Action, Event, Factor, RecoveryCode
from glossary.second_factors import (
    add_app,
    has_factor,
    is_right_code,
    must_have_factor,
    new_recovery_codes,
    remove_factor,
    rename_factor,
    secret_of,
    unknown_acts,
)
from glossary.second_factors.codes import code_at
from tests.factories import person

pytestmark = pytest.mark.django_db

SALT = "a salt"


class Clock:
    now = 1_800_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def time(monkeypatch):
    clock = Clock()
    monkeypatch.setattr("glossary.second_factors.codes.time", clock)
    return clock


@pytest.fixture
def anna(db):
    return person(name="anna")


def code(time, steps=0, salt=SALT):
    """Return what an app shows, or did some steps ago."""
    return code_at(secret_of(salt), int(time.now) // 30 + steps)


@pytest.fixture
def app(anna, time):
    factor = add_app(account=anna, salt=SALT, code=code(time), name="phone")
    time.now += 90
    return factor


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1234567890, "005924"),
        (2000000000, "279037"),
        (20000000000, "353130"),
    ],
)
def test_codes_are_those_of_the_standard(seconds, shown):
    """RFC 6238, appendix B, in its last six figures."""
    assert code_at(b"12345678901234567890", seconds // 30) == shown


def test_the_secret_is_as_long_as_it_should_be_and_another_for_each_salt():
    assert len(secret_of("a")) == 20
    assert secret_of("a") != secret_of("b")


def test_apps_that_were_added_show_what_is_right_after_an_update_too(settings):
    settings.SECRET_KEY = "x" * 50

    assert secret_of("a salt").hex() == "3e7dce53564f73d002bffe4daae8318bef0b1f38"


def test_with_another_secret_key_it_is_another_secret(settings):
    before = secret_of("a")
    settings.SECRET_KEY = "x" * 50

    assert secret_of("a") != before


@pytest.mark.parametrize("steps", [-1, 0, 1])
def test_a_code_of_about_now_is_right(app, anna, time, steps):
    assert is_right_code(account=anna, code=code(time, steps))
    assert Factor.objects.get().used_at


@pytest.mark.parametrize("steps", [-3, -2, 2, 3])
def test_one_of_another_time_is_wrong(app, anna, time, steps):
    assert not is_right_code(account=anna, code=code(time, steps))


def test_a_code_is_typed_with_a_space_too(app, anna, time):
    shown = code(time)

    assert is_right_code(account=anna, code=f" {shown[:3]} {shown[3:]} ")


@pytest.mark.parametrize("steps", [-1, 0, 1])
def test_it_is_taken_once(app, anna, time, steps):
    assert is_right_code(account=anna, code=code(time, steps))
    assert not is_right_code(account=anna, code=code(time, steps))


@pytest.mark.parametrize("steps", [-1, 0])
def test_the_one_after_it_is_right_as_well(app, anna, time, steps):
    assert is_right_code(account=anna, code=code(time, steps))
    assert is_right_code(account=anna, code=code(time, steps + 1))


def test_after_a_later_one_no_earlier_one_is_taken(app, anna, time):
    assert is_right_code(account=anna, code=code(time, 1))
    assert not is_right_code(account=anna, code=code(time))


def test_the_one_with_which_an_app_was_added_is_not_taken_again(anna, time):
    add_app(account=anna, salt=SALT, code=code(time), name="")

    assert not is_right_code(account=anna, code=code(time))


def test_it_is_nobody_elses(app, time):
    assert not is_right_code(account=person(name="ben"), code=code(time))


@pytest.mark.parametrize(
    "typed", ["", "12345", "1234567", "abcdef", "٠٠٠٠٠٠", "½½½½½½"]
)
def test_what_is_no_code_is_wrong(app, anna, typed):
    assert not is_right_code(account=anna, code=typed)


@pytest.mark.parametrize("typed", ["", "000000", "٠٠٠٠٠٠", "x"])
def test_an_app_that_shows_something_else_is_not_added(anna, time, typed):
    with pytest.raises(InvalidQueryError) as refusal:
        add_app(account=anna, salt=SALT, code=typed, name="")

    (problem,) = refusal.value.problems
    assert (problem.place, problem.code) == ("code", "wrong")
    assert not has_factor(anna)


def test_an_app_is_added_with_a_space_in_its_code_too(anna, time):
    shown = code(time)

    add_app(account=anna, salt=SALT, code=f" {shown[:3]} {shown[3:]} ", name="phone")

    assert has_factor(anna)


def test_that_it_was_added_is_written_down_without_a_secret(app, anna):
    event = Event.objects.get()

    assert (event.action, event.actor) == (Action.FACTOR_ADDED, anna)
    assert event.details == {"account": "anna", "factor": "app"}
    assert has_factor(anna)


# On paper


def test_ten_codes_are_made_and_none_is_kept(anna):
    codes = new_recovery_codes(account=anna)

    assert len({*codes}) == 10
    assert all(len(one) == 19 for one in codes)
    kept = " ".join(RecoveryCode.objects.values_list("digest", flat=True))
    assert not any(one in kept or one.replace("-", "") in kept for one in codes)
    assert Event.objects.get().action == Action.RECOVERY_CODES_MADE


@pytest.mark.parametrize("typed", [str, str.upper, lambda one: one.replace("-", " ")])
def test_a_code_on_paper_is_right_once(anna, typed):
    codes = new_recovery_codes(account=anna)

    assert is_right_code(account=anna, code=typed(codes[0]))
    assert not is_right_code(account=anna, code=codes[0])
    assert is_right_code(account=anna, code=codes[9])
    assert Event.objects.last().details == {"account": "anna", "left": 8}


def test_new_ones_make_the_old_ones_void(anna):
    codes = new_recovery_codes(account=anna)
    new_recovery_codes(account=anna)

    assert not is_right_code(account=anna, code=codes[0])


def test_a_code_on_paper_is_nobody_elses(anna):
    codes = new_recovery_codes(account=anna)

    assert not is_right_code(account=person(name="ben"), code=codes[0])


# Names, and the end


def test_one_can_be_called_something_else(app, anna):
    rename_factor(account=anna, number=app.pk, name="  old   phone " + "x" * 99)

    app.refresh_from_db()
    assert app.name.startswith("old phone x")
    assert len(app.name) == 60


def test_nobody_touches_what_is_somebody_elses(app):
    ben = person(name="ben")

    with pytest.raises(NotFoundError):
        rename_factor(account=ben, number=app.pk, name="x")
    with pytest.raises(NotFoundError):
        remove_factor(account=ben, number=app.pk)
    assert Factor.objects.get().name == "phone"


def test_with_the_last_one_the_paper_goes(app, anna):
    new_recovery_codes(account=anna)

    remove_factor(account=anna, number=app.pk)

    assert not has_factor(anna)
    assert not RecoveryCode.objects.exists()
    assert Event.objects.last().action == Action.FACTOR_REMOVED


def test_who_must_have_one_keeps_one(app, time, settings, anna):
    settings.DESK_SECOND_FACTOR = ["everybody"]
    with pytest.raises(StateError, match="Add another"):
        remove_factor(account=anna, number=app.pk)
    new_recovery_codes(account=anna)
    other = add_app(account=anna, salt="b", code=code(time, salt="b"), name="")

    remove_factor(account=anna, number=app.pk)

    assert Factor.objects.get() == other
    assert RecoveryCode.objects.count() == 10


# Who must have one

CASES = [
    (["nobody"], [Act.PUBLISH], False),
    (["changes"], [Act.PUBLISH], True),
    (["changes"], [Act.MANAGE_ACCOUNTS], True),
    (["changes"], ["write_en", "write_cy"], False),
    (["changes"], [], False),
    (["changes", "write_en"], ["write_en"], True),
    (["everybody"], [], True),
    (["withdraw"], [Act.PUBLISH], False),
    (["withdraw", "publish"], [Act.PUBLISH], True),
]


@pytest.mark.parametrize(("asked", "acts", "must"), CASES)
def test_who_must_have_one_is_a_setting(settings, asked, acts, must):
    settings.DESK_SECOND_FACTOR = asked

    assert must_have_factor(person(*acts)) is must


def test_whoever_may_do_everything_is_asked_too(settings):
    settings.DESK_SECOND_FACTOR = ["changes"]

    assert must_have_factor(person(is_superuser=True))


def test_a_misspelt_act_is_found(settings):
    settings.DESK_SECOND_FACTOR = ["publish", "changes", "everybody", "nobody"]
    assert unknown_acts() == []

    settings.DESK_SECOND_FACTOR += ["widraw", "pubish", "chanhes", "nobudy", "everyboy"]
    assert unknown_acts() == ["chanhes", "everyboy", "nobudy", "pubish", "widraw"]
