"""A session that ends loses nothing that somebody typed."""

from __future__ import annotations

import pytest
from django.contrib.sessions.models import Session

from tests.desk.conftest import PASSWORD
from tests.desk.writing.forms import CY, EN, SHORT, filled, form, path_of, send, text_of
from tests.web.html import read

pytestmark = pytest.mark.django_db


def again(answer):
    """Return the form that holds what was typed."""
    return read(answer.text).one("main").one("form")


def resend(desk, answer):
    page = again(answer)
    return desk.post(page.get("action"), filled(page))


@pytest.mark.parametrize(
    ("start", "title"),
    [
        (EN, "You are not signed in any more"),
        (CY, "Dydych chi ddim wedi mewngofnodi mwyach"),
    ],
)
def test_what_was_typed_outlives_the_session(desk, draft, start, title):
    opened = desk.get(path_of(draft, start))
    Session.objects.all().delete()

    answer = send(
        desk, path_of(draft, start), answer=opened, **{SHORT: "Two\r\nlines <b>."}
    )

    assert answer.status == 403
    assert read(answer.text).one("h1").text == title
    sent = {**form(opened), SHORT: ["Two\r\nlines <b>."], "do": ["save"]}
    shown = filled(again(answer))
    shown.pop("csrfmiddlewaretoken")
    sent.pop("csrfmiddlewaretoken")
    assert {
        name: [one.replace("\r", "") for one in texts] for name, texts in shown.items()
    } == {
        name: [one.replace("\r", "") for one in texts] for name, texts in sent.items()
    }
    assert text_of(draft)["languages"]["en"]["short"] == "What grooming means."


def test_who_has_signed_in_again_saves_it(desk, draft):
    opened = desk.get(path_of(draft))
    Session.objects.all().delete()
    answer = send(desk, path_of(draft), answer=opened, **{SHORT: "Typed."})
    desk.sign_in("wen", PASSWORD)

    answer = resend(desk, answer)
    assert read(answer.text).one("h1").text == "Please send it again"
    answer = resend(desk, answer)

    assert answer.headers["location"] == path_of(draft)
    assert text_of(draft)["languages"]["en"]["short"] == "Typed."


def test_a_token_that_has_died_loses_nothing(desk, draft):
    opened = desk.get(path_of(draft))
    del desk.jar["desk-form"]

    answer = send(desk, path_of(draft), answer=opened, **{SHORT: "Typed."})
    answer = resend(desk, answer)

    assert text_of(draft)["languages"]["en"]["short"] == "Typed."


def test_a_token_and_a_session_that_have_died_lose_nothing(desk, draft):
    opened = desk.get(path_of(draft))
    desk.jar.clear()

    answer = send(desk, path_of(draft), answer=opened, **{SHORT: "Typed."})
    desk.sign_in("wen", PASSWORD)
    answer = resend(desk, answer)
    resend(desk, answer)

    assert text_of(draft)["languages"]["en"]["short"] == "Typed."


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://testserver"},
        {"referer": "https://evil.example/desk/"},
        {},
    ],
)
def test_what_another_site_sends_is_not_held_out_to_be_sent(doors, draft, headers):
    path = path_of(draft)
    body, kind = b"/x=evil-words", "application/x-www-form-urlencoded"

    answer = doors.ask(
        "POST", f"https://testserver{path}", body=body, content_type=kind, **headers
    )

    assert answer.status == 403
    assert "evil-words" not in answer.text


def test_a_password_never_comes_back(desk):
    answer = desk.post(
        "/desk/en/sign-in/", {"username": "wen", "password": "secret words"}
    )

    assert answer.status == 403
    assert "secret words" not in answer.text


def test_sixty_names_and_sixty_sources_are_saved(desk, draft):
    fields = form(desk.get(path_of(draft)))
    for at in range(60):
        place = f"/languages/en/terms/{at}"
        fields[f"{place}/text"] = [f"name {at}"]
        for name in ("type", "status", "plural", "sort_as", "forms", "unless", "only"):
            fields[f"{place}/{name}"] = ["x"]
        for name in ("source", "quotation", "lang", "locator"):
            fields[f"/citations/{at}/{name}"] = ["words " * 40]

    answer = desk.post(path_of(draft), {**fields, "do": "save"})

    assert answer.status == 302
    assert len(text_of(draft)["languages"]["en"]["terms"]) == 60
    assert len(text_of(draft)["citations"]) == 60
    page = desk.get(path_of(draft))
    assert len(form(page)) > 1000
    assert send(desk, path_of(draft), answer=page).status == 302


@pytest.mark.parametrize(
    ("start", "title"),
    [
        (EN, "That is more than we can take"),
        (CY, "Mae hynny'n fwy nag y gallwn ei dderbyn"),
    ],
)
def test_more_than_anybody_writes_is_refused_in_words(desk, draft, start, title):
    fields = {f"/x{number}": "1" for number in range(20_001)}

    answer = desk.post(path_of(draft, start), fields)

    assert answer.status == 413
    assert read(answer.text).one("h1").text == title
