"""A session ends: after an hour's rest, after a day's work, and when it is told to."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from glossary.accounts import change_password, close_account
from tests.desk.conftest import PASSWORD
from tests.factories import OPERATOR, person
from tests.web.html import read

HOME = "/desk/en/"
HOUR = 3600


@pytest.fixture
def later(monkeypatch):
    """Let so many seconds go by, for whoever asks the time."""
    began, now = time.time(), timezone.now
    passed = [0]
    monkeypatch.setattr("glossary.desk.sessions.time", lambda: began + passed[0])
    monkeypatch.setattr(
        "django.utils.timezone.now", lambda: now() + timedelta(seconds=passed[0])
    )

    def wait(seconds):
        passed[0] += seconds

    return wait


def is_in(browser):
    """Tell whether somebody is let in; otherwise they must be asked to sign in."""
    answer = browser.get(HOME)
    if answer.status == 200:
        return True
    assert answer.headers["location"].startswith("/desk/en/sign-in/")
    return False


def test_who_does_nothing_for_an_hour_is_signed_out(editor, later):
    later(HOUR + 1)

    assert not is_in(editor)


def test_who_does_something_stays(editor, later):
    for _ in range(6):
        later(HOUR - 301)
        assert is_in(editor)


def test_after_twelve_hours_it_ends_for_whoever_works(editor, later):
    assert is_in(editor)
    for _ in range(23):
        later(HOUR // 2)
        assert is_in(editor)
    later(HOUR // 2)

    assert not is_in(editor)
    assert Session.objects.count() == 0


def test_a_session_is_not_written_for_every_page(editor, django_assert_num_queries):
    page = "/desk/en/sheets/"
    assert editor.get(page).status == 200
    with django_assert_num_queries(4) as asked:  # session, person, and two for acts
        editor.get(page)

    assert all(row["sql"].startswith("SELECT") for row in asked.captured_queries)


def test_a_closed_account_is_out_at_once(editor):
    close_account(name="anna", actor=OPERATOR)

    assert not is_in(editor)


def test_another_password_ends_every_session(editor):
    change_password(name="anna", password="three other words", actor=OPERATOR)

    assert not is_in(editor)


def test_who_signs_out_is_out_and_the_old_cookie_is_worth_nothing(editor):
    kept = editor.jar["desk"]

    answer = editor.send(HOME, {}, form="/desk/en/sign-out/")

    assert (answer.status, answer.headers["location"]) == (302, "/desk/en/signed-out/")
    assert answer.headers["clear-site-data"] == '"cache"'
    assert "desk" not in editor.jar
    editor.jar["desk"] = kept
    assert not is_in(editor)
    assert Session.objects.count() == 0


def test_who_is_signed_out_is_told(editor):
    answer = editor.send(HOME, {}, form="/desk/en/sign-out/")

    page = read(editor.get(answer.headers["location"]).text)
    assert page.one("h1").text == "You are signed out"
    assert page.one("main").every("a", href="/desk/en/")


def test_in_one_browser_two_people_do_not_meet(editor, browse):
    person(name="ben", password=PASSWORD)
    editor.send(HOME, {}, form="/desk/en/sign-out/")

    editor.sign_in("ben", PASSWORD)

    assert "anna" not in editor.get(HOME).text


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE"])
def test_nobody_is_signed_out_by_a_link(editor, method):
    answer = editor._ask(method, "/desk/en/sign-out/", b"", {"origin": "null"})

    assert answer.status in {403, 405}
    assert is_in(editor)


def test_whoever_has_no_session_any_more_is_signed_out_all_the_same(browse):
    browser = browse()
    browser.get("/desk/en/sign-in/")
    token = read(browser.get("/desk/en/sign-in/").text).one(
        "input", name="csrfmiddlewaretoken"
    )

    answer = browser.post(
        "/desk/en/sign-out/", {"csrfmiddlewaretoken": token.get("value")}
    )

    assert answer.headers["location"] == "/desk/en/signed-out/"


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"origin": "https://evil.example"}, id="elsewhere"),
        pytest.param({"origin": "null"}, id="hidden"),
        pytest.param({"origin": "http://testserver"}, id="not-https"),
    ],
)
def test_no_other_site_signs_anybody_out(editor, headers):
    page = read(editor.get(HOME).text)
    token = page.one("input", name="csrfmiddlewaretoken").get("value")

    answer = editor.post(
        "/desk/en/sign-out/", {"csrfmiddlewaretoken": token}, **headers
    )

    assert answer.status == 403
    assert is_in(editor)
