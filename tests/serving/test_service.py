"""What is held needs no thread; heads and queues have limits."""

from __future__ import annotations

import asyncio
import os
import threading

import pytest
from django.db import OperationalError

from glossary import limits, reading
from glossary.errors import BusyError
from glossary.serving import service
from glossary.serving.crews import Crew
from glossary.serving.unread import LONG, Unread
from glossary.turns import THREADS
from tests.serving.asking import (
    HTTP,
    VERSION,
    Scope,
    ask,
    service_for,
    sized,
    until,
)


async def keep_readers_busy(application, serving):
    """Ask for more pages than there are threads; return what waits for them."""
    before = application.asked
    busy = [
        asyncio.create_task(serving.__rsgi__(Scope(path=f"/{n}/"), HTTP()))
        for n in range(20)
    ]
    assert await until(lambda: application.asked == before + 4)
    return busy


def test_what_is_held_is_given_while_every_thread_is_busy(application, serving):
    ask(serving, Scope(path="/held/"))
    application.gate = threading.Event()

    async def ask_while_busy():
        busy = await keep_readers_busy(application, serving)
        http = HTTP()
        await asyncio.wait_for(serving.__rsgi__(Scope(path="/held/"), http), 1)
        application.gate.set()
        await asyncio.gather(*busy)
        return http

    assert asyncio.run(ask_while_busy()).status == 200


def test_readers_are_answered_while_all_that_is_sent_waits(application, serving):
    application.gate = threading.Event()

    async def ask_while_busy():
        sent = [
            asyncio.create_task(serving.__rsgi__(sized(b"{}"), HTTP(b"{}", b"")))
            for _ in range(40)
        ]
        assert await until(lambda: application.asked == THREADS + 2)
        http = HTTP()
        reading_on = asyncio.create_task(serving.__rsgi__(Scope(path="/en/"), http))
        has_begun = await until(lambda: application.asked == THREADS + 2 + 1)
        application.gate.set()
        await asyncio.gather(*sent, reading_on)
        return has_begun

    assert asyncio.run(ask_while_busy())


@pytest.mark.parametrize("path", ["/en/leaflet.pdf", "/cy/taflen.pdf"])
def test_what_costs_much_to_read_is_done_by_no_thread_of_the_readers(
    application, serving, path
):
    application.gate = threading.Event()

    async def ask_while_busy():
        busy = await keep_readers_busy(application, serving)
        leaflet = asyncio.create_task(serving.__rsgi__(Scope(path=path), HTTP()))
        has_begun = await until(lambda: application.asked == 4 + 1)
        application.gate.set()
        await asyncio.gather(*busy, leaflet)
        return has_begun

    assert asyncio.run(ask_while_busy())


def test_many_who_ask_at_once_are_one_computation(application, serving):
    application.gate = threading.Event()

    async def ask_together():
        answers = [HTTP() for _ in range(50)]
        tasks = [
            asyncio.create_task(serving.__rsgi__(Scope(path="/held/"), http))
            for http in answers
        ]
        await asyncio.sleep(0.05)
        application.gate.set()
        await asyncio.gather(*tasks)
        return {http.status for http in answers}

    assert asyncio.run(ask_together()) == {200}
    assert application.asked == 1


@pytest.mark.parametrize(
    ("scope", "status"),
    [
        pytest.param(Scope(method="get"), 501, id="method-in-small-letters"),
        pytest.param(Scope(query_string="q=" + "a" * 9000), 414, id="long-address"),
        pytest.param(Scope(path="/" + "a" * 9000), 414, id="long-path"),
        pytest.param(Scope(pairs=[("a", "b" * 40_000)]), 431, id="long-header"),
        pytest.param(Scope(pairs=[("a", "b")] * 200), 431, id="many-headers"),
    ],
)
def test_a_head_that_cannot_be_taken_is_refused(serving, scope, status):
    assert ask(serving, scope).status == status


@pytest.mark.parametrize(
    ("scope", "host"),
    [
        pytest.param(Scope(hosts=("TestServer:80",)), "testserver", id="canonical"),
        pytest.param(
            Scope(hosts=("testserver:8000",)), "testserver:8000", id="its-port"
        ),
        pytest.param(Scope(hosts=("a", "b")), None, id="two"),
        pytest.param(Scope(hosts=()), None, id="none"),
        pytest.param(
            Scope(authority="testserver", hosts=("evil",)), "testserver", id="absolute"
        ),
    ],
)
def test_which_host_is_asked(serving, scope, host):
    assert ask(serving, scope).seen.get("HTTP_HOST") == host


def test_an_environment_as_wsgi_has_it(serving):
    scope = Scope(
        path="/cy/â/",
        query_string="q=a%20b",
        client="[2001:db8::7]:1",
        pairs=[
            ("accept", "a"),
            ("accept", "b"),
            ("cookie", "a=1"),
            ("cookie", "b=2"),
            ("x_forwarded_for", "forged"),
        ],
    )

    seen = ask(serving, scope).seen

    assert seen["PATH_INFO"].encode("latin-1").decode() == "/cy/â/"
    assert seen["REMOTE_ADDR"] == "2001:db8::7"
    assert seen["HTTP_ACCEPT"] == "a,b"
    assert seen["HTTP_COOKIE"] == "a=1; b=2"
    assert "HTTP_X_FORWARDED_FOR" not in seen


