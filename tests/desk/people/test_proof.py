"""Before what is grave somebody shows again who they are, and loses nothing."""

from __future__ import annotations

import inspect
import re
from collections import Counter

import pytest
from django.http import HttpResponse

from glossary import accounts
from glossary.desk.routing import Route
from glossary.desk.urls import ROUTES, guarded
from glossary.errors import BusyError
from glossary.models import ApiKey, Event, User
from tests.desk.conftest import PASSWORD
from tests.desk.people.conftest import answered, said
from tests.factories import OPERATOR, person
from tests.second_factors.device import Device
from tests.web.html import read

KEYS, ISSUE, APP = "/desk/en/keys/", "/desk/en/issue-key/", "/desk/en/add-app/"
WAIT = 15 * 60

GRAVE = {
    *("password", "email", "add-app", "add-passkey", "passkey-to-add"),
    *("remove-factor", "recovery-codes"),
    *("add-account", "allow", "invite", "one-person", "change-account"),
    *("issue-key", "revoke-key"),
}
GRAVE_RULES = (
    "publish_revisions",
    "schedule_publication",
    "cancel_schedule",
    "withdraw_document",
    "withdraw_unneeded",
    "restore_document",
    "merge_entries",
    "republish_documents",
    "sign_off",
    "ask_to_erase",
    "erase_alone",
    "confirm_erasure",
    "issue_key",
    "revoke_key",
)
"""What a view may only do where its route is grave."""


def of_people():
    return {route.name for route in ROUTES if "people" in route.view.__module__}


def code_of(view):
    """Return what a view does, with the functions of its own room that it calls."""
    view = inspect.unwrap(view)
    module = inspect.getmodule(view)
    seen, todo = {}, [view]
    while todo:
        one = todo.pop()
        if one in seen:
            continue
        seen[one] = inspect.getsource(one)
        names = one.__code__.co_names
        found = (getattr(module, name, None) for name in names)
        todo += [
            each
            for each in found
            if inspect.isfunction(each) and each.__module__ == module.__name__
        ]
    return "".join(seen.values())


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_whatever_calls_a_grave_rule_is_grave(route):
    if not inspect.isfunction(inspect.unwrap(route.view)):
        return
    code = code_of(route.view).replace("foresee(lambda: ", "# undone: ")
    code = re.sub(r"# undone: \w+\(", "", code)

    calls = [rule for rule in GRAVE_RULES if f"{rule}(" in code]

    assert route.is_grave >= bool(calls)


def test_what_is_known_to_be_grave_is_so():
    assert {route.name for route in ROUTES if route.is_grave} >= GRAVE


