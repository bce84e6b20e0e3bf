"""Tags, conditions and codings, for whoever asks (RFC 9110)."""

from __future__ import annotations

from wsgiref.util import setup_testing_defaults

import pytest

from glossary.answers import HeldAnswers
from glossary.keys import issue_key
from tests.api.problems import assert_problem
from tests.factories import OPERATOR, published

pytestmark = pytest.mark.django_db

ENTRY = "/api/v1/entries/problem-profile/"


@pytest.fixture(autouse=True)
def _entry(db):
    published()


@pytest.fixture(params=["nobody", "a-key", "a-cookie"])
def whoever(request):
    """Headers of somebody who is known, or not."""
    if request.param == "a-key":
        return {"authorization": f"Bearer {issue_key(name='an app', actor=OPERATOR)}"}
    return {"cookie": "a=b"} if request.param == "a-cookie" else {}


def test_whoever_asks_gets_tags_and_gzip_and_the_limit(site, whoever):
    answer = site.get(ENTRY, accept_encoding="gzip", **whoever)

    assert answer.headers["etag"].endswith('-gzip"')
    assert answer.headers["content-encoding"] == "gzip"
    assert "ratelimit" in answer.headers
    again = site.get(
        ENTRY, accept_encoding="gzip", if_none_match=answer.headers["etag"], **whoever
    )
    assert (again.status, again.raw) == (304, b"")


def test_a_tag_is_the_same_with_a_key_and_without(site, whoever):
    assert site.get(ENTRY, **whoever).headers["etag"] == site.get(ENTRY).headers["etag"]


@pytest.mark.parametrize(
    ("matches", "status"),
    [
        ("*", 304),
        ('"other"', 200),
        ('"other", {tag}', 304),
        ("W/{tag}", 304),
        ("{tag},", 304),
        ("", 200),
    ],
)
def test_if_none_match(site, matches, status):
    tag = site.get(ENTRY).headers["etag"]

    assert site.get(ENTRY, if_none_match=matches.format(tag=tag)).status == status


@pytest.mark.parametrize(
    ("match", "status"), [("*", 200), ("{tag}", 200), ('"other"', 412)]
)
def test_if_match(site, match, status):
    tag = site.get(ENTRY).headers["etag"]

    answer = site.get(ENTRY, if_match=match.format(tag=tag))

    assert answer.status == status
    if status == 412:
        assert_problem(answer, 412, "precondition-failed")


@pytest.mark.parametrize(
    ("since", "status"),
    [
        ("{modified}", 304),
        ("Sat, 01 Jan 2000 00:00:00 GMT", 200),
        ("Sat, 01 Jan 2090 00:00:00 GMT", 304),
        ("yesterday", 200),
    ],
)
def test_if_modified_since(site, since, status):
    modified = site.get(ENTRY).headers["last-modified"]

    answer = site.get(ENTRY, if_modified_since=since.format(modified=modified))

    assert answer.status == status


def test_a_tag_counts_more_than_a_date(site):
    modified = site.get(ENTRY).headers["last-modified"]

    answer = site.get(ENTRY, if_none_match='"other"', if_modified_since=modified)

    assert answer.status == 200


@pytest.mark.parametrize(
    "takes",
    ["gzip", "GZIP", "Gzip;q=0.5", "x-gzip", "*", "br, *;q=0.1", "identity, gzip"],
)
def test_names_of_codings_may_be_written_in_any_case(site, takes):
    answer = site.get(ENTRY, accept_encoding=takes)

    assert answer.headers["content-encoding"] == "gzip"


@pytest.mark.parametrize(
    "takes", ["", "identity", "br", "gzip;q=0", "gzip; Q=0.0", "*;q=0", "gzip;q=0, *"]
)
def test_who_takes_no_gzip_gets_none(site, takes):
    assert "content-encoding" not in site.get(ENTRY, accept_encoding=takes).headers


@pytest.mark.parametrize(
    ("takes", "seen"),
    [
        ("gzip", "gzip"),
        ("GZIP;q=0.5", "gzip"),
        ("*", "gzip"),
        ("gzip;q=0", ""),
        ("gzip;q=0, *", ""),
        ("identity", ""),
        ("", ""),
    ],
)
def test_who_serves_static_files_sees_only_a_coding_that_is_taken(takes, seen):
    environments = []

    def application(environ, start_response):
        environments.append(environ)
        start_response("200 OK", [])
        return []

    environ = {"HTTP_HOST": "testserver", "HTTP_ACCEPT_ENCODING": takes}
    setup_testing_defaults(environ)
    HeldAnswers(application, version=lambda: 1).give(
        {**environ, "PATH_INFO": "/static/glossary/site.css"}
    )

    assert environments[0]["HTTP_ACCEPT_ENCODING"] == seen


@pytest.mark.parametrize(
    ("ask", "status"),
    [
        pytest.param(
            lambda site: site.post(
                "/api/v1/lookup/",
                {"queries": {str(n): {"term": "problem profile"} for n in range(20)}},
                accept_encoding="gzip",
            ),
            200,
            id="a-post",
        ),
        pytest.param(
            lambda site: site.get(
                f"/api/v1/entries/?{'&'.join(f'x{n}=1' for n in range(20))}",
                accept_encoding="gzip",
            ),
            400,
            id="a-problem",
        ),
        pytest.param(
            lambda site: site.get("/api/v1/schema/", accept_encoding="gzip"),
            200,
            id="the-schema",
        ),
        pytest.param(
            lambda site: site.get("/en/search/?q=x", accept_encoding="gzip"),
            200,
            id="a-search",
        ),
        pytest.param(
            lambda site: site.get("/en/nowhere/", accept_encoding="gzip"),
            404,
            id="an-error-page",
        ),
    ],
)
def test_everything_that_is_long_travels_compressed(site, ask, status):
    answer = ask(site)

    assert answer.status == status
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) == len(answer.raw)
    assert len(answer.raw) < len(answer.body)


def test_a_page_has_no_tag(site):
    assert "etag" not in site.get("/en/").headers


@pytest.mark.parametrize(
    ("accept", "status"),
    [
        ("APPLICATION/JSON", 200),
        ("text/html;Q=0.9, Application/*;q=0.1", 200),
        ("text/html", 406),
        ("application/json;q=0", 406),
        ("*/*;q=0, application/json", 200),
        ("nonsense", 200),
    ],
)
def test_media_types_may_be_written_in_any_case(site, accept, status):
    assert site.get(ENTRY, accept=accept).status == status


def test_an_answer_without_a_body_has_no_length(site):
    preflight = site.options(ENTRY, origin="https://app.example")
    tag = site.get(ENTRY).headers["etag"]
    unchanged = site.get(ENTRY, if_none_match=tag)

    for answer in (preflight, unchanged):
        assert "content-length" not in answer.headers
        assert "content-encoding" not in answer.headers
