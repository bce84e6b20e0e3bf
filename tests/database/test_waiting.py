"""Nobody waits for long for a database that does not answer."""

from __future__ import annotations

import threading
import time

import pytest
from django.db import OperationalError, connection, connections

from glossary import database, reading
from glossary.database import Pulse, patience
from glossary.models import Dataset
from glossary.reading import versions
from tests.api.problems import assert_problem
from tests.factories import published
from tests.web.html import read


def kept(**options):
    """Return a pulse that somebody keeps feeling."""
    pulse = Pulse(**options)
    pulse.is_kept = True
    return pulse


def test_a_database_that_answered_is_asked():
    pulse = kept()
    with pulse.asking():
        assert not pulse.is_silent()

    assert not pulse.is_silent()


def test_one_that_failed_is_not_asked_until_it_answers():
    pulse = kept()
    with pytest.raises(OperationalError), pulse.asking():
        raise OperationalError

    assert pulse.is_silent()
    with pulse.asking():
        assert not pulse.is_silent()  # the one who finds out
    assert not pulse.is_silent()


def test_where_nobody_keeps_asking_everybody_may():
    pulse = Pulse()
    with pytest.raises(OperationalError), pulse.asking():
        raise OperationalError

    assert not pulse.is_silent()


def test_one_that_lets_us_wait_is_not_asked_by_others():
    now = [0.0]
    pulse = kept(clock=lambda: now[0])
    seen = []

    with pulse.asking():
        for now[0] in (0.1, 1.0):
            thread = threading.Thread(target=lambda: seen.append(pulse.is_silent()))
            thread.start()
            thread.join()

    assert seen == [False, True]
    assert not pulse.is_silent()


@pytest.fixture
def _hurried(monkeypatch):
    """Let no statement of a new connection take longer than a moment."""
    connection.close()
    monkeypatch.setattr("glossary.database.waiting._seconds", 0.5)
    from django.db.backends.signals import connection_created

    from glossary.database.waiting import _hurry

    connection_created.connect(_hurry)
    yield
    connection_created.disconnect(_hurry)
    connection.close()


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_hurried")
def test_a_statement_that_takes_long_is_ended():
    began = time.monotonic()

    with pytest.raises(OperationalError), connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(20)")

    assert time.monotonic() - began < 15


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_hurried")
def test_a_server_that_says_nothing_is_given_up():
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")  # as one that hangs keeps none
        began = time.monotonic()
        with pytest.raises(OperationalError):
            cursor.execute("SELECT pg_sleep(3)")

    assert time.monotonic() - began < 3
    connection.close()
    time.sleep(3)  # until the server has seen that nobody waits
    assert Dataset.objects.count() == 0


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_hurried")
def test_a_lock_is_not_waited_for_long():
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA busy_timeout").fetchone() == (500,)


def test_where_nothing_is_served_a_statement_may_take_its_time():
    assert patience() is None


@pytest.fixture
def broken(db):
    """A database that nobody can ask."""

    def fail(*_args, **_more):
        raise OperationalError("no such host: secret.internal")

    with pytest.MonkeyPatch.context() as patch:
        yield lambda: patch.setattr(type(connections["default"]), "cursor", fail)


@pytest.mark.parametrize(
    "path",
    ["/en/terms/problem-profile/", "/cy/chwilio/?q=heddlu", "/en/sources/", "/en/"],
)
def test_a_page_that_needs_the_database_says_when_to_come_back(site, broken, path):
    published()
    broken()

    answer = site.get(path)

    page = read(answer.text)
    assert answer.status == 503
    assert int(answer.headers["retry-after"]) > 0
    assert answer.headers["cache-control"] == "no-store"
    assert {one.get("lang") for one in page.every("section")} == {"en", "cy"}
    assert "999" in page.text
    assert "secret" not in answer.text


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/api/v1/entries/problem-profile/", None),
        ("GET", "/api/v1/search/?q=x", None),
        ("POST", "/api/v1/lookup/", {"queries": {"a": {"term": "x"}}}),
    ],
)
def test_an_app_is_told_too(site, broken, method, path, body):
    published()
    broken()

    answer = site.post(path, body) if body else site.get(path)

    assert_problem(answer, 503, "unavailable")
    assert int(answer.headers["retry-after"]) > 0
    assert answer.headers["access-control-allow-origin"] == "*"


