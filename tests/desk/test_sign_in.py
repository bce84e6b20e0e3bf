"""Who has an account comes in, and nobody else finds out who has one."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlencode

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from glossary.limits import SIGN_INS, SIGN_INS_AS_ONE, SIGN_INS_BY_ALL
from glossary.turns import PASSWORDS
from tests.desk.conftest import PASSWORD
from tests.factories import person
from tests.turns import all_taken
from tests.web.html import read

SIGN_IN = "/desk/en/sign-in/"


def said(answer):
    """Return what is wrong, as the page says it."""
    return [one.text for one in read(answer.text).one("div", role="alert").every("p")]


def test_who_signs_in_is_led_to_the_desk(browse, anna):
    browser = browse()

    answer = browser.sign_in("anna", PASSWORD)

    assert (answer.status, answer.headers["location"]) == (302, "/desk/en/")
    assert (
        "You are signed in as anna." in read(browser.get("/desk/en/account/").text).text
    )


def test_in_welsh_it_is_the_welsh_desk(browse, anna):
    answer = browse().sign_in("anna", PASSWORD, page="/desk/cy/mewngofnodi/")

    assert answer.headers["location"] == "/desk/cy/"


@pytest.mark.parametrize("name", ["Anna", "ANNA", " anna ", "ａｎｎａ"])
def test_a_name_is_the_same_however_it_is_written(browse, anna, name):
    assert browse().sign_in(name, PASSWORD).status == 302


@pytest.mark.parametrize(
    ("name", "password"),
    [
        pytest.param("anna", "three words of yours", id="wrong-password"),
        pytest.param("anna", PASSWORD.upper(), id="capitals"),
        pytest.param("anna", f"{PASSWORD} ", id="a-space-more"),
        pytest.param("nobody", PASSWORD, id="nobody"),
        pytest.param("closed", PASSWORD, id="closed"),
        pytest.param("passwordless", PASSWORD, id="without-a-password"),
        pytest.param("a" * 151, PASSWORD, id="long-name"),
        pytest.param("an\0nb", PASSWORD, id="null"),
    ],
)
def test_whatever_does_not_fit_is_refused_in_the_same_words(
    browse, anna, name, password
):
    person(name="closed", password=PASSWORD, is_active=False)
    person(name="passwordless")
    browser = browse()

    answer = browser.sign_in(name, password)

    assert answer.status == 400
    assert said(answer) == ["The name or the password is wrong."]
    assert "desk" not in browser.jar


def test_what_was_typed_stays_but_never_a_password(browse, anna):
    answer = browse().sign_in("anna", "a secret of another site")

    page = read(answer.text)
    assert page.one("input", id="username").get("value") == "anna"
    assert page.one("title").text.startswith("Error: sign in")
    assert "a secret of another site" not in answer.text


@pytest.mark.parametrize(
    ("fields", "problems"),
    [
        (("", "x"), ["Type your name."]),
        (("anna", ""), ["Type your password."]),
        (("", ""), ["Type your name.", "Type your password."]),
    ],
)
def test_what_is_missing_is_asked_for(browse, anna, fields, problems):
    answer = browse().sign_in(*fields)

    assert (answer.status, said(answer)) == (400, problems)
    anchors = [one.get("href")[1:] for one in read(answer.text).every("a")]
    assert {"username", "password"} & {*anchors}


def test_who_is_signed_in_is_not_asked_again(editor):
    answer = editor.get(SIGN_IN)

    assert (answer.status, answer.headers["location"]) == (302, "/desk/en/")


def test_who_was_on_the_way_to_a_page_gets_there(browse, anna):
    browser = browse()
    asked = browser.get("/desk/cy/?a=b")

    answer = browser.sign_in("anna", PASSWORD, page=asked.headers["location"])

    assert answer.headers["location"] == "/desk/cy/?a=b"


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example/",
        "//evil.example/desk/en/",
        "https:evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/desk/en/../../en/",
        "/desk/../en/",
        "/en/",
        "/desk/en/nowhere/",
        "/desk/en/sign-out/",
        "/desk/en/sign-in/",
        "https://testserver/desk/cy/",
        "http://testserver/desk/cy/",
        "/desk/cy/\r\nSet-Cookie: a=b",
        "desk/cy/",
    ],
)
def test_nobody_is_led_anywhere_but_to_a_page_of_the_desk(browse, anna, wanted):
    browser = browse()
    fields = {"username": "anna", "password": PASSWORD, "next": wanted}

    answer = browser.send(SIGN_IN, fields)

    assert (answer.status, answer.headers["location"]) == (302, "/desk/en/")
    form = browse().get(f"{SIGN_IN}?{urlencode({'next': wanted})}").text
    assert not read(form).every("input", name="next")


def test_the_key_of_a_session_is_new_for_whoever_signs_in(browse, anna):
    browser = browse()
    browser.get(SIGN_IN)
    planted = "attacker0attacker0attacker0attac"
    cookies = f"desk={planted}; desk-form={browser.jar['desk-form'].value}"

    browser.sign_in("anna", PASSWORD, cookie=cookies)

    assert browser.jar["desk"].value not in {"", planted}
    assert not Session.objects.filter(session_key=planted).exists()


def test_the_token_of_forms_is_new_too(browse, anna):
    browser = browse()
    browser.get(SIGN_IN)
    before = browser.jar["desk-form"].value

    browser.sign_in("anna", PASSWORD)

    assert browser.jar["desk-form"].value != before


def test_who_only_looks_leaves_no_session(browse):
    browse().get(SIGN_IN)

    assert Session.objects.count() == 0


def test_sessions_that_have_ended_are_forgotten(browse, anna):
    browse().sign_in("anna", PASSWORD)
    past = timezone.now() - dt.timedelta(seconds=1)
    Session.objects.update(expire_date=past)

    browse().sign_in("anna", PASSWORD)

    assert Session.objects.count() == 1


def test_somebody_is_told_once_when_they_were_here_before(browse, anna):
    first, second = browse(), browse()
    first.sign_in("anna", PASSWORD)
    assert "You last signed in" not in first.get("/desk/en/").text
    anna.refresh_from_db()
    local = timezone.localtime(anna.last_login)

    second.sign_in("anna", PASSWORD)

    page = second.get("/desk/en/").text
    assert f"You last signed in on {local.day} " in page
    assert f"at {local:%H:%M}" in page
    assert "You last signed in" not in second.get("/desk/en/").text


def test_when_many_sign_in_at_once_one_is_asked_to_wait(browse, anna):
    with all_taken(PASSWORDS):
        answer = browse().sign_in("anna", PASSWORD)

    assert (answer.status, answer.headers["retry-after"]) == (503, "5")
    assert read(answer.text).one("input", id="username").get("value") == "anna"


def guess(browser, name="anna", times=1):
    """Guess so often; return the statuses."""
    page = {"username": name, "password": "a guess"}
    return [browser.send(SIGN_IN, page).status for _ in range(times)]


def test_who_guesses_has_five_tries_and_then_must_wait(browse, anna, clock):
    browser = browse()
    few = SIGN_INS_AS_ONE.quota
    assert guess(browser, times=few) == [400] * few

    answer = browser.sign_in("anna", PASSWORD)

    assert answer.status == 429
    assert said(answer) == [
        "That was too many tries. Please wait a while, then try again."
    ]
    clock.now += int(answer.headers["retry-after"])
    assert browser.sign_in("anna", PASSWORD).status == 302


@pytest.mark.parametrize("name", ["ANNA", "ａｎｎａ", " anna"])
def test_another_spelling_is_no_other_name(browse, anna, name):
    browser = browse()
    guess(browser, times=SIGN_INS_AS_ONE.quota)

    assert guess(browser, name=name) == [429]


def test_one_who_guesses_shuts_out_nobody_beside_them(browse, anna):
    person(name="ben", password=PASSWORD)
    browser = browse()
    guess(browser, times=SIGN_INS_AS_ONE.quota + 5)

    assert browser.sign_in("ben", PASSWORD).status == 302
    assert browse(address="198.51.100.2").sign_in("anna", PASSWORD).status == 302


def test_one_address_does_not_try_many_names(browse, anna):
    browser = browse()
    names = [f"name{number}" for number in range(SIGN_INS.quota)]

    assert {status for name in names for status in guess(browser, name)} == {400}
    assert guess(browser, "one-more") == [429]
    assert browser.sign_in("anna", PASSWORD).status == 429


def test_many_addresses_do_not_guess_one_name_any_faster(browse, anna):
    statuses = [
        status
        for number in range(SIGN_INS_BY_ALL.quota // SIGN_INS_AS_ONE.quota + 1)
        for status in guess(
            browse(address=f"192.0.2.{number}"), times=SIGN_INS_AS_ONE.quota
        )
    ]

    assert statuses.count(400) == SIGN_INS_BY_ALL.quota
    assert statuses[SIGN_INS_BY_ALL.quota :] == [429] * SIGN_INS_AS_ONE.quota


def test_a_name_that_nobody_has_is_counted_as_any_other(browse):
    browser = browse()
    few = SIGN_INS_AS_ONE.quota

    assert guess(browser, "nobody", few + 1) == [400] * few + [429]
