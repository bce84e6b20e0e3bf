"""What the layer says to Django and makes of what Django says, without a database."""

from __future__ import annotations

import gzip
import threading
from typing import Any

import pytest
from django.db import OperationalError

from glossary import limits
from glossary.answers import (
    FIELDS,
    HOLD,
    OURS,
    REFUSAL,
    SHARED,
    Asked,
    HeldAnswers,
    Unheld,
)
from glossary.answers.layer import joined
from tests.site import Site

BODY = b"a text " * 200
API = "/api/v1/entries/grooming/"
JSON = ("Content-Type", "application/json")
ENVIRON = {
    "REQUEST_METHOD": "GET",
    "wsgi.url_scheme": "http",
    "HTTP_HOST": "testserver",
    "SERVER_PORT": "80",
}


class Django:
    """Answers as it is told, says that it may be held, remembers what it was asked."""

    def __init__(self, status="200 OK", headers=(JSON,), body=BODY, **said):
        self.asked = []
        self._answer = status, list(headers), body
        self._said = {HOLD: True} | said

    def __call__(self, environ, start_response):
        self.asked.append({**environ})
        environ.update(self._said)
        status, headers, body = self._answer
        if REFUSAL in environ:
            status, body = "412 Precondition Failed", environ[REFUSAL].encode()
        start_response(status, headers)
        return [body[:10], body[10:]]


def layer(django, version=lambda: 1):
    return HeldAnswers(django, version=version, limit=1_000_000)


def test_a_second_question_is_not_asked():
    django = Django()
    site = Site(layer(django))

    first, second = site.get(API), site.get(API)

    assert len(django.asked) == 1
    assert first.body == second.body == BODY


@pytest.mark.parametrize(
    ("host", "seen"),
    [
        ("testserver:80", "testserver"),
        ("LOCALHOST", "localhost"),
        ("elsewhere.example:81", "elsewhere.example:81"),
    ],
)
def test_django_sees_an_address_of_ours_in_its_one_form(host, seen):
    django = Django()

    Site(layer(django)).get(f"http://{host}{API}")

    assert django.asked[0]["HTTP_HOST"] == seen


@pytest.mark.parametrize("path", [API, "/en/"])
def test_head_is_answered_as_get_is_and_without_bytes(path):
    django = Django()
    site = Site(layer(django))

    headed = site.head(path, accept_encoding="gzip")
    got = site.get(path, accept_encoding="gzip")

    assert [(one["REQUEST_METHOD"], one["PATH_INFO"]) for one in django.asked] == [
        ("GET", path)
    ]
    assert (headed.status, headed.raw) == (200, b"")
    assert headed.headers["content-length"] == str(len(got.raw))
    assert got.body == BODY


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        ("200 OK", [("Content-Type", "text/css"), ("Content-Length", "1400")]),
        ("204 No Content", []),
        ("304 Not Modified", [("ETag", '"theirs"')]),
    ],
)
def test_a_file_and_what_has_no_body_go_out_as_they_are(status, headers):
    django = Django(status, headers)
    held = layer(django)
    site = Site(held)

    got, headed = (
        site.ask(method, "/en/", accept_encoding="gzip") for method in ("GET", "HEAD")
    )

    assert (got.status, got.raw, headed.raw) == (int(status[:3]), BODY, b"")
    assert got.headers == headed.headers
    assert got.headers == {name.lower(): value for name, value in headers}
    assert len(held.held) == 0


def test_a_problem_in_an_answer_goes_out_compressed_and_is_not_held():
    django = Django("404 Not Found")
    held = layer(django)

    answer = Site(held).get(API, accept_encoding="gzip")

    assert (answer.status, gzip.decompress(answer.raw)) == (404, BODY)
    assert "etag" not in answer.headers
    assert len(held.held) == 0


def test_what_was_sent_is_answered_without_a_tag_and_not_held():
    django = Django()
    held = layer(django)
    site = Site(held)

    answers = [site.post(API, {}, if_none_match="*") for _ in range(2)]

    assert [one.status for one in answers] == [200, 200]
    assert "etag" not in answers[0].headers
    assert (len(django.asked), len(held.held)) == (2, 0)


@pytest.mark.parametrize("said", [False, None])
def test_what_django_does_not_let_be_held_is_not(said):
    django = Django(**{HOLD: said})
    held = layer(django)

    Site(held).get(API)

    assert len(held.held) == 0


