"""The server sends each request through its door, and holds nothing of the desk."""

from __future__ import annotations

import asyncio
import threading

import pytest

from explainer import rsgi
from glossary.answers import REFUSAL
from glossary.serving.environments import environment_of
from tests.serving.asking import HTTP, Scope, ask, until

PATHS = ["/desk/held/", "/desk", "/desk/en/"]


@pytest.fixture
def holding(application):
    """An application that would have everything held."""
    application.holds = ("/",)
    return application


@pytest.mark.parametrize("path", PATHS)
def test_what_the_desk_says_is_asked_for_anew(holding, serving, path):
    ask(serving, Scope(path=path))
    ask(serving, Scope(path=path))

    assert holding.asked == 2


def test_what_everybody_reads_is_held_beside_it(holding, serving):
    for path in ("/desk/en/", "/deskhand/", "/desk/en/", "/deskhand/"):
        ask(serving, Scope(path=path))

    assert holding.asked == 3


def test_one_at_the_desk_waits_for_no_other(application, serving):
    application.gate = threading.Event()

    async def both():
        asked = [
            asyncio.create_task(serving.__rsgi__(Scope(path="/desk/en/"), HTTP()))
            for _ in range(2)
        ]
        together = await until(lambda: application.asked == 2)
        application.gate.set()
        await asyncio.gather(*asked)
        return together

    assert asyncio.run(both())


@pytest.mark.parametrize(("method", "has_body"), [("GET", True), ("HEAD", False)])
def test_an_answer_of_the_desk_has_its_length_and_no_tag(serving, method, has_body):
    whole = ask(serving, Scope(path="/desk/en/"))

    http = ask(serving, Scope(path="/desk/en/", method=method))

    assert bool(http.body) is has_body
    assert abs(int(http.headers["content-length"]) - len(whole.body)) <= 1
    assert "etag" not in http.headers


@pytest.mark.parametrize("code", ["busy", "server-error", "too-large"])
def test_without_a_thread_the_desk_refuses_as_it_does_with_one(code):
    environ = {**environment_of(Scope(path="/desk/cy/")), REFUSAL: code}
    environ["HTTP_HOST"] = "testserver"

    given = rsgi._refuse(environ)

    headers = {name.lower(): value for name, value in given.headers}
    assert headers["x-robots-tag"] == "noindex, nofollow"
    assert headers["cache-control"] == "no-store"
    assert headers["content-language"] == "cy"
    assert "set-cookie" not in headers
    assert b"Y ddesg" in given.body


def test_without_a_thread_readers_are_refused_as_they_were():
    environ = {**environment_of(Scope(path="/cy/")), REFUSAL: "busy"}
    environ["HTTP_HOST"] = "testserver"

    given = rsgi._refuse(environ)

    assert "X-Robots-Tag" not in dict(given.headers)
    assert b"999" in given.body