@pytest.mark.parametrize(
    "route", [one for one in ROUTES if one.is_grave], ids=lambda route: route.name
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_grave_route_does_nothing_without_proof(route, method, rf, carys):
    called = []
    view = guarded(route._replace(view=lambda *_, **__: called.append(1)))
    request = rf.generic(method, "/desk/en/account/")
    request.session, request.user, request._messages = {}, carys.user, Counter()

    answer = view(request)

    assert answer.status_code == 403
    assert not called


def test_a_route_that_is_not_grave_asks_nothing(rf, carys):
    view = guarded(Route("x", lambda *_, **__: HttpResponse("done")))
    request = rf.get("/desk/en/account/")
    request.session, request.user = {}, carys.user

    assert view(request).status_code == 200


# What somebody sees


def stale(browser, time):
    time.now += WAIT
    return browser


def test_who_has_just_signed_in_is_not_asked(manager):
    answer = manager.send(KEYS, {"name": "an app"}, form=ISSUE)

    assert answer.status == 200
    assert ApiKey.objects.get().name == "an app"


def test_who_signed_in_a_while_ago_is(manager, time):
    answer = stale(manager, time).send(KEYS, {"name": "an app"}, form=ISSUE)

    assert answer.status == 403
    assert read(answer.text).one("h1").text == "Is it still you?"
    assert not ApiKey.objects.exists()


def go_on(browser, answer, path, **fields):
    """Fill in the page that asks who it is."""
    form = read(answer.text).one("form", id="proof")
    hidden = [
        (one.get("name"), one.get("value"))
        for one in form.every("input", type="hidden")
    ]
    from urllib.parse import urlencode

    pairs = [(name, value) for name, value in hidden if name not in fields]
    body = urlencode([*pairs, *fields.items()]).encode()
    headers = {"origin": "https://testserver"}
    return browser._ask(
        "POST",
        path,
        body,
        {"content_type": "application/x-www-form-urlencoded"} | headers,
    )


def test_then_it_goes_on_with_what_was_typed(manager, time, codes):
    name = '<i>"An & app"</i>'
    asked = stale(manager, time).send(KEYS, {"name": name}, form=ISSUE)

    fields = {"proof-password": PASSWORD, "proof-code": codes()}
    answer = go_on(manager, asked, ISSUE, **fields)

    assert answer.status == 200
    assert ApiKey.objects.get().name == name


def test_with_a_passkey_nothing_else_is_typed(manager, time, carys):
    asked = stale(manager, time).send(KEYS, {"name": "an app"}, form=ISSUE)
    ask = read(asked.text).one("div", class_="desk-passkey").get("data-ask")

    passkey = answered(manager, KEYS, carys.device, ask)
    answer = go_on(manager, asked, ISSUE, passkey=passkey)

    assert answer.status == 200
    assert ApiKey.objects.exists()


def test_several_values_of_one_field_are_kept(manager, time, codes):
    ben = accounts.add_account(name="ben", password=PASSWORD, acts=[], actor=OPERATOR)
    token = read(manager.get(KEYS).text).every("input", type="hidden")[0].get("value")
    path = f"/desk/en/allow/{ben.pk}/"
    time.now += WAIT
    body = f"csrfmiddlewaretoken={token}&act=publish&act=manage_keys".encode()
    asked = manager._ask(
        "POST",
        path,
        body,
        {
            "content_type": "application/x-www-form-urlencoded",
            "origin": "https://testserver",
        },
    )

    go_on(manager, asked, path, **{"proof-password": PASSWORD, "proof-code": codes()})

    ben = User.objects.get(username="ben")
    assert ben.has_perm("glossary.publish")
    assert ben.has_perm("glossary.manage_keys")


WRONG = {
    "nothing": ({}, "Type your password."),
    "wrong-password": ({"proof-password": "x"}, "The password is wrong."),
    "no-code": ({"proof-password": PASSWORD}, "Type the code."),
    "wrong-code": (
        {"proof-password": PASSWORD, "proof-code": "000000"},
        "That code is wrong, or was used already.",
    ),
    "a-passkey": ({"passkey": "{}"}, "That passkey is not known here"),
}


@pytest.mark.parametrize(("fields", "why"), WRONG.values(), ids=WRONG)
def test_who_does_not_convince_does_nothing_and_loses_nothing(
    manager, time, codes, fields, why
):
    asked = stale(manager, time).send(KEYS, {"name": "an app"}, form=ISSUE)

    answer = go_on(manager, asked, ISSUE, **fields)

    assert answer.status == 400
    assert said(answer)[0].startswith(why)
    assert not ApiKey.objects.exists()
    right = {"proof-password": PASSWORD, "proof-code": codes()}
    assert go_on(manager, answer, ISSUE, **right).status == 200
    assert ApiKey.objects.get().name == "an app"


def test_another_persons_passkey_is_no_proof(manager, time, browse):
    from json import dumps, loads

    from glossary.second_factors import add_passkey, options_to_add

    device = Device(credential=b"bens")
    ben = person(name="ben", password=PASSWORD)
    options, state = options_to_add(ben)
    add_passkey(
        account=ben, state=state, answer=device.make(loads(dumps(options))), name=""
    )
    asked = stale(manager, time).send(KEYS, {"name": "an app"}, form=ISSUE)
    passkey = answered(manager, KEYS, device, "/desk/en/passkey/")

    assert go_on(manager, asked, ISSUE, passkey=passkey).status == 400
    assert not ApiKey.objects.exists()


def test_guesses_are_counted_here_too(manager, time, codes):
    asked = stale(manager, time).send(KEYS, {"name": "an app"}, form=ISSUE)
    guesses = [
        go_on(manager, asked, ISSUE, **{"proof-password": "x"}).status for _ in range(4)
    ]
    right = {"proof-password": PASSWORD, "proof-code": codes()}

    answer = go_on(manager, asked, ISSUE, **right)

    assert guesses == [400] * 4  # and one to sign in
    assert answer.status == 429
    assert answer.headers["retry-after"]
    assert not ApiKey.objects.exists()


def test_a_page_is_shown_when_it_is_clear_who_asks(manager, time, codes):
    asked = stale(manager, time).get(APP)
    assert asked.status == 403
    assert "otpauth" not in asked.text

    fields = {"proof-password": PASSWORD, "proof-code": codes()}
    answer = go_on(manager, asked, APP, **fields)

    assert (answer.status, answer.headers["location"]) == (302, APP)
    assert "otpauth" in manager.get(APP).text


def test_in_the_other_language_nothing_is_lost_either(manager, time, codes):
    asked = stale(manager, time).send(KEYS, {"name": "an app"}, form=ISSUE)
    (button,) = read(asked.text).one("nav", class_="tongues").every("button")
    path = button.get("formaction")
    assert path == "/desk/cy/creu-allwedd/"

    answer = go_on(manager, asked, path)
    assert read(answer.text).one("html").get("lang") == "cy"
    right = {"proof-password": PASSWORD, "proof-code": codes()}
    assert go_on(manager, answer, path, **right).status == 200
    assert ApiKey.objects.get().name == "an app"


def test_who_has_a_password_alone_shows_that(browse, time, db):
    person("manage_keys", name="ben", password=PASSWORD)
    browser = browse()
    browser.sign_in("ben", PASSWORD)
    asked = stale(browser, time).send(KEYS, {"name": "an app"}, form=ISSUE)

    assert not read(asked.text).every("input", name="proof-code")
    assert go_on(browser, asked, ISSUE, **{"proof-password": PASSWORD}).status == 200


def test_how_long_it_is_believed_is_a_setting(manager, time, settings):
    settings.DESK_PROOF_MINUTES = 30
    time.now += WAIT

    assert manager.get(APP).status == 200
    time.now += WAIT
    assert manager.get(APP).status == 403


def test_a_stolen_session_adds_no_second_factor(manager, time):
    """Nor takes one away, nor makes codes, nor changes the password or the mail."""
    time.now += WAIT
    token = read(manager.get(KEYS).text).every("input", type="hidden")[0].get("value")
    before = Event.objects.count()

    for route in ROUTES:
        if route.name in GRAVE and "people" in route.view.__module__:
            tail = route.tail.replace("<part:number>", "1").replace("<part:what>", "x")
            path = f"/desk/en/{route.name}/{tail}"
            answer = manager.post(path, {"csrfmiddlewaretoken": token, "proof": "POST"})
            assert answer.status == 400
            answer = manager.post(path, {"csrfmiddlewaretoken": token})
            assert answer.status == 403

    assert Event.objects.count() == before


def test_where_too_many_passwords_are_compared_somebody_tries_again(
    manager, time, codes, monkeypatch
):
    def busy():
        raise BusyError

    asked = stale(manager, time).send(KEYS, {"name": "an app"}, form=ISSUE)
    monkeypatch.setattr("glossary.desk.proof.PASSWORDS.turn", busy)
    right = {"proof-password": PASSWORD, "proof-code": codes()}

    answer = go_on(manager, asked, ISSUE, **right)

    assert (answer.status, answer.headers["retry-after"]) == (503, "5")
    assert not ApiKey.objects.exists()
