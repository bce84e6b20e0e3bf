"""Who has a second factor shows it: by a passkey, by an app, or from paper."""

from __future__ import annotations

import pytest
from django.contrib.sessions.models import Session

from glossary import accounts
from glossary.limits import SECOND_STEPS, SECOND_STEPS_BY_ALL
from glossary.second_factors import new_recovery_codes
from tests.desk.conftest import PASSWORD
from tests.desk.people.conftest import said, shown
from tests.factories import OPERATOR, person
from tests.second_factors.device import Device
from tests.web.html import read

HOME, STEP, SIGN_IN = "/desk/en/", "/desk/en/second-step/", "/desk/en/sign-in/"
WELSH_STEP = "/desk/cy/ail-gam/"


@pytest.fixture
def half(browse, carys):
    """A browser of somebody who has told Carys's password."""
    browser = browse()
    assert browser.sign_in("carys", PASSWORD).headers["location"] == STEP
    return browser


def is_in(browser):
    return browser.get(HOME).status == 200


def test_a_password_alone_lets_nobody_in(half):
    assert not is_in(half)
    assert half.get("/desk/en/account/").status == 302


def test_who_has_lost_everything_is_told_who_can_help(half):
    main = read(half.get(STEP).text).one("main")

    assert "whoever runs this site can let you add something new" in main.text


def test_the_code_of_an_app_lets_in(half, codes):
    answer = half.send(STEP, {"proof-code": codes()})

    assert (answer.status, answer.headers["location"]) == (302, HOME)
    assert is_in(half)


def test_a_code_lets_in_once(half, browse, codes):
    half.send(STEP, {"proof-code": codes()})
    other = browse()
    other.sign_in("carys", PASSWORD)

    answer = other.send(STEP, {"proof-code": codes()})

    assert answer.status == 400
    assert said(answer) == ["That code is wrong, or was used already."]
    assert not is_in(other)


def test_a_code_on_paper_lets_in_once(half, browse, carys):
    code = carys.paper[3]
    assert half.send(STEP, {"proof-code": code}).status == 302
    other = browse()
    other.sign_in("carys", PASSWORD)

    assert other.send(STEP, {"proof-code": code}).status == 400
    assert is_in(half)
    assert not is_in(other)


def test_a_passkey_lets_in(half, carys):
    answer = half.send(STEP, {"passkey": shown(half, carys.device, STEP)})

    assert answer.status == 302
    assert is_in(half)


def test_another_ones_passkey_does_not(half, carys, browse):
    answer = half.send(STEP, {"passkey": shown(half, Device(), STEP)})

    assert answer.status == 400
    assert "not known here" in said(answer)[0]
    assert not is_in(half)


def test_what_a_passkey_said_is_taken_once(half, carys, browse):
    """Somebody who has copied the answer has nothing."""
    answer = shown(half, carys.device, STEP)
    half.send(STEP, {"passkey": answer})
    other = browse()
    other.sign_in("carys", PASSWORD)
    shown(other, Device(), STEP)

    assert other.send(STEP, {"passkey": answer}).status == 400
    assert half.send("/desk/en/", {}, form="/desk/en/sign-out/").status == 302
    half.sign_in("carys", PASSWORD)
    assert half.send(STEP, {"passkey": answer}).status == 400


def test_a_passkey_that_took_too_long_is_asked_for_again(half, carys, time):
    answer = shown(half, carys.device, STEP)
    time.now += 301

    assert half.send(STEP, {"passkey": answer}).status == 400


def test_with_a_passkey_nobody_types_anything(browse, carys):
    browser = browse()

    answer = browser.send(
        SIGN_IN, {"passkey": shown(browser, carys.device, SIGN_IN), "next": HOME}
    )

    assert (answer.status, answer.headers["location"]) == (302, HOME)
    assert is_in(browser)


def test_a_passkey_that_nobody_has_lets_nobody_in(browse, carys):
    browser = browse()

    answer = browser.send(SIGN_IN, {"passkey": shown(browser, Device(), SIGN_IN)})

    assert answer.status == 400
    assert "not known here" in said(answer)[0]
    assert not is_in(browser)


def test_looking_at_the_page_begins_no_session(browse, carys):
    browser = browse()
    browser.get(SIGN_IN)

    assert not Session.objects.exists()
    assert "desk" not in browser.jar


def test_the_key_of_a_session_is_another_after_each_step(browse, carys, codes):
    browser = browse()
    shown(browser, Device(), SIGN_IN)
    keys = [browser.jar["desk"].value]
    browser.sign_in("carys", PASSWORD)
    keys.append(browser.jar["desk"].value)
    browser.send(STEP, {"proof-code": codes()})
    keys.append(browser.jar["desk"].value)

    assert len({*keys}) == 3
    assert [*Session.objects.values_list("session_key", flat=True)] == [keys[2]]


