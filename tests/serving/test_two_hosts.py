"""A server that was started, with the desk at a host of its own."""

from __future__ import annotations

import http.client
from contextlib import closing
from urllib.parse import urlsplit

import pytest

from tests.browser.server import two_hosts


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder = tmp_path_factory.mktemp("two-hosts")
    with two_hosts(folder) as (public, desk):
        log = next(folder.glob("log-*")).read_text()
        yield urlsplit(public), urlsplit(desk), log


def ask(address, path, host, method="GET", body=None, **headers):
    """Return the status, headers and body of an answer, whatever ``Host`` is sent."""
    connection = http.client.HTTPConnection("127.0.0.1", address.port, timeout=20)
    with closing(connection):
        connection.request(method, path, body, {"Host": host, **headers})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()


@pytest.mark.parametrize("turn", ["first", "held"])
@pytest.mark.parametrize(
    ("path", "public", "desk"),
    [
        ("/en/", 200, 404),
        ("/api/v1/", 200, 404),
        ("/desk/", 404, 302),
        ("/desk/en/sign-in/", 404, 200),
        ("/", 302, 302),
        ("/robots.txt", 200, 200),
        ("/nowhere", 404, 404),
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_each_host_has_its_own_door(served, path, public, desk, method, turn):
    readers, own, _ = served
    for spelt in (own.netloc, own.netloc.upper(), f"localhost.:{own.port}"):
        status, headers, _ = ask(own, path, spelt, method)
        assert (status, headers["x-robots-tag"]) == (desk, "noindex, nofollow"), turn
    status, headers, _ = ask(readers, path, readers.netloc, method)
    assert (status, headers["x-robots-tag"], headers["set-cookie"]) == (
        public,
        None,
        None,
    )


def test_a_host_that_is_nobodys_gets_neither(served):
    readers, _, _ = served
    for path in ("/en/", "/desk/en/sign-in/"):
        assert ask(readers, path, f"elsewhere.example:{readers.port}")[0] == 400


def test_the_start_says_where_the_desk_is(served):
    _, own, log = served

    assert f"The desk: {own.geturl()}/desk/\n" in log


def send(address, body, cookie="", path="/desk/en/sign-in/"):
    """Return the status and body of the answer to a form that is sent to a host."""
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": cookie,
        "Origin": address.geturl(),
    }
    status, _, said = ask(address, path, address.netloc, "POST", body, **headers)
    return status, said


def test_a_form_comes_whole_to_the_host_of_the_desk(served):
    _, own, _ = served
    token = "a" * 32
    fields = f"csrfmiddlewaretoken={token}&username=anna&password=what+she+typed"

    status, said = send(own, fields.encode(), f"desk-form={token}")

    assert status == 400
    assert b'value="anna"' in said


def test_a_long_body_tells_nothing_where_readers_are(served):
    readers, own, _ = served
    body = b"x" * 100_000

    assert send(readers, body)[0] == 404
    assert send(readers, body, path="/desk/en/nowhere/")[0] == 404
    assert send(own, body)[0] == 413