def test_too_many_in_waiting_are_told_so_at_once(application, serving, monkeypatch):
    crew = Crew("few", threads=1, waiting=1, patience=5)
    monkeypatch.setattr(serving, "_readers", crew)
    application.gate = threading.Event()

    async def ask_together():
        answers = [HTTP() for _ in range(5)]
        tasks = [
            asyncio.create_task(serving.__rsgi__(Scope(path=f"/{n}/"), http))
            for n, http in enumerate(answers)
        ]
        await asyncio.sleep(0.05)
        application.gate.set()
        await asyncio.gather(*tasks)
        return sorted(http.status for http in answers)

    assert asyncio.run(ask_together()) == [200, 200, 503, 503, 503]


def test_whose_turn_does_not_come_is_told_so():
    crew = Crew("few", threads=1, waiting=5, patience=0.05)
    gate = threading.Event()

    async def wait_in_vain():
        first = asyncio.create_task(crew.do(lambda: gate.wait(5)))
        await asyncio.sleep(0.01)
        with pytest.raises(BusyError):
            await crew.do(lambda: None)
        gate.set()
        return await first

    assert asyncio.run(wait_in_vain())


def test_what_is_being_done_is_not_given_up():
    crew = Crew("few", threads=1, waiting=1, patience=0.01)

    assert asyncio.run(crew.do(lambda: threading.Event().wait(0.1))) is False


def test_long_answers_that_nobody_takes_are_bounded(application, serving, monkeypatch):
    application.length = LONG
    monkeypatch.setattr(serving, "_unread", Unread(most=3 * LONG))

    async def ask_and_take_nothing():
        answers = [HTTP() for _ in range(5)]
        tasks = [
            asyncio.create_task(
                serving.__rsgi__(Scope(path=f"/{n}/", client=f"x:{n}"), http)
            )
            for n, http in enumerate(answers)
        ]
        await until(lambda: all(http.status for http in answers))
        statuses = [http.status for http in answers]
        for http in answers:
            http.ended.set()
        await asyncio.gather(*tasks)
        return sorted(statuses)

    assert asyncio.run(ask_and_take_nothing()) == [200, 200, 503, 503, 503]
    assert serving._unread.size == 0


def test_a_long_answer_is_whole_and_has_its_length(application, serving):
    application.length = LONG

    async def asked():
        http = HTTP()
        task = asyncio.create_task(serving.__rsgi__(Scope(), http))
        await until(lambda: len(http.body) > LONG)
        http.ended.set()
        await task
        return http

    http = asyncio.run(asked())
    assert len(http.body) == int(http.headers["content-length"]) > LONG


def test_a_service_is_ready_also_without_its_database(monkeypatch):
    def no_database():
        raise OperationalError

    monkeypatch.setattr(reading, "shelf", no_database)

    service._get_ready()


API = "/api/v1/held/"


@pytest.fixture
def counted(application, monkeypatch):
    """Serve an application that lets every answer of the API be held."""
    monkeypatch.setattr(service, "present_at_hand", lambda: VERSION)
    monkeypatch.setattr(application, "holds", ("/api/",))
    return service_for(application)


def test_a_held_answer_tells_an_app_what_is_left(application, counted, settings):
    settings.PROXIES = 1
    limits.take(limits.of_addresses(), "198.51.100.7", 5)
    forwarded = [
        ("x-forwarded-for", "192.0.2.1"),
        ("x-forwarded-for", "198.51.100.7"),
    ]
    ask(counted, Scope(path=API))

    mine = ask(counted, Scope(path=API, pairs=forwarded))
    other = ask(counted, Scope(path=API))

    assert application.asked == 1
    assert "r=99995;" in mine.headers["ratelimit"]
    assert "r=100000;" in other.headers["ratelimit"]


def test_a_held_page_tells_nobody(serving):
    ask(serving, Scope(path="/held/"))

    assert "ratelimit" not in ask(serving, Scope(path="/held/")).headers


def test_many_apps_that_ask_at_once_are_all_told(application, counted):
    application.gate = threading.Event()

    async def ask_together():
        answers = [HTTP() for _ in range(5)]
        tasks = [
            asyncio.create_task(counted.__rsgi__(Scope(path=API), http))
            for http in answers
        ]
        await asyncio.sleep(0.05)
        application.gate.set()
        await asyncio.gather(*tasks)
        return answers

    answers = asyncio.run(ask_together())
    assert application.asked == 1
    assert all("ratelimit" in http.headers for http in answers)


def test_an_app_that_comes_when_there_is_too_much_to_do_is_told_too(
    counted, monkeypatch
):
    full = Crew("full", threads=1, waiting=-1, patience=1)
    monkeypatch.setattr(counted, "_readers", full)

    http = ask(counted, Scope(path=API))

    assert http.status == 503
    assert "ratelimit" in http.headers


def test_what_fails_in_the_service_itself_says_where_and_not_with_what(
    application, serving, caplog, monkeypatch
):
    def fail(*_):
        raise ValueError("qzvxservicexvzq")

    monkeypatch.setattr(serving._doors.public, "give", fail)

    http = ask(serving, Scope(path="/en/"))

    assert (http.status, http.body) == (500, b"server-error")
    assert "in fail" in caplog.text
    assert "qzvxservicexvzq" not in caplog.text.replace(
        'ValueError("qzvxservicexvzq")', ""
    )


def test_workers_share_their_counts(application):
    file = os.memfd_create("test")
    os.ftruncate(file, 4 * 1024 * 1024)
    first = service_for(application)
    first.share(file)
    first._board.note("https", "glossary.example")
    limits.take(limits.SUGGESTIONS, "a", 3)
    limits.take(limits.of_addresses(), "a")
    limits.forget()

    second = service_for(application)
    second.share(file)

    assert second._board.read() == [("https", "glossary.example")]
    assert limits.told(limits.SUGGESTIONS, "a").used == 3
