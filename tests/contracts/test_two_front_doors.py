"""No cookie on a public page, and nothing of the desk outside its door: every address."""

from __future__ import annotations

import re
import threading

import pytest
from django.core.checks import run_checks
from django.core.checks.urls import check_resolver
from django.urls import get_resolver, reverse, set_urlconf
from django.urls.exceptions import NoReverseMatch

from glossary import languages, limits
from glossary.desk.urls import ROUTES
from glossary.doors import leads_to_desk, urlconf_for
from tests.desk.browser import Browser
from tests.factories import person, published
from tests.web.html import read

pytestmark = pytest.mark.django_db

COOKIES = "desk=0123456789abcdefghijklmnopqrstuv; desk-form=x; messages=y; sessionid=z"
VALUES = {
    "letter": "p",
    "topic": "police-data",
    "slug": "problem-profile",
    "source_id": "report-2023",
    "code": "not-found",
    "entry_id": "problem-profile",
    "name": "icon",
    "anywhere": "nowhere/",
    "number": "1",
}
PUBLIC, DESK = "explainer.urls", "explainer.desk_urls"


def paths(urlconf):
    """Return a path of every route behind a door, each with its name."""
    found = {}
    resolver = get_resolver(urlconf)
    places = [("/", resolver)]
    places += [(f"/{prefix}", one) for prefix, one in resolver.namespace_dict.values()]
    for start, one in places:
        routes = one.reverse_dict
        for name in filter(lambda name: isinstance(name, str), routes):
            for template, parameters in routes.getlist(name)[0][0]:
                values = {key: VALUES.get(key, "x") for key in parameters}
                found[start + template % values] = name
    return found


PUBLIC_PATHS, DESK_PATHS = paths(PUBLIC), paths(DESK)


@pytest.fixture
def _content(db):
    published("problem-profile")


def test_there_are_addresses_behind_both_doors():
    assert len(PUBLIC_PATHS) > 70
    assert len(DESK_PATHS) == 2 + (1 + len(ROUTES)) * len(languages.codes())
    assert not any(leads_to_desk(path, "testserver") for path in PUBLIC_PATHS)
    assert all(leads_to_desk(path, "testserver") for path in DESK_PATHS)


@pytest.mark.usefixtures("_content")
@pytest.mark.parametrize("path", sorted(PUBLIC_PATHS))
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_no_public_address_sets_a_cookie_or_cares_for_one(doors, method, path):
    plain = doors.ask(method, path)
    doors._application.public.held._answers.clear()
    limits.forget()

    answer = doors.ask(method, path, cookie=COOKIES)

    assert answer.cookies == plain.cookies == ()
    assert "cookie" not in answer.headers.get("vary", "").lower()
    assert answer == plain


@pytest.mark.usefixtures("_content")
@pytest.mark.parametrize("path", ["/en/", "/en/terms/problem-profile/", "/api/v1/"])
def test_a_held_answer_is_given_whatever_cookie_comes(doors, path, monkeypatch):
    doors.get(path)
    held = doors.get(path)
    monkeypatch.setattr(doors._application.public, "_application", None)

    assert doors.get(path, cookie=COOKIES) == held


OPEN = {
    "desk-root": 302,
    "desk-sign-in": 200,
    "desk-signed-out": 200,
    "desk-sign-out": 405,
    "desk-second-step": 302,
    "desk-passkey": 405,
    "desk-welcome": 404,
}


def open_status(name):
    """Return what somebody gets who is not there, where that may be anybody."""
    return OPEN.get(name.removeprefix("en-").removeprefix("cy-"))


@pytest.mark.parametrize(("path", "name"), sorted(DESK_PATHS.items()))
def test_what_asks_nobody_at_the_desk_is_known(doors, path, name):
    answer = doors.get(f"https://testserver{path}")

    assert (answer.status != 302) == (open_status(name) not in (None, 302))
    assert answer.status == (open_status(name) or 302)


@pytest.mark.parametrize(
    "path", sorted(path for path, name in DESK_PATHS.items() if not open_status(name))
)
def test_every_address_of_the_desk_asks_who_is_there(doors, path):
    answer = doors.get(f"https://testserver{path}")

    assert answer.status == 302
    assert re.match(
        r"/desk/(en/sign-in|cy/mewngofnodi)/\?next=/desk/", answer.headers["location"]
    )


@pytest.mark.parametrize("path", sorted(DESK_PATHS))
@pytest.mark.parametrize("method", ["GET", "POST", "HEAD", "DELETE", "get"])
def test_nothing_of_the_desk_is_kept_or_listed_anywhere(doors, method, path):
    before = len(doors._application.public.held)

    answer = doors.ask(method, f"https://testserver{path}")

    assert len(doors._application.public.held) == before
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"
    assert answer.headers["referrer-policy"] == "same-origin"
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "; script-src 'self'; " in policy
    assert "frame-ancestors 'none'" in policy
    assert "etag" not in answer.headers
    assert "access-control-allow-origin" not in answer.headers
    assert all("Path=/desk/;" in one and "HttpOnly" in one for one in answer.cookies)