def test_where_the_version_is_not_known_django_is_asked_and_nothing_held():
    def unknown():
        raise OperationalError

    django = Django()
    held = layer(django, unknown)

    assert Site(held).get(API).status == 200
    assert len(held.held) == 0


def test_the_version_is_not_asked_for_where_nothing_is_held():
    asked = []
    site = Site(layer(Django(), lambda: asked.append("version")))

    site.post(API, {})

    assert asked == []


def test_the_layer_says_of_two_questions_whether_they_are_the_same():
    held = layer(Django())

    def key(path, method="GET"):
        environ = {"PATH_INFO": path, "REQUEST_METHOD": method}
        return held.key(Asked.of({**ENVIRON, **environ}))

    assert key(API) == key(API)
    assert len({key(API), key("/en/"), key("/cy/")}) == 3
    assert key(API, "POST") is None


def at_once(held, version=1, **environ):
    """Return what is held for a request, of which no other part of us is asked."""
    asked = Asked.of({**ENVIRON, "PATH_INFO": API, **environ})
    return held.at_once(asked, version)


def test_what_is_held_is_there_at_once_for_each_as_they_ask():
    django = Django()
    held = layer(django)
    assert at_once(held) is None
    Site(held).get(API)

    plain, packed = at_once(held), at_once(held, HTTP_ACCEPT_ENCODING="gzip")
    headed = at_once(held, REQUEST_METHOD="HEAD")

    assert (plain.body, gzip.decompress(packed.body), headed.body) == (BODY, BODY, b"")
    tag = dict(plain.headers)["ETag"]
    assert at_once(held, HTTP_IF_NONE_MATCH=tag).status == "304 Not Modified"
    assert len(django.asked) == 1


@pytest.mark.parametrize(
    ("version", "environ"),
    [
        pytest.param(2, {}, id="newer"),
        pytest.param(1, {"PATH_INFO": "/en/"}, id="another-path"),
        pytest.param(1, {"HTTP_HOST": "localhost"}, id="another-host"),
        pytest.param(1, {"REQUEST_METHOD": "POST"}, id="sent"),
        pytest.param(1, {"HTTP_AUTHORIZATION": "Bearer x"}, id="with-a-key"),
        pytest.param(1, {"HTTP_IF_MATCH": '"other"'}, id="to-be-refused"),
    ],
)
def test_what_is_held_of_another_question_is_not_given_at_once(version, environ):
    held = layer(Django())
    Site(held).get(API)

    assert at_once(held, version, **environ) is None


def test_another_version_is_another_question():
    versions = [1]
    django = Django()
    held = layer(django, lambda: versions[-1])
    site = Site(held)

    site.get(API)
    versions.append(2)
    site.get(API)

    assert (len(django.asked), len(held.held)) == (2, 1)


@pytest.mark.parametrize(
    ("path", "version"),
    [pytest.param("/cy/", 1, id="other"), pytest.param("/en/", 2, id="newer")],
)
def test_another_question_and_one_of_a_newer_version_do_not_wait(path, version):
    versions = [1]
    answered = []

    class Slow(Django):
        def __call__(self, environ, start_response):
            if not self.asked:
                versions.append(version)
                other = threading.Thread(target=ask, args=[path], daemon=True)
                self.asked.append(environ)
                other.start()
                other.join(2)
                answered.append(not other.is_alive())
            return super().__call__(environ, start_response)

    def ask(path):
        given = held.give({**ENVIRON, "PATH_INFO": path})
        answered.append(given.status)

    held = layer(Slow(), lambda: versions[-1])
    ask("/en/")

    assert answered == ["200 OK", True, "200 OK"]


@pytest.mark.parametrize("is_held", [True, False])
def test_django_itself_refuses_what_nobody_may_have(is_held):
    django = Django()
    site = Site(layer(django))
    if is_held:
        site.get(API)

    answer = site.get(API, if_match='"other"')

    assert (answer.status, answer.body) == (412, b"precondition-failed")
    assert [one.get(REFUSAL) for one in django.asked] == [
        None,
        *([None] if is_held else []),
        "precondition-failed",
    ]


