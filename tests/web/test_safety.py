"""Every answer carries the headers; what nobody works on is refused in a line."""

from __future__ import annotations

import pytest

from explainer.handlers import PublicHandler
from glossary.answers import HeldAnswers
from tests.api.problems import assert_problem
from tests.factories import published
from tests.site import Site
from tests.web.html import read

pytestmark = pytest.mark.django_db

EVERYWHERE = {
    "content-security-policy",
    "permissions-policy",
    "x-frame-options",
    "x-content-type-options",
    "referrer-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "cache-control",
}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        pytest.param("GET", "/en/", 200, id="page"),
        pytest.param("GET", "/", 302, id="choice-of-language"),
        pytest.param("GET", "/en/help", 308, id="missing-slash"),
        pytest.param("GET", "/en/nowhere/", 404, id="not-found"),
        pytest.param("POST", "/en/", 405, id="wrong-method"),
        pytest.param("get", "/en/", 501, id="method-in-small-letters"),
        pytest.param("GET", "http://elsewhere.example/en/", 400, id="another-host"),
        pytest.param("GET", "/static/glossary/site.css", 200, id="stylesheet"),
        pytest.param("GET", "/static/glossary/nothing.css", 404, id="no-such-file"),
        pytest.param("GET", "/api/v1/", 200, id="api"),
        pytest.param("GET", "/api/v1/nowhere/", 404, id="api-not-found"),
        pytest.param("DELETE", "/api/v1/", 405, id="api-wrong-method"),
        pytest.param("OPTIONS", "/api/v1/", 204, id="preflight"),
    ],
)
def test_every_answer_carries_the_headers(site, method, path, status):
    answer = site.ask(method, path)

    assert answer.status == status
    wanted = EVERYWHERE - ({"cache-control"} if method == "OPTIONS" else set())
    assert wanted <= answer.headers.keys()


def test_the_way_to_https_keeps_nothing_of_what_was_asked(settings):
    settings.SECURE_SSL_REDIRECT = True
    handler = PublicHandler(settings.PUBLIC_MIDDLEWARE, settings.ROOT_URLCONF)

    answer = Site(HeldAnswers(handler)).get("/en/search/?q=secret")

    assert answer.status == 301
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers.keys() >= EVERYWHERE


@pytest.mark.parametrize("path", ["/en/", "http://elsewhere.example/en/"])
def test_over_https_every_answer_says_so(site, settings, path):
    settings.SECURE_HSTS_SECONDS = 4711
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

    safe = site.get(path, x_forwarded_proto="https")
    plain = site.get(path)

    assert "max-age=4711;" in safe.headers["strict-transport-security"]
    assert "strict-transport-security" not in plain.headers


@pytest.mark.parametrize(
    "host",
    [
        "elsewhere.example",
        "testserver:99999999",
        "testserver:81",
        "testserver:",
        "testserver:80:80",
        "testserver@elsewhere.example",
        "testserver,testserver",
        "[::1",
        "",
        "a" * 2000,
        "testserver:٨٠",
        "testserver:080",
    ],
)
def test_an_address_that_is_not_ours_is_refused_in_one_line(site, caplog, host):
    answer = site.get("/en/", host=host)

    assert answer.status == 400
    assert [one.getMessage().count("\n") for one in caplog.records] == [0]
    assert "Traceback" not in caplog.text
    assert (host or "Host: ") not in caplog.text


@pytest.mark.parametrize(
    ("host", "scheme", "port"),
    [
        ("testserver", "http", "80"),
        ("TESTSERVER:80", "http", "80"),
        ("testserver.", "http", "80"),
        ("testserver:443", "https", "8000"),
        ("testserver:8000", "http", "8000"),
        ("127.0.0.1:8443", "http", "80"),
    ],
)
def test_an_address_that_is_ours_is_taken(site, settings, host, scheme, port):
    settings.ALLOWED_ADDRESSES = ["127.0.0.1:8443"]
    ask = site._application

    def on_port(environ, start_response):
        return ask({**environ, "SERVER_PORT": port}, start_response)

    site._application = on_port

    assert site.get(f"{scheme}://testserver/en/", host=host).status == 200


def test_a_method_that_a_page_does_not_take_is_said_in_both_languages(site):
    answer = site.ask("POST", "/cy/")

    page = read(answer.text)
    assert answer.headers["allow"] == "GET, HEAD"
    assert [one.get("lang") for one in page.every("section")] == ["cy", "en"]
    assert "999" in page.text
    assert page.one("main").every("a", href="/cy/cymorth/")


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/api/v1", "/api/v1/"),
        ("/api/v1/entries", "/api/v1/entries/"),
        ("/api/v1/entries/problem-profile", "/api/v1/entries/problem-profile/"),
        ("/api/v1/search?q=a%20b", "/api/v1/search/?q=a%20b"),
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_an_app_that_forgets_the_slash_is_led_to_it(site, method, path, location):
    answer = site.ask(method, path, origin="https://app.example")

    assert (answer.status, answer.headers["location"]) == (308, location)
    assert answer.headers["access-control-allow-origin"] == "*"


def test_its_preflight_request_is_answered_as_the_address_would(site):
    answer = site.options("/api/v1/lookup", origin="https://app.example")

    assert answer.status == 204
    assert "POST" in answer.headers["access-control-allow-methods"]


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "OPTIONS"])
@pytest.mark.parametrize("path", ["/api/v1/nowhere/", "/api/v1/nowhere", "/api/v2/"])
def test_where_nothing_is_no_method_is_offered(site, method, path):
    answer = site.ask(method, path)

    assert_problem(answer, 404, "not-found")
    assert "allow" not in answer.headers
    assert "access-control-allow-methods" not in answer.headers


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("too-slow", 408),
        ("incomplete", 400),
        ("too-large", 413),
        ("address-too-long", 414),
        ("head-too-large", 431),
        ("unsupported-media-type", 415),
        ("not-implemented", 501),
        ("unavailable", 503),
    ],
)
def test_what_the_server_refuses_is_said_to_people_and_to_apps(site, code, status):
    ask = site._application

    def refusing(environ, start_response):
        return ask({**environ, "glossary.refusal": code}, start_response)

    site._application = refusing
    page, problem = site.get("/cy/eglurhad/"), site.get("/api/v1/")

    assert page.status == status
    assert {one.get("lang") for one in read(page.text).every("section")} == {"en", "cy"}
    assert_problem(problem, status, code)
    assert ("retry-after" in page.headers) == (status == 503)


def test_a_page_in_welsh_says_so_first(site):
    published()
    ask = site._application
    site._application = lambda environ, start: ask(
        {**environ, "glossary.refusal": "unavailable"}, start
    )

    page = read(site.get("/cy/").text)

    assert page.one("html").get("lang") == "cy"
    assert "bai ni" in page.every("section")[0].text
