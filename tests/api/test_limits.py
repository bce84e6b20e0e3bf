"""What an app may ask for, and that every answer tells it."""

from __future__ import annotations

import re

import pytest

from glossary.api.urls import urlpatterns
from glossary.keys import issue_key
from glossary.limits import of_addresses
from tests.api.problems import assert_problem
from tests.factories import OPERATOR, published

pytestmark = pytest.mark.django_db

ENTRY = "/api/v1/entries/problem-profile/"
ANNOTATE = "/api/v1/annotate/"
PREFLIGHT = {"origin": "https://app.example", "access_control_request_method": "POST"}


@pytest.fixture(autouse=True)
def _entry(db, settings):
    published()
    settings.RATE_LIMIT = "100/minute"


def left(answer, policy="address"):
    """Return what an answer says is left, and check that its fields agree."""
    quotas = {"address": 100, "key": 500}
    assert answer.headers["ratelimit-policy"] == f'"{policy}";q={quotas[policy]};w=60'
    found = re.fullmatch(rf'"{policy}";r=(\d+);t=60', answer.headers["ratelimit"])
    assert found
    return int(found[1])


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        pytest.param("GET", ENTRY, {}, 200, id="read"),
        pytest.param("HEAD", ENTRY, {}, 200, id="head"),
        pytest.param("GET", "/api/v1/search/?q=x", {}, 200, id="words"),
        pytest.param("GET", ENTRY, {"if_match": '"x"'}, 412, id="not-what-it-was"),
        pytest.param("GET", f"{ENTRY}?colour=red", {}, 400, id="unknown-parameter"),
        pytest.param("GET", "/api/v1/entries/nope/", {}, 404, id="no-such-entry"),
        pytest.param("GET", "/api/v1/nope/", {}, 404, id="nowhere"),
        pytest.param("GET", "/api/v2/", {}, 404, id="no-such-version"),
        pytest.param("GET", "/api/v1/entries", {}, 308, id="missing-slash"),
        pytest.param("DELETE", ENTRY, {}, 405, id="wrong-method"),
        pytest.param("GET", ENTRY, {"accept": "text/html"}, 406, id="unacceptable"),
        pytest.param("POST", ANNOTATE, {}, 400, id="no-body"),
        pytest.param("GET", ENTRY, {"authorization": "Bearer x"}, 401, id="wrong-key"),
        pytest.param("OPTIONS", ENTRY, {}, 204, id="options"),
    ],
)
def test_every_answer_that_was_counted_tells_what_is_left(
    site, method, path, headers, status
):
    answers = [site.ask(method, path, **headers) for _ in range(2)]

    assert [answer.status for answer in answers] == [status] * 2
    assert left(answers[0]) == 99
    assert left(answers[1]) <= 99


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        pytest.param("GET", ENTRY, {}, 200, id="held"),
        pytest.param("HEAD", ENTRY, {}, 200, id="head"),
        pytest.param("GET", ENTRY, {"if_none_match": "*"}, 304, id="not-modified"),
        pytest.param("GET", ENTRY, {"accept_encoding": "gzip"}, 200, id="packed"),
        pytest.param("OPTIONS", ANNOTATE, PREFLIGHT, 204, id="preflight"),
        pytest.param("GET", "http://elsewhere.example/api/v1/", {}, 400, id="host"),
    ],
)
def test_what_cost_nothing_is_free_and_tells_what_is_left(
    site, method, path, headers, status
):
    site.get(ENTRY)

    answers = [site.ask(method, path, **headers) for _ in range(3)]

    assert {answer.status for answer in answers} == {status}
    assert [left(answer) for answer in answers] == [99] * 3


def test_nobody_reads_of_another_in_a_held_answer(site):
    first = site.get(ENTRY, x_forwarded_for="192.0.2.1")
    site.get("/api/v1/nope/", x_forwarded_for="192.0.2.1")

    again = site.get(ENTRY, x_forwarded_for="192.0.2.1")
    other = site.get(ENTRY, x_forwarded_for="192.0.2.2")

    assert [left(one) for one in (first, again, other)] == [99, 98, 100]


def test_a_key_has_its_own_count_and_every_answer_tells_it(site, settings):
    settings.KEY_RATE_LIMIT = "500/minute"
    key = {"authorization": f"Bearer {issue_key(name='an app', actor=OPERATOR)}"}
    site.get(ENTRY)

    first = site.get(ENTRY, **key)
    again = site.get(ENTRY, **key, if_none_match=first.headers["etag"])
    wrong = site.get(f"{ENTRY}?colour=red", **key)

    assert [one.status for one in (first, again, wrong)] == [200, 304, 400]
    assert [left(one, "key") for one in (first, again, wrong)] == [499, 498, 497]
    assert left(site.get(ENTRY)) == 99