def test_a_refusal_is_neither_held_nor_taken_from_what_is_held():
    django = Django()
    held = layer(django)
    Site(held).get(API)

    refusing = Site(lambda environ, start: held({**environ, REFUSAL: "busy"}, start))
    answers = [refusing.get(API), refusing.get(API, if_match='"other"')]

    assert [(one.status, one.body) for one in answers] == [(412, b"busy")] * 2
    assert Site(held).get(API).body == BODY


@pytest.mark.django_db
def test_apps_are_told_what_was_counted_or_else_what_is_left():
    counted = Django(**{FIELDS: [("RateLimit", '"counted"')]})
    uncounted = Django()

    assert Site(layer(counted)).get(API).headers["ratelimit"] == '"counted"'
    assert '"address";r=' in Site(layer(uncounted)).get(API).headers["ratelimit"]


def test_apps_are_told_what_is_left_for_whoever_a_proxy_says_they_are():
    limits.take(limits.of_addresses(), "192.0.2.1", 7)
    site = Site(layer(Django()))

    one, other = (
        site.get(API, x_forwarded_for=sender).headers["ratelimit"]
        for sender in ("192.0.2.1", "192.0.2.2")
    )

    assert ("r=99993;" in one, "r=100000;" in other) == (True, True)


def test_apps_are_told_what_is_left_for_the_address_that_the_server_tells():
    limits.take(limits.of_addresses(), "192.0.2.1", 7)
    environ = {**ENVIRON, "PATH_INFO": API, "REMOTE_ADDR": "192.0.2.1"}

    given = layer(Django()).give(environ)

    assert "r=99993;" in dict(given.headers)["RateLimit"]


def test_a_sender_whose_address_no_server_tells_is_one_without_an_address():
    limits.take(limits.of_addresses(), "", 7)

    given = layer(Django()).give({**ENVIRON, "PATH_INFO": API})

    assert "r=99993;" in dict(given.headers)["RateLimit"]


@pytest.mark.parametrize(("limit", "most"), [(0, 0), (None, 1)])
def test_so_much_is_held_as_is_said_or_else_as_the_settings_say(limit, most):
    held = HeldAnswers(Django(), version=lambda: 1, limit=limit)

    Site(held).get(API)

    assert len(held.held) == most


def test_readers_of_pages_are_told_nothing_of_limits():
    django = Django(**{FIELDS: [("RateLimit", '"counted"')]})

    assert "ratelimit" not in Site(layer(django)).get("/en/").headers


def test_an_application_hears_that_its_body_was_taken():
    closed = []

    class Body(list[Any]):
        def close(self):
            closed.append(True)

    assert joined(Body([b"a", b"b"])) == b"ab"
    assert joined([b"a", b"b"]) == b"ab"
    with pytest.raises(TypeError):
        joined(Body(["no bytes"]))
    assert closed == [True, True]


def test_an_application_may_write_as_the_oldest_do():
    def application(_environ, start_response):
        start_response("200 OK", [JSON])(b"")
        return [BODY]

    assert Site(layer(application)).get("/en/").body == BODY


def test_what_is_not_public_is_kept_nowhere_and_said_in_full():
    django = Django()
    desk = Site(desk_layer(django))

    got, headed, again = desk.get("/desk/"), desk.head("/desk/"), desk.get("/desk/")

    assert (got.raw, headed.raw, again.raw) == (BODY, b"", BODY)
    assert got.headers == headed.headers
    assert got.headers["content-length"] == str(len(BODY))
    assert got.headers["content-type"] == "application/json"
    assert len(django.asked) == 3


def desk_layer(django):
    """Serve what is not public as the server does."""
    unheld = Unheld(django)

    def application(environ, start_response):
        given = unheld.give(environ)
        start_response(given.status, list(given.headers))
        return [given.body]

    return application


def test_names_in_the_environment_are_told_apart_from_each_other_and_from_others():
    names = {HOLD, REFUSAL, FIELDS, OURS}

    assert len(names) == 4
    assert all(name.startswith("glossary.") for name in names)


def test_pages_of_other_sites_may_read_what_an_answer_says_of_itself():
    read = SHARED["Access-Control-Expose-Headers"].split(", ")

    assert SHARED["Access-Control-Allow-Origin"] == "*"
    assert set(read) == {
        "Content-Language",
        "ETag",
        "Link",
        "RateLimit",
        "RateLimit-Policy",
        "Retry-After",
    }
