"""What is refused or broken at the desk is said in its words, and gives nothing away."""

from __future__ import annotations

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.core.exceptions import PermissionDenied
from django.db import OperationalError

from glossary.answers import REFUSAL
from glossary.logs import Reserved
from tests.site import Site
from tests.web.html import read

HOME, SIGN_IN = "/desk/en/account/", "/desk/en/sign-in/"
LOCAL = "http://127.0.0.1"


def heading(answer):
    page = read(answer.text)
    assert page.one("a", class_="mark").get("href").startswith("/desk/")
    return page.one("h1").text


@pytest.mark.parametrize("path", ["/desk/en/nowhere/", "/desk/nowhere", "/desk/en/x"])
def test_where_there_is_no_page_only_those_are_told_who_are_in(editor, browse, path):
    answer = editor.get(path)

    assert (answer.status, heading(answer)) == (404, "There is no page here")
    asked = browse().get(path)
    assert asked.status == 302
    assert "/desk/en/sign-in/?next=" in asked.headers["location"]


def test_a_page_that_is_not_there_is_missing_in_welsh(editor):
    answer = editor.get("/desk/cy/unman/")

    assert heading(answer) == "Does dim tudalen yma"
    assert answer.headers["content-language"] == "cy"


def test_a_forgotten_slash_is_put_there(editor):
    answer = editor.get("/desk/en")

    assert (answer.status, answer.headers["location"]) == (302, "/desk/en/")


@pytest.mark.parametrize("token", ["", "x" * 64, "short"])
def test_a_form_without_its_token_is_refused(browse, anna, token):
    browser = browse()
    browser.get(SIGN_IN)

    answer = browser.post(SIGN_IN, {"csrfmiddlewaretoken": token, "username": "anna"})

    assert (answer.status, heading(answer)) == (403, "We could not take that")


def test_a_form_is_refused_where_no_cookie_comes(browse):
    browser = browse()
    browser.get(SIGN_IN)
    browser.jar.clear()

    answer = browser.post(SIGN_IN, {"csrfmiddlewaretoken": "x" * 64})

    assert (answer.status, heading(answer)) == (403, "We could not take that")


@pytest.mark.parametrize("path", [HOME, SIGN_IN])
def test_over_a_network_it_opens_only_in_private(browse, path):
    answer = browse(origin="http://testserver").get(path)

    assert (answer.status, heading(answer)) == (
        403,
        "The desk opens only over a safe connection",
    )
    assert answer.cookies == ()


def test_where_the_site_is_reached_over_https_the_desk_leads_there(doors, settings):
    from explainer.handlers import Handler
    from glossary.answers import Unheld

    settings.SECURE_SSL_REDIRECT = True
    desk = Unheld(Handler(settings.MIDDLEWARE, settings.DESK_URLCONF))
    doors._application._desk, before = desk, doors._application._desk
    try:
        answer = doors.get(f"http://testserver{SIGN_IN}")
    finally:
        doors._application._desk = before

    assert answer.status == 301
    assert answer.headers["location"] == f"https://testserver{SIGN_IN}"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("origin", [LOCAL, "http://localhost"])
def test_on_ones_own_machine_it_opens_all_the_same(browse, anna, origin):
    from tests.desk.conftest import PASSWORD

    browser = browse(origin=origin)

    assert browser.sign_in("anna", PASSWORD).status == 302
    assert browser.get(HOME).status == 200
    assert not any(cookie["secure"] for cookie in browser.jar.values())


def test_elsewhere_no_cookie_goes_without_encryption(editor):
    assert all(cookie["secure"] for cookie in editor.jar.values())
    assert len(editor.jar) == 2


def fail(*_, **__):
    raise RuntimeError("qzvx secret")


def away(*_, **__):
    raise OperationalError("qzvx secret")


@pytest.mark.parametrize(
    "where",
    [
        "glossary.desk.people.own.acts_of",
        "django.contrib.auth.backends.ModelBackend.get_user",
        "django.contrib.sessions.backends.db.SessionStore.load",
    ],
)
@pytest.mark.parametrize(("how", "status"), [(fail, 500), (away, 503)])
def test_what_fails_says_where_and_not_with_what(
    editor, caplog, monkeypatch, where, how, status
):
    monkeypatch.setattr(caplog.handler, "formatter", Reserved())
    monkeypatch.setattr(where, how)

    answer = editor.get(HOME)

    assert answer.status == status
    assert heading(answer) == "We cannot show this page just now"
    assert "qzvx" not in answer.text
    assert caplog.text
    assert "qzvx secret" not in caplog.text.replace('("qzvx secret")', "")


def test_what_is_not_allowed_is_said(editor, monkeypatch):
    def refuse(*_):
        raise PermissionDenied

    monkeypatch.setattr("glossary.desk.people.own.acts_of", refuse)

    answer = editor.get("/desk/cy/cyfrif/")

    assert (answer.status, heading(answer)) == (403, "Chewch chi ddim gwneud hyn")


def test_a_form_with_more_than_anybody_fills_in_is_refused(browse):
    fields = {f"field{number}": "x" for number in range(20_001)}

    answer = browse().send(SIGN_IN, fields)

    assert (answer.status, heading(answer)) == (413, "That is more than we can take")


def test_a_session_that_is_gone_before_it_is_written_leads_to_signing_in(
    editor, monkeypatch
):
    def gone(*_, **__):
        raise UpdateError

    monkeypatch.setattr("glossary.desk.sessions._STEP", 0)
    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.save", gone)

    answer = editor.get("/desk/cy/")

    assert (answer.status, answer.headers["location"]) == (302, "/desk/cy/")


def test_who_asks_too_much_is_told_to_wait(editor, settings):
    settings.RATE_LIMIT = "3/minute"
    answers = [editor.get(HOME) for _ in range(4)]

    assert [one.status for one in answers[-1:]] == [429]
    assert heading(answers[-1]) == "That was a lot in a short time"
    assert answers[-1].headers["retry-after"]


@pytest.mark.parametrize(
    ("problem", "status", "said"),
    [
        ("too-large", 413, "That is more than we can take"),
        ("busy", 503, "We are busy just now"),
        ("unavailable", 503, "We cannot show this page just now"),
        ("incomplete", 400, "We could not understand that"),
    ],
)
def test_what_never_came_whole_is_refused(doors, problem, status, said):
    ask = doors._application
    broken = Site(lambda environ, start: ask({**environ, REFUSAL: problem}, start))

    answer = broken.get(f"https://testserver{SIGN_IN}")

    assert (answer.status, heading(answer)) == (status, said)
    assert ("retry-after" in answer.headers) == (status == 503)


def test_an_address_that_is_not_ours_is_refused(doors):
    answer = doors.get("https://elsewhere.example/desk/en/")

    assert (answer.status, heading(answer)) == (400, "We could not understand that")


def test_a_method_that_a_page_does_not_take_is_said(editor):
    answer = editor.get("/desk/en/sign-out/")

    assert (answer.status, answer.headers["allow"]) == (405, "POST, OPTIONS")
    assert heading(answer) == "We could not understand that"