def test_where_somebody_wanted_to_go_is_remembered(browse, carys, codes):
    browser = browse()
    browser.send(
        f"{SIGN_IN}?next=/desk/en/documents/",
        {"username": "carys", "password": PASSWORD},
    )

    answer = browser.send(STEP, {"proof-code": codes()})

    assert answer.headers["location"] == "/desk/en/documents/"


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example/",
        "//evil.example/",
        "/en/",
        STEP,
        "/desk/en/passkey/",
        "javascript:alert(1)",
        "/\\evil.example",
        "/desk/en/welcome/x/",
    ],
)
def test_and_it_is_a_page_of_the_desk(browse, carys, codes, wanted):
    browser = browse()
    fields = {"username": "carys", "password": PASSWORD, "next": wanted}
    browser.send(SIGN_IN, fields)

    assert browser.send(STEP, {"proof-code": codes()}).headers["location"] == HOME
    other = browse()
    fields = {"passkey": shown(other, carys.device, SIGN_IN), "next": wanted}
    assert other.send(SIGN_IN, fields).headers["location"] == HOME


def test_who_is_half_way_in_for_too_long_begins_again(half, codes, time):
    time.now += 601

    answer = half.get(STEP)

    assert (answer.status, answer.headers["location"]) == (302, SIGN_IN)


@pytest.mark.parametrize(
    "change",
    [
        lambda: accounts.close_account(name="carys", actor=OPERATOR),
        lambda: accounts.change_password(
            name="carys", password="three other words", actor=OPERATOR
        ),
    ],
    ids=["closed", "another-password"],
)
def test_what_changes_meanwhile_counts(half, codes, change):
    change()

    assert half.get(STEP).headers["location"] == SIGN_IN
    assert not is_in(half)


def test_nobody_comes_to_the_second_step_first(browse, carys, codes):
    browser = browse()

    assert browser.get(STEP).headers["location"] == SIGN_IN


def guess(browser, times=1):
    return [browser.send(STEP, {"proof-code": "000000"}).status for _ in range(times)]


def test_guesses_are_counted(half, codes):
    few = SECOND_STEPS.quota
    assert guess(half, few) == [400] * few

    answer = half.send(STEP, {"proof-code": codes()})

    assert answer.status == 429
    assert int(answer.headers["retry-after"]) > 0
    assert not is_in(half)


def test_guesses_from_many_places_are_counted_together(browse, carys):
    statuses = []
    for number in range(SECOND_STEPS_BY_ALL.quota // SECOND_STEPS.quota + 1):
        browser = browse(address=f"192.0.2.{number}")
        browser.sign_in("carys", PASSWORD)
        statuses += guess(browser, SECOND_STEPS.quota)

    assert statuses.count(400) == SECOND_STEPS_BY_ALL.quota
    assert statuses[-1] == 429


def test_who_does_not_know_the_password_shuts_nobody_out(browse, carys, codes):
    stranger = browse(address="192.0.2.99")
    for _ in range(SECOND_STEPS.quota + 5):
        stranger.post(STEP, {"proof-code": "000000"})
    browser = browse()
    browser.sign_in("carys", PASSWORD)

    assert browser.send(STEP, {"proof-code": codes()}).status == 302


def test_nothing_typed_is_no_guess(half, codes):
    statuses = [half.send(STEP, {"proof-code": " "}).status for _ in range(9)]

    assert statuses == [400] * 9
    assert half.send(STEP, {"proof-code": codes()}).status == 302


def test_in_welsh_too(browse, carys, codes):
    browser = browse()
    answer = browser.sign_in("carys", PASSWORD, page="/desk/cy/mewngofnodi/")
    assert answer.headers["location"] == WELSH_STEP

    page = read(browser.get(WELSH_STEP).text)
    assert page.one("h1").text == "Yr ail gam"
    assert browser.send(WELSH_STEP, {"proof-code": codes()}).headers["location"] == (
        "/desk/cy/"
    )


def test_who_has_no_passkey_is_not_offered_one(browse, db):
    from glossary.models import Factor

    user = person(name="ben", password=PASSWORD)
    Factor.objects.create(
        account=user, kind="app", name="x", secret="x", added_at=user.date_joined
    )
    paper = new_recovery_codes(account=user)
    browser = browse()
    browser.sign_in("ben", PASSWORD)

    assert not read(browser.get(STEP).text).every("div", class_="desk-passkey")
    assert not read(browser.get(STEP).text).every("script")
    assert browser.send(STEP, {"proof-code": paper[0]}).status == 302


def test_only_a_form_of_ours_asks_for_a_passkey(browse, carys):
    assert browse().post("/desk/en/passkey/", {}).status == 403


def test_whose_passkeys_there_are_is_told_to_nobody(browse, carys):
    browser = browse()
    token = read(browser.get(SIGN_IN).text).one("input", name="csrfmiddlewaretoken")

    options = browser.post(
        "/desk/en/passkey/", {"csrfmiddlewaretoken": token.get("value")}
    ).json

    assert "allowCredentials" not in options
    assert options["rpId"] == "words.example"