def test_wrong_keys_are_counted_against_who_sends_them(site):
    statuses = [
        site.get(ENTRY, authorization=f"Bearer {number}").status
        for number in range(120)
    ]

    assert statuses == [401] * 100 + [429] * 20


def spent(site, **headers):
    """Return the answer to one who has used up everything."""
    for _ in range(100):
        site.get("/api/v1/nope/", **headers)
    return site.get("/api/v1/nope/", **headers)


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_one_too_many_is_told_when_to_come_back(site, lang, clock):
    clock.now += 17

    answer = spent(site, accept_language=lang, origin="https://app.example")

    assert_problem(answer, 429, "too-many-requests")
    assert answer.headers["content-language"] == lang
    assert answer.headers["retry-after"] == "43"
    assert answer.headers["ratelimit"] == '"address";r=0;t=43'
    assert answer.headers["access-control-allow-origin"] == "*"
    exposed = answer.headers["access-control-expose-headers"]
    assert {"RateLimit", "Retry-After"} <= set(exposed.split(", "))


def test_it_is_true_that_one_may_come_back_then(site, clock):
    wait = int(spent(site).headers["retry-after"])
    clock.now += wait

    assert site.get("/api/v1/nope/").status == 404


def test_who_has_used_up_everything_still_gets_what_costs_nothing(site):
    site.get(ENTRY)
    spent(site)

    assert site.get(ENTRY).status == 200
    assert site.options(ANNOTATE, **PREFLIGHT).status == 204
    assert left(site.get(ENTRY)) == 0


def test_what_was_refused_did_not_cost_anything(site, clock):
    spent(site)
    for _ in range(50):
        spent(site)

    assert site.get("/api/v1/nope/", x_forwarded_for="192.0.2.9").status == 404


@pytest.mark.parametrize("proxies", [0, 1])
def test_no_made_up_address_makes_somebody_new(site, settings, proxies):
    settings.PROXIES = proxies
    nearest = ", 198.51.100.7" if proxies else ""

    statuses = [
        site.get("/api/v1/nope/", x_forwarded_for=f"192.0.2.{number}{nearest}").status
        for number in range(110)
    ]

    assert statuses == [404] * 100 + [429] * 10


@pytest.mark.parametrize(
    ("path", "body", "least", "most"),
    [
        pytest.param(ANNOTATE, {"text": "a"}, 1, 1, id="a-short-text"),
        pytest.param(ANNOTATE, {"text": "a " * 100_000}, 20, 25, id="a-long-text"),
        pytest.param("/api/v1/check/", {"text": "a"}, 5, 5, id="a-check"),
        pytest.param(
            "/api/v1/check/", {"text": "a " * 50_000}, 20, 30, id="a-long-check"
        ),
        pytest.param("/api/v1/search/", {"q": "a"}, 1, 1, id="a-search"),
        pytest.param(
            "/api/v1/lookup/",
            {"queries": {str(n): {"term": f"word {n}"} for n in range(200)}},
            10,
            20,
            id="two-hundred-names",
        ),
    ],
)
def test_what_costs_more_counts_for_more(site, path, body, least, most):
    answer = site.post(path, body)

    assert answer.status == 200
    assert least <= 100 - left(answer) <= most


def test_a_long_answer_counts_for_more(site, monkeypatch):
    monkeypatch.setattr("glossary.limits.PER_ANSWER", 100)

    answer = site.get(ENTRY)

    assert left(answer) == 99 - len(answer.body) // 100
    assert left(site.get(ENTRY)) == left(answer)


def test_a_limit_is_told_for_each_address_of_the_api(site):
    routes = urlpatterns[:-1]

    assert len(routes) > 10
    for route in routes:
        path = f"/api/v1/{route.pattern}".replace("<slug:entry_id>", "x")
        answer = site.get(path.replace("<slug:source_id>", "x"))
        assert "ratelimit" in answer.headers, path


def test_a_limit_may_be_of_another_length(site, settings):
    settings.RATE_LIMIT = "3/hour"

    assert of_addresses().seconds == 3600
    assert site.get(ENTRY).headers["ratelimit"] == '"address";r=2;t=3600'
