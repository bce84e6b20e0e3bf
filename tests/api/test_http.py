"""Caching, conditional requests, HEAD, CORS, compression, limits."""

import time
from urllib.parse import quote

import pytest

from glossary.answers import HeldAnswers
from glossary.api.parsers import MAX_BODY
from tests.api.problems import assert_problem
from tests.factories import published
from tests.site import Site

pytestmark = pytest.mark.django_db
ENTRY = "/api/v1/entries/problem-profile/"


@pytest.fixture(autouse=True)
def _entry(db):
    published()


@pytest.mark.parametrize("path", [ENTRY, "/api/v1/entries/", "/api/v1/lookup/?term=x"])
def test_what_has_not_changed_is_not_sent_again(site, path):
    first = site.get(path)

    again = site.get(path, if_none_match=first.headers["etag"])

    assert (again.status, again.raw) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert again.headers["cache-control"] == first.headers["cache-control"]


def test_what_has_changed_is_sent_again(site):
    first = site.get(ENTRY)
    published(kind="data")

    again = site.get(ENTRY, if_none_match=first.headers["etag"])

    assert again.status == 200
    assert again.headers["etag"] != first.headers["etag"]


def test_each_encoding_has_its_own_tag(site):
    plain = site.get(ENTRY)
    packed = site.get(ENTRY, accept_encoding="br, gzip")

    assert packed.headers["content-encoding"] == "gzip"
    assert packed.body == plain.body
    assert packed.headers["etag"] != plain.headers["etag"]
    assert not packed.headers["etag"].startswith("W/")
    assert "Accept-Encoding" in packed.headers["vary"]


@pytest.mark.parametrize("encodings", ["identity", "gzip;q=0", "br"])
def test_what_does_not_take_gzip_gets_none(site, encodings):
    assert "content-encoding" not in site.get(ENTRY, accept_encoding=encodings).headers


def test_head_is_get_without_the_body(site):
    site.get(ENTRY)
    head, get = site.head(ENTRY), site.get(ENTRY)

    assert (head.status, head.raw) == (200, b"")
    assert head.headers == get.headers


def test_everybody_may_keep_what_is_read(site):
    control = site.get(ENTRY).headers["cache-control"]

    assert "public" in control
    assert "stale-while-revalidate" in control


def test_any_origin_may_read(site):
    answer = site.get(ENTRY, origin="https://app.example")

    assert answer.headers["access-control-allow-origin"] == "*"
    assert "ETag" in answer.headers["access-control-expose-headers"]
    assert "access-control-allow-credentials" not in answer.headers


def test_a_preflight_request_is_answered(site):
    answer = site.options("/api/v1/lookup/", origin="https://app.example")

    assert answer.status == 204
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert "Content-Type" in answer.headers["access-control-allow-headers"]


@pytest.mark.parametrize("path", [ENTRY, "/api/v1/suggest/?format=opensearch"])
def test_the_answer_to_a_preflight_request_has_no_body(site, path):
    answer = site.options(path, origin="https://app.example")

    assert (answer.status, answer.raw) == (204, b"")
    assert "content-type" not in answer.headers


def test_no_cookie_is_set(site):
    assert "set-cookie" not in site.get(ENTRY).headers


def test_held_and_fresh_answers_are_the_same(site):
    from explainer.wsgi import django_application

    fresh = Site(HeldAnswers(django_application, limit=0))

    first, held, made = site.get(ENTRY), site.get(ENTRY), fresh.get(ENTRY)

    assert first.raw == held.raw == made.raw
    assert first.headers == held.headers
    counted = {"ratelimit": held.headers["ratelimit"]}
    assert {**made.headers, **counted} == held.headers


def test_nothing_is_held_from_one_day_to_the_next(db, monkeypatch):
    from explainer.wsgi import django_application

    asked = []

    def counting(environ, start_response):
        asked.append(environ["PATH_INFO"])
        return django_application(environ, start_response)

    site = Site(HeldAnswers(counting))
    site.get("/en/")
    site.get("/en/")
    tomorrow = time.localtime(time.time() + 86400)
    monkeypatch.setattr("glossary.answers.present.time.localtime", lambda: tomorrow)
    site.get("/en/")
    site.get("/en/")

    assert asked == ["/en/", "/en/"]