def test_the_log_says_it_in_a_line(site, broken, caplog):
    published()
    broken()

    site.get("/en/terms/problem-profile/")

    assert "The database does not answer." in caplog.text
    assert "Traceback" not in caplog.text
    assert "secret" not in caplog.text


SENT, FORM = b"text=A+problem+profile.", "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda site: site.get("/en/help/"), id="helplines"),
        pytest.param(lambda site: site.get("/cy/cymorth/"), id="helplines-welsh"),
        pytest.param(lambda site: site.get("/en/explain/words/"), id="words"),
        pytest.param(lambda site: site.get("/api/v1/term-pack/"), id="term-pack"),
        pytest.param(lambda site: site.get("/api/v1/suggest/?q=prob"), id="suggest"),
        pytest.param(
            lambda site: site.get("/en/terms/problem-profile/"), id="an-entry"
        ),
        pytest.param(
            lambda site: site.post("/api/v1/annotate/", {"text": "A problem profile."}),
            id="annotate",
        ),
        pytest.param(
            lambda site: site.post("/en/explain/", SENT, content_type=FORM),
            id="explain",
        ),
        pytest.param(
            lambda site: site.post("/cy/egluro/", SENT, content_type=FORM),
            id="explain-welsh",
        ),
        pytest.param(
            lambda site: site.post("/en/check/", SENT, content_type=FORM), id="check"
        ),
    ],
)
def test_what_is_in_memory_goes_on(site, broken, monkeypatch, ask):
    published()
    assert ask(site).status == 200
    monkeypatch.setattr("django.conf.settings.SEQUENCE_CHECK_SECONDS", 60)
    reading.version()
    broken()

    assert ask(site).status == 200


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_died_is_not_taken_for_nothing_has_changed(monkeypatch):
    published()
    before = reading.version()
    published("another")
    calls = []
    ask = versions._asked_for

    def die_once():
        calls.append(1)
        if len(calls) == 1:
            raise OperationalError("server closed the connection unexpectedly")
        return ask()

    monkeypatch.setattr(versions, "_asked_for", die_once)

    assert reading.version() != before
    assert len(calls) == 2


@pytest.mark.django_db
def test_while_the_database_is_away_the_last_known_version_stays(broken):
    published()
    known = reading.version()
    broken()

    assert reading.version() == known


@pytest.mark.django_db
def test_a_version_that_was_never_known_is_none(broken):
    reading.forget()
    broken()

    with pytest.raises(OperationalError):
        reading.version()


@pytest.fixture
def watched(monkeypatch):
    """A clock that a thread looks after, though nobody does here."""
    clock = versions._Clock()
    clock.is_watched = True
    monkeypatch.setattr(versions, "_clock", clock)
    monkeypatch.setattr(versions, "_FRESH", 0.05)
    return clock


@pytest.mark.django_db
def test_nobody_asks_for_a_version_that_a_thread_looks_after(
    watched, django_assert_num_queries
):
    watched.look()

    with django_assert_num_queries(0):
        assert reading.version() == reading.version_at_hand() == watched.version


@pytest.mark.django_db
def test_a_look_that_is_old_is_not_at_hand(watched):
    watched.look()
    time.sleep(0.06)

    assert reading.version_at_hand() is None
    assert reading.version() == watched.version  # after a moment, for want of better


@pytest.mark.django_db
def test_while_the_database_lets_us_wait_the_last_version_is_at_hand(watched):
    watched.look()
    time.sleep(0.06)

    with database.pulse.asking():
        assert reading.version_at_hand() == watched.version


def test_the_thread_looks_again_whatever_happens(monkeypatch, watched):
    looks = []

    def look():
        looks.append(1)
        if len(looks) == 3:
            raise SystemExit
        raise ValueError

    monkeypatch.setattr(watched, "look", look)
    monkeypatch.setattr("django.conf.settings.SEQUENCE_CHECK_SECONDS", 0)

    with pytest.raises(SystemExit):
        versions._keep_looking()

    assert len(looks) == 3
