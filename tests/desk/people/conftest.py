"""People who have second factors, and a clock that can be put forward."""

from __future__ import annotations

import json
import time as real_time
from types import SimpleNamespace

import pytest

from glossary.models import Act, User
from glossary.second_factors import (
    add_app,
    add_passkey,
    new_recovery_codes,
    options_to_add,
    secret_of,
)
from glossary.second_factors.codes import code_at
from tests.desk.conftest import PASSWORD
from tests.factories import person
from tests.second_factors.device import Device
from tests.web.html import read

SALT = "a salt"


class Clock:
    def __init__(self):
        self.now = real_time.time()

    def __call__(self):
        return self.now


@pytest.fixture
def time(monkeypatch):
    """Return a clock for sessions, proofs and codes."""
    clock = Clock()
    for place in (
        "glossary.second_factors.codes",
        "glossary.desk.sessions",
        "glossary.desk.letting_in",
        "glossary.desk.challenges",
    ):
        monkeypatch.setattr(f"{place}.time", clock)
    return clock


@pytest.fixture
def codes(time):
    """Return what an app shows now."""
    return lambda salt=SALT: code_at(secret_of(salt), int(time.now) // 30)


@pytest.fixture
def carys(db, time, codes):
    """Somebody who manages accounts and keys, with an app, a passkey, and paper."""
    user = person(
        Act.MANAGE_ACCOUNTS,
        Act.MANAGE_KEYS,
        Act.PUBLISH,
        name="carys",
        password=PASSWORD,
    )
    add_app(account=user, salt=SALT, code=codes(), name="phone")
    time.now += 90
    device = Device()
    options, state = options_to_add(user)
    made = device.make(json.loads(json.dumps(options)))
    add_passkey(account=user, state=state, answer=made, name="key")
    paper = new_recovery_codes(account=user)
    return SimpleNamespace(user=user, device=device, paper=paper)


@pytest.fixture
def manager(browse, carys, codes, time):
    """A browser with which Carys is signed in, by both steps."""
    browser = browse()
    step = browser.sign_in("carys", PASSWORD).headers["location"]
    assert browser.send(step, {"proof-code": codes()}).status == 302
    time.now += 90
    return browser


@pytest.fixture
def newcomer(browse, settings, time):
    """A browser with which Ben is signed in, who must have a second factor."""
    settings.DESK_SECOND_FACTOR = ["changes"]
    person(Act.PUBLISH, name="ben", password=PASSWORD)
    browser = browse()
    browser.sign_in("ben", PASSWORD)
    return browser


def said(answer):
    """Return what is wrong, as the page says it."""
    notes = read(answer.text).one("main").every("div", role="alert")
    return [one.text for note in notes for one in note.every("p")]


def shown(browser, device, page, **how):
    """Ask for a passkey as the script of a page does; return what a device says."""
    form = read(browser.get(page).text).one("div", class_="desk-passkey")
    return answered(browser, page, device, form.get("data-ask"), **how)


def answered(browser, page, device, ask, **how):
    token = read(browser.get(page).text).every("input", name="csrfmiddlewaretoken")[0]
    fields = {"csrfmiddlewaretoken": token.get("value")}
    return device.show(browser.post(ask, fields).json, **how)


def known(name="ben"):
    return User.objects.get(username=name)
