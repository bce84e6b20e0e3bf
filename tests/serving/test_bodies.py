"""Bodies: how they arrive, how long they may take, and how much room."""

from __future__ import annotations

import asyncio

import pytest

from glossary.serving import bodies
from tests.serving.asking import HTTP, Scope, ask, post, sized


def test_a_body_arrives_with_its_true_length(serving):
    http = ask(serving, sized(b"abcdef"), b"abc", b"def", b"")

    assert (http.seen["body"], http.seen["CONTENT_LENGTH"]) == ("abcdef", "6")
    assert "connection" not in http.headers


def test_a_body_that_says_that_it_is_not_compressed_arrives(serving):
    plain = post(("content-length", "2"), ("content-encoding", "Identity"))

    assert ask(serving, plain, b"ab").status == 200


def test_a_body_in_chunks_arrives_as_any_other(serving):
    chunked = post(("transfer-encoding", "chunked"))

    http = ask(serving, chunked, b"abc", b"")

    assert (http.seen["body"], http.seen["CONTENT_LENGTH"]) == ("abc", "3")
    assert "HTTP_TRANSFER_ENCODING" not in http.seen


@pytest.mark.parametrize(
    ("pairs", "pieces", "status"),
    [
        pytest.param([("content-length", "9")], [b"ab", 5.0], 408, id="too-slow"),
        pytest.param(
            [("content-length", "9")], [b"ab", b"", b""], 400, id="breaks-off"
        ),
        pytest.param(
            [("transfer-encoding", "chunked")],
            [b"ab", b"", b""],
            400,
            id="chunks-break-off",
        ),
        pytest.param([("content-length", "99999999")], [b"ab"], 413, id="too-large"),
        pytest.param([("content-length", "9" * 300)], [b"ab"], 413, id="absurd"),
        pytest.param(
            [("transfer-encoding", "chunked")],
            [b"a" * 2_000_000] * 3,
            413,
            id="chunks-too-large",
        ),
        pytest.param(
            [("transfer-encoding", "gzip, chunked")], [b"ab", b""], 501, id="coded"
        ),
        pytest.param(
            [("content-length", "2"), ("content-encoding", "GZIP")],
            [b"ab"],
            415,
            id="compressed",
        ),
    ],
)
def test_a_body_that_cannot_be_taken_is_refused_and_the_connection_closed(
    serving, monkeypatch, pairs, pieces, status
):
    monkeypatch.setattr(bodies, "PAUSE", 0.05)
    monkeypatch.setattr(bodies, "_AFTERWARDS", 0.05)

    http = ask(serving, post(*pairs), *pieces)

    assert http.status == status
    assert http.headers["connection"] == "close"


def test_a_body_that_trickles_is_given_up_in_the_end(serving, monkeypatch):
    monkeypatch.setattr(bodies, "WHOLE", 0.2)
    monkeypatch.setattr(bodies, "_AFTERWARDS", 0.05)
    trickle = [piece for _ in range(100) for piece in (b"a", 0.05)]

    http = ask(serving, post(("content-length", "999")), *trickle)

    assert http.status == 408


@pytest.mark.parametrize("path", ["/cy/egluro/", "/en/check/"])
def test_a_page_that_has_its_own_words_for_it_is_told_the_length(serving, path):
    scope = Scope(path=path, method="POST", pairs=[("content-length", "99999999")])

    http = ask(serving, scope, b"a")

    assert (http.seen["CONTENT_LENGTH"], http.seen["body"]) == ("99999999", "")
    assert http.headers["connection"] == "close"


def test_bodies_together_take_so_much_room_and_no_more(
    application, serving, monkeypatch
):
    monkeypatch.setattr(serving, "_bodies", bodies.Bodies(most=25))

    async def send_together():
        answers = [HTTP(b"a" * 10, 0.05, b"") for _ in range(4)]
        await asyncio.gather(
            *(serving.__rsgi__(sized(b"a" * 10), http) for http in answers)
        )
        return sorted(http.status for http in answers)

    assert asyncio.run(send_together()) == [200, 200, 503, 503]
    assert serving._bodies.room == 25


def test_one_sender_takes_a_share_of_the_room_and_others_the_rest(
    application, serving, monkeypatch
):
    monkeypatch.setattr(serving, "_bodies", bodies.Bodies(most=60, share=25))

    async def send_together():
        clients = ["192.0.2.7:1", "192.0.2.7:2", "192.0.2.7:3", "192.0.2.8:1"]
        answers = [HTTP(b"a" * 10, 0.05, b"") for _ in clients]
        scopes = [sized(b"a" * 10) for _ in clients]
        for scope, client in zip(scopes, clients, strict=True):
            scope.client = client
        await asyncio.gather(*map(serving.__rsgi__, scopes, answers))
        return [http.status for http in answers]

    assert asyncio.run(send_together()) == [200, 200, 503, 200]
    assert asyncio.run(send_together()) == [200, 200, 503, 200]
    assert serving._bodies.room == 60


@pytest.mark.parametrize(
    "pieces", [[b"ab", 5.0], [b"ab", b"", b""], [b"a" * 2_000_000] * 2]
)
def test_a_body_that_is_refused_takes_no_room(serving, monkeypatch, pieces):
    monkeypatch.setattr(bodies, "PAUSE", 0.05)
    monkeypatch.setattr(bodies, "_AFTERWARDS", 0.05)

    ask(serving, post(("transfer-encoding", "chunked")), *pieces)

    assert serving._bodies.room == bodies.MOST


def test_what_still_comes_after_a_refusal_is_let_run_out(serving):
    async def asked():
        http = HTTP(*[b"a" * 100_000] * 20)
        scope = post(("content-length", "99999999"))
        await serving.__rsgi__(scope, http)
        return http

    assert asyncio.run(asked()).left == []


def test_a_body_for_an_address_that_takes_none_is_not_read(serving):
    http = ask(serving, Scope(method="POST", pairs=[("content-length", "5")]), b"abcde")

    assert http.seen["body"] == ""
    assert http.headers["connection"] == "close"
