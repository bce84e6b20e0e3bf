"""A line of the log is made of what may be said, whoever writes it and of what."""

from __future__ import annotations

import logging
import sys
import threading
import warnings

import pytest
from django.http import HttpRequest

from glossary import logs

MARK = "qzvxlogxvzq"


@pytest.fixture
def lines():
    """What the log says, all of it, one line a record."""
    said: list[str] = []

    class Kept(logging.Handler):
        def emit(self, record):
            said.append(self.format(record))

    handler = Kept()
    handler.setFormatter(logs.Reserved())
    logging.root.addHandler(handler)
    yield said
    logging.root.removeHandler(handler)


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        (f"/en/{MARK}", 404, "404 Not Found: nowhere"),
        (f"/en/terms/{MARK}/", 404, "404 Not Found: en-entry"),
        (f"/cy/pynciau/{MARK}/", 404, "404 Not Found: cy-topic"),
        (f"/api/v1/entries/{MARK}/", 404, "404 Not Found: api:entry"),
        (f"/api/v1/{MARK}/", 404, "404 Not Found: api:nowhere"),
        (f"/en/search%3Fq={MARK}%20{MARK}", 404, "404 Not Found: nowhere"),
        (f"/static/{MARK}.css", 404, "404 Not Found: nowhere"),
        (f"/api/v1/entries/?lang={MARK}", 400, "400 Bad Request: api:entries"),
    ],
)
def test_a_refusal_has_the_route_and_not_the_path(db, site, lines, path, status, said):
    assert site.get(path).status == status

    assert lines == [f"WARNING django.request: {said}"]


@pytest.mark.parametrize(
    ("kind", "status"),
    [("multipart/form-data", 400), (f"multipart/x; boundary={MARK}", 200)],
)
def test_a_refusal_is_one_line_though_something_was_raised(
    db, site, lines, kind, status
):
    answer = site.post("/en/suggest/", MARK.encode(), content_type=kind)

    assert answer.status == status
    assert len(lines) == (status == 400)
    assert all("\n" not in line and MARK not in line for line in lines)


def test_a_fault_has_its_places(lines):
    request = HttpRequest()
    try:
        int(MARK)
    except ValueError:
        logging.getLogger("django.request").exception(
            "%s: %s", "Broken", MARK, extra={"request": request, "status_code": 500}
        )

    (line,) = lines
    first, *more = line.splitlines()
    assert first == ("ERROR django.request: 500 Internal Server Error: no route")
    assert more[0] == "ValueError:"
    assert MARK not in line


@pytest.mark.parametrize("arguments", [(MARK,), (f"about %s {MARK}", MARK)])
@pytest.mark.parametrize("name", ["valkey", "asyncio", "django.security.X", "PIL.a"])
def test_what_a_library_says_is_only_where(lines, name, arguments):
    logging.getLogger(name).warning(*arguments)

    (line,) = lines
    assert line.startswith(f"WARNING {name}: test_logs, line ")
    assert MARK not in line


def test_our_own_sentences_are_said(lines):
    logging.getLogger("glossary.somewhere").warning("It is %s.", "so")

    assert lines == ["WARNING glossary.somewhere: It is so."]


@pytest.fixture
def _installed(monkeypatch):
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    logs.install()
    yield
    logging.captureWarnings(False)


@pytest.mark.usefixtures("_installed")
def test_a_warning_says_its_kind_and_place(lines):
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(False)
        logging.captureWarnings(True)
        warnings.warn(f"cannot use {MARK}", UserWarning, stacklevel=1)

    (line,) = lines
    assert line.startswith("WARNING py.warnings: ")
    assert line.endswith(": UserWarning")
    assert MARK not in line


@pytest.mark.usefixtures("_installed")
def test_a_thread_that_fails_says_where(lines):
    def fail():
        raise ValueError(MARK)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()

    assert "in fail" in lines[0]
    assert MARK not in lines[0]


@pytest.mark.usefixtures("_installed")
def test_what_nobody_can_catch_says_where(lines):
    class Broken:
        def __del__(self):
            raise ValueError(MARK)

    Broken()

    assert "in __del__" in lines[0]
    assert MARK not in lines[0]
