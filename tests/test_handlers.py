"""Behind the public door nothing can set a cookie, whatever a view does."""

from __future__ import annotations

import pytest

from explainer.handlers import CookieError, PublicHandler
from glossary.answers import HeldAnswers
from tests import misbehaving
from tests.site import Site

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(settings):
    return Site(
        HeldAnswers(
            PublicHandler(settings.PUBLIC_MIDDLEWARE, misbehaving.__name__), limit=0
        )
    )


def names(views):
    return [view.__name__ for view in views]


@pytest.mark.parametrize("view", names(misbehaving.SETTING))
def test_a_view_that_sets_a_cookie_fails_where_somebody_is_looking(site, view):
    with pytest.raises(CookieError, match=view):
        site.get(f"/{view}")


@pytest.mark.parametrize("view", names(misbehaving.SETTING))
def test_for_readers_it_sets_none_and_the_log_says_which(site, settings, caplog, view):
    settings.FAIL_ON_COOKIES = False

    answer = site.get(f"/{view}", cookie="reader=1")

    assert answer.status == 200
    assert answer.cookies == ()
    assert f"A cookie was dropped: {view}" in caplog.text


@pytest.mark.parametrize("view", names(misbehaving.TOUCHING))
@pytest.mark.parametrize("strictly", [True, False])
def test_a_view_that_needs_somebody_fails_and_leaves_nothing(
    site, settings, caplog, view, strictly
):
    settings.FAIL_ON_COOKIES = strictly

    answer = site.get(f"/{view}")

    assert answer.status == 500
    assert answer.cookies == ()
    assert "Unexpected error in a page" in caplog.text


def test_no_view_learns_of_a_cookie(site):
    assert site.get("/reads_cookies", cookie="reader=1").text == "{}"


@pytest.mark.parametrize(
    "one",
    [
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
    ],
)
def test_nothing_that_knows_people_stands_behind_the_public_door(settings, one):
    assert one in settings.MIDDLEWARE
    assert one not in settings.PUBLIC_MIDDLEWARE


def test_even_a_session_that_somebody_put_there_sets_no_cookie(settings):
    settings.FAIL_ON_COOKIES = False
    middleware = [
        *settings.PUBLIC_MIDDLEWARE,
        "django.contrib.sessions.middleware.SessionMiddleware",
    ]
    site = Site(HeldAnswers(PublicHandler(middleware, misbehaving.__name__), limit=0))

    answer = site.get("/uses_the_session")

    assert (answer.status, answer.cookies) == (200, ())


def test_what_one_door_loads_is_not_left_for_the_next(settings):
    before = [*settings.MIDDLEWARE]

    PublicHandler(settings.PUBLIC_MIDDLEWARE, misbehaving.__name__)

    assert before == settings.MIDDLEWARE