@pytest.mark.parametrize("path", sorted(DESK_PATHS))
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_the_desk_takes_nothing_without_the_token_of_a_form(doors, method, path):
    answer = doors.ask(method, f"https://testserver{path}", cookie=COOKIES)

    assert answer.status == 403


def test_the_cookies_of_somebody_who_is_signed_in_stay_at_the_desk(doors):
    person(name="anna", password="three words of mine")
    browser = Browser(doors)
    browser.sign_in("anna", "three words of mine")

    assert {name: one["path"] for name, one in browser.jar.items()} == {
        "desk": "/desk/",
        "desk-form": "/desk/",
    }
    assert all(one["samesite"] == "Lax" for one in browser.jar.values())
    # They go when the browser is closed.
    assert not any(one["max-age"] or one["expires"] for one in browser.jar.values())


@pytest.mark.usefixtures("_content")
def test_no_public_page_leads_to_the_desk(doors):
    for path in sorted(PUBLIC_PATHS):
        answer = doors.get(path)
        if path == "/robots.txt" or "text/html" not in answer.headers["content-type"]:
            continue
        links = [one.get("href") for one in read(answer.text).every("a")]
        assert not [link for link in links if "/desk" in link]
    assert len(links) > 3


def test_crawlers_are_kept_out(doors):
    assert "\nDisallow: /desk/\n" in doors.get("/robots.txt").text


@pytest.mark.parametrize("path", [*sorted(DESK_PATHS), "/desk"])
def test_where_there_is_no_desk_there_is_no_page(doors, settings, path):
    settings.DESK = False

    answer = doors.get(path)

    assert answer.status == 404
    assert answer.cookies == ()
    assert read(answer.text).one("h1").text in {
        "There is no page here",
        "Does dim tudalen yma",
    }


def test_where_there_is_no_desk_crawlers_are_not_told_of_one(doors, settings):
    settings.DESK = False
    doors._application.public.held._answers.clear()

    assert "desk" not in doors.get("/robots.txt").text


@pytest.mark.parametrize(
    ("path", "is_desk"),
    [
        ("/desk", True),
        ("/desk/", True),
        ("/desk/x", True),
        ("/desks/", False),
        ("/desk.html", False),
        ("/DESK/", False),
        ("/en/desk/", False),
        ("//desk/", False),
        ("/en/../desk/", False),
        ("/", False),
        ("", False),
    ],
)
def test_a_path_leads_through_one_door(path, is_desk):
    assert leads_to_desk(path, "testserver") is is_desk
    assert urlconf_for(path, "testserver") == (DESK if is_desk else PUBLIC)


@pytest.mark.parametrize("urlconf", [PUBLIC, DESK])
def test_django_finds_no_fault_with_the_addresses(urlconf):
    assert check_resolver(get_resolver(urlconf)) == []


def test_what_is_made_and_found_behind_a_door_is_its_own():
    """In threads, as they are: one after another, and at the same time."""
    both, found = threading.Barrier(2), {}

    def go(urlconf, mine, other):
        set_urlconf(urlconf)
        both.wait(5)
        found[urlconf] = reverse(mine)
        with pytest.raises(NoReverseMatch):
            reverse(other)

    names = "en-home", "en-desk-home"
    threads = [
        threading.Thread(target=go, args=(PUBLIC, *names)),
        threading.Thread(target=go, args=(DESK, *reversed(names))),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == {PUBLIC: "/en/", DESK: "/desk/en/"}


def test_a_thread_that_was_at_the_desk_knows_the_public_addresses_again(doors):
    for _ in range(2):
        assert doors.get("https://testserver/desk/en/sign-in/").status == 200
        assert reverse("en-home") == "/en/"
        assert doors.get("/en/").status == 200


def test_no_check_of_django_is_silenced(settings):
    assert settings.SILENCED_SYSTEM_CHECKS == []


@pytest.mark.parametrize(
    ("missing", "check"),
    [
        ("django.middleware.csrf.CsrfViewMiddleware", "security.W003"),
        ("django.middleware.clickjacking.XFrameOptionsMiddleware", "security.W002"),
        ("django.middleware.security.SecurityMiddleware", "security.W001"),
    ],
)
def test_the_checks_look_at_the_desk(settings, missing, check):
    settings.SECURE_SSL_REDIRECT = True
    assert check not in {one.id for one in run_checks(include_deployment_checks=True)}
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if one != missing]

    assert check in {one.id for one in run_checks(include_deployment_checks=True)}
