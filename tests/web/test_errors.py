"""What a reader sees when something is not there or broken."""

import json

import pytest
from django.test import RequestFactory
from django.urls import get_resolver

from glossary import reading
from glossary.web import errors
from tests.web.html import read

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "accept", "lang"),
    [
        pytest.param("/en/nowhere/", "cy", "en", id="english-address"),
        pytest.param("/cy/unman/", "en", "cy", id="welsh-address"),
        pytest.param("/nowhere/", "cy", "cy", id="no-language-in-it"),
        pytest.param("/nowhere/", "", "en", id="no-language-at-all"),
        pytest.param("/cy", "en", "", id="only-a-slash-missing"),
    ],
)
def test_what_is_not_there_is_said_in_the_language_of_the_address(
    site, path, accept, lang
):
    answer = site.get(path, accept_language=accept)

    if not lang:
        assert (answer.status, answer.headers["location"]) == (308, f"{path}/")
        return
    assert answer.status == 404
    assert answer.headers["content-language"] == lang
    assert read(answer.text).one("html").get("lang") == lang


def test_both_languages_are_there_where_nobody_knows_which(site):
    page = read(site.get("/nowhere/").text)

    other = page.one("main").one("div", lang="cy")
    assert other.one("a").get("href") == "/cy/"
    assert not read(site.get("/en/nowhere/").text).one("main").every("div", lang="cy")


def test_a_page_that_is_not_there_offers_ways_on(site):
    page = read(site.get("/cy/unman/").text)

    main = page.one("main")
    assert main.every("input", name="q")
    assert main.every("a", href="/cy/a-i-y/")
    assert main.every("a", href="/cy/cymorth/")
    assert page.one("meta", name="robots").get("content") == "noindex"


@pytest.mark.parametrize(
    ("path", "location"),
    [
        pytest.param("/en/a-to-z", "/en/a-to-z/", id="page"),
        pytest.param("/cy/chwilio?q=a%20b", "/cy/chwilio/?q=a%20b", id="with-a-query"),
        pytest.param("/en/terms/anything", "/en/terms/anything/", id="entry"),
        pytest.param("/cy/a-i-y/%C3%A9", "/cy/a-i-y/%C3%A9/", id="with-an-accent"),
        pytest.param("/en/a-to-z/%3F", "/en/a-to-z/%3F/", id="with-a-question-mark"),
    ],
)
def test_a_missing_slash_is_put_right(site, path, location):
    answer = site.get(path)

    assert (answer.status, answer.headers["location"]) == (308, location)


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/nowhere", id="nothing-with-a-slash-either"),
        pytest.param("http://testserver//evil.example", id="another-site"),
        pytest.param("http://testserver//EVIL.example/EN/", id="another-in-capitals"),
        pytest.param(
            "http://testserver//evil.example/", id="another-site-with-a-slash"
        ),
        pytest.param("/en/terms/a%00b/", id="nul"),
        pytest.param("/en/terms/a%0Ab", id="a-new-line"),
        pytest.param("/en/terms/nothing/", id="no-such-entry"),
        pytest.param("/en/terms/%FF/", id="not-utf-8"),
        pytest.param("/en/terms/../../etc/passwd/", id="dots"),
        pytest.param("/fr/", id="another-language"),
    ],
)
def test_strange_addresses_are_not_found(site, path):
    answer = site.get(path)

    assert answer.status == 404
    assert "location" not in answer.headers


def test_another_host_is_refused_with_a_page(site):
    answer = site.get("http://evil.example/cy/")

    assert answer.status == 400
    assert "evil" not in answer.text
    assert answer.headers["content-language"] == "cy"


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "You may have to type your words again."),
        ("cy", "Efallai y bydd rhaid i chi deipio eich geiriau eto."),
    ],
)
@pytest.mark.parametrize(
    "form", [{"en": "suggest", "cy": "awgrymu"}, {"en": "feedback", "cy": "adborth"}]
)
def test_no_form_that_cannot_be_read_promises_that_it_is_kept(site, lang, said, form):
    """No page is kept by a browser, so a form may be empty behind Back."""
    path = f"/{lang}/{form[lang]}/" + ("grooming/" if form["en"] == "feedback" else "")
    sent = "&".join(f"field{number}=1" for number in range(20_001)).encode()

    answer = site.post(
        path,
        sent,
        content_type="application/x-www-form-urlencoded",
        sec_fetch_site="same-origin",
    )

    assert answer.status == 400
    assert said in answer.text
    assert "lost" not in answer.text


def test_an_app_gets_problem_details(site):
    answer = site.get("http://evil.example/api/v1/")

    assert answer.status == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json["code"] == "unknown-host"


def test_what_is_closed_is_said_to_be(rf: RequestFactory):
    answer = errors.forbidden(
        rf.get("/cy/closed/", headers={"host": "testserver"}), PermissionError()
    )

    assert answer.status_code == 403
    assert answer["Content-Language"] == "cy"


def test_an_app_is_told_that_it_is_not_the_key(rf: RequestFactory):
    request = rf.get("/api/v1/closed/", headers={"host": "testserver"})

    answer = errors.forbidden(request, PermissionError())

    assert answer.status_code == 403
    assert json.loads(answer.content)["code"] == "permission-denied"


def test_a_broken_database_leaves_a_page_in_both_languages(site, monkeypatch):
    def broken():
        raise RuntimeError

    monkeypatch.setattr(reading, "shelf", broken)

    answer = site.get("/en/")
    page = read(answer.text)

    assert answer.status == 500
    assert answer.headers["cache-control"] == "no-store"
    assert [one.lang for one in page.every("h2")] == ["cy", "en"]
    assert "999" in page.text
    assert [one.get("href") for one in page.every("a", class_="exit")] == [
        "https://exit.example/"
    ]
    assert "$" not in answer.text


def test_the_page_for_a_broken_site_needs_no_template_and_no_collected_files(
    rf, settings
):
    settings.TEMPLATES = []
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {
            "BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
        },
    }
    settings.DEBUG = False
    errors._broken_page.cache_clear()

    answer = errors.server_error(rf.get("/en/"))

    errors._broken_page.cache_clear()
    assert answer.status_code == 500
    assert b"/static/glossary/site.css" in answer.content


def test_an_app_is_told_of_a_broken_site_in_its_own_way(rf):
    answer = errors.server_error(rf.get("/api/v1/", headers={"accept-language": "cy"}))

    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Content-Language"] == "cy"


def test_the_project_uses_these_pages():
    for status in (400, 403, 404, 500):
        assert (
            get_resolver().resolve_error_handler(status).__module__ == errors.__name__
        )
