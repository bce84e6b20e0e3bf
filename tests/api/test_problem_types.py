"""A problem has one address, whoever asks, how, and in which language (RFC 9457, 3.1.1)."""

import pytest

from glossary.problems import PROBLEMS, problem_details

pytestmark = pytest.mark.django_db

ASKED = [
    pytest.param("/api/v1/", {}, "en", id="plainly"),
    pytest.param("/api/v1/", {"accept_language": "cy"}, "cy", id="in-welsh"),
    pytest.param("/api/v1/", {"accept_language": "fr"}, "en", id="in-french"),
    pytest.param("/api/v1/?in=cy", {"accept_language": "en"}, "cy", id="in"),
    pytest.param("/api/v1/?limit=9&in=cy%2Cen", {}, "cy", id="in-several"),
    pytest.param("/api/v1/?in=fr", {"accept_language": "cy"}, "cy", id="in-unknown"),
    pytest.param("http://localhost/api/v1/", {}, "en", id="another-name-of-ours"),
    pytest.param("http://evil.example/api/v1/", {}, "en", id="a-name-that-is-not-ours"),
    pytest.param("/api/v2/nowhere", {}, "en", id="nowhere"),
]


@pytest.mark.parametrize("code", PROBLEMS)
@pytest.mark.parametrize(("url", "headers", "lang"), ASKED)
def test_a_problem_is_the_same_for_all(site, code, url, headers, lang):
    """What the server refuses is said without a view: the harder of the two ways."""
    ask = site._application
    site._application = lambda environ, start_response: ask(
        {**environ, "glossary.refusal": code}, start_response
    )

    answer = site.get(url, **headers)

    assert answer.status == PROBLEMS[code].status
    assert answer.json["type"] == f"https://words.example/problems/{code}/"
    assert answer.json["code"] == code
    assert answer.headers["content-language"] == lang


@pytest.mark.parametrize(("url", "headers", "lang"), ASKED[:-3])
def test_an_address_of_the_api_says_the_same_as_the_server(site, url, headers, lang):
    query = f"{url}{'&' if '?' in url else '?'}colour=red"

    answer = site.get(query, **headers)

    assert answer.json["type"] == "https://words.example/problems/invalid-query/"
    assert answer.headers["content-language"] == lang


@pytest.mark.parametrize("address", ["https://a.example", "http://localhost:8000"])
def test_the_site_calls_problems_by_its_own_address(settings, address):
    settings.SITE_ADDRESS = address

    details = problem_details("not-found", instance="/api/v1/x/")

    assert details["type"] == f"{address}/problems/not-found/"


def test_both_ways_to_say_a_problem_have_the_same_members(site):
    refused = site.get("http://evil.example/api/v1/")
    answered = site.get("/api/v1/nothing/")

    assert refused.json.keys() == answered.json.keys()
    assert refused.headers["content-type"] == answered.headers["content-type"]
    assert refused.headers["vary"] == answered.headers["vary"]
    assert refused.headers["cache-control"] == answered.headers["cache-control"]


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        pytest.param(
            lambda site: site.get("/api/v1/lookup/?colour=red"),
            "invalid-query",
            id="a-parameter",
        ),
        pytest.param(
            lambda site: site.post("/api/v1/lookup/", {"colour": "red"}),
            "invalid-body",
            id="a-body",
        ),
        pytest.param(
            lambda site: site.post("/api/v1/lookup/?colour=red", {"queries": {}}),
            "invalid-query",
            id="a-parameter-beside-a-body",
        ),
        pytest.param(
            lambda site: site.get(f"/api/v1/?{'a&' * 2000}"),
            "invalid-query",
            id="too-many-parameters",
        ),
        pytest.param(
            lambda site: site.get("http://evil.example/api/v1/lookup/?term=x"),
            "unknown-host",
            id="a-host",
        ),
    ],
)
def test_what_is_wrong_has_a_code_of_its_own(site, ask, code):
    answer = ask(site)

    assert (answer.status, answer.json["code"]) == (400, code)