def test_a_cookie_makes_no_difference(site):
    site.get(ENTRY)
    held = site.get(ENTRY)

    assert site.get(ENTRY, cookie="a=b") == held


def test_an_unknown_host_is_refused(site):
    answer = site.get(f"http://elsewhere.example{ENTRY}")

    assert_problem(answer, 400, "unknown-host")
    assert "Accept-Language" in answer.headers["vary"]


def test_an_unknown_version_is_a_problem(site):
    assert_problem(site.get("/api/v2/"), 404, "not-found")


@pytest.mark.parametrize("kind", ["application/json", "text/plain"])
def test_a_content_type_that_cannot_be_read_is_refused(site, kind):
    kind += "; charset*=nonsense''x"

    answer = site.post("/api/v1/annotate/", {"text": "x"}, content_type=kind)

    assert_problem(answer, 415, "unsupported-media-type")


def test_a_page_is_given_whatever_the_content_type_is(site):
    answer = site.get("/en/", content_type="a/b; c*=nonsense''x")

    assert answer.status == 200


@pytest.mark.parametrize("header", ["cy", "cy-GB,en;q=0.1"])
def test_problems_are_in_the_language_asked_for(site, header):
    answer = site.get("/api/v1/entries/?colour=red", accept_language=header)

    problem = assert_problem(answer, 400, "invalid-query")
    assert answer.headers["content-language"] == "cy"
    assert problem["title"] == "Does dim modd deall y cais"


def test_an_unknown_format_is_named_in_the_language_asked_for(site):
    answer = site.get("/api/v1/entries/?format=csv", accept_language="cy")

    problem = assert_problem(answer, 400, "invalid-query")
    assert "There is" not in problem["detail"]
    assert problem["errors"] == [
        {
            "parameter": "format",
            "code": "unknown-format",
            "detail": "Gallwch ddefnyddio: json.",
        }
    ]


def in_chunks(application):
    """Ask as a server does that was sent a body in chunks: of no known length."""

    def ask(environ, start_response):
        del environ["CONTENT_LENGTH"]
        chunked = {"HTTP_TRANSFER_ENCODING": "chunked", "wsgi.input_terminated": True}
        return application({**environ, **chunked}, start_response)

    return ask


@pytest.fixture
def chunked_site(db):
    from explainer.wsgi import django_application

    return Site(in_chunks(django_application))


@pytest.mark.parametrize("path", ["/api/v1/annotate/", "/api/v1/check/"])
def test_a_body_may_come_in_chunks(site, chunked_site, path):
    body = {"text": "A problem profile."}

    answer = chunked_site.post(path, body)

    assert answer.status == 200, answer.text
    assert answer.json == site.post(path, body).json


def test_a_plain_text_may_come_in_chunks(chunked_site):
    text = b"A problem profile."

    answer = chunked_site.post("/api/v1/annotate/", text, content_type="text/plain")

    assert answer.json["matches"]


@pytest.mark.parametrize("path", ["/api/v1/annotate/", "/api/v1/lookup/"])
def test_a_body_in_chunks_has_the_same_limit(chunked_site, path):
    body = b'{"text":"' + b"a" * MAX_BODY + b'"}'

    assert_problem(chunked_site.post(path, body), 413, "too-large")


@pytest.mark.parametrize("accept", [";;,=", "nonsense", ",", "json, ;q=0"])
def test_an_accept_that_cannot_be_read_rules_nothing_out(site, accept):
    assert site.get("/api/v1/", accept=accept).status == 200


@pytest.mark.parametrize("accept", ["a/b; c*=nonsense''x", "text/html;q=*, ;;,="])
def test_what_can_be_read_of_an_accept_holds(site, accept):
    assert_problem(site.get("/api/v1/", accept=accept), 406, "not-acceptable")


@pytest.mark.parametrize("limit", ["1_0", "\u0663", "+ 5"])
def test_a_limit_is_written_in_plain_figures(site, limit):
    assert_problem(
        site.get(f"/api/v1/entries/?limit={quote(limit)}"), 400, "invalid-query"
    )
