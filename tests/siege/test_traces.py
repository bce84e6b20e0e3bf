"""The real server leaves no trace of what it was asked, and counts as one."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.siege.databases import running_database
from tests.siege.marks import MARK, marked_requests
from tests.siege.places import running_site

SAFE = b"""content-security-policy permissions-policy x-frame-options
x-content-type-options referrer-policy cross-origin-opener-policy
cross-origin-resource-policy""".split()


@pytest.fixture(
    scope="module",
    params=[
        pytest.param("sqlite", marks=pytest.mark.sqlite),
        pytest.param("postgresql", marks=pytest.mark.postgresql),
    ],
)
def asked(request, tmp_path_factory):
    """Send every marked request; return what was answered, the log, and folders."""
    tmp_path = tmp_path_factory.mktemp("site")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    folders = [tmp_path]
    variables: dict[str, Any] = {"TMPDIR": str(temporary)}
    with ExitStack() as stack:
        if request.param == "postgresql":
            database = stack.enter_context(running_database())
            variables["DATABASE_URL"] = database.url
            folders.append(Path(database._server.pgdata))
        site = stack.enter_context(running_site(tmp_path, **variables))
        with ThreadPoolExecutor(8) as threads:
            sent = [threads.submit(_send, site, one) for one in marked_requests()]
        answers = [one.result() for one in sent]
        assert site.status("/en/") == 200
        assert list(temporary.rglob("*")) == []
        yield answers, site.log, folders


def _send(site, request):
    """Return the head of the answer, nothing where none came."""
    with site.connect() as connection:
        connection.settimeout(15)
        with suppress(OSError):
            connection.sendall(request)
        answer = b""
        with suppress(OSError):
            while b"\r\n\r\n" not in answer:
                piece = connection.recv(65536)
                if not piece:
                    break
                answer += piece
    return answer.partition(b"\r\n\r\n")[0]


def test_what_was_asked_is_in_no_log_no_file_and_no_database(asked):
    answers, log, folders = asked

    statuses = {answer[9:12] for answer in answers}
    assert {b"200", b"308", b"400", b"404", b"405", b"413", b"415"} <= statuses
    # A busy machine may say 503, and the next request is another one.
    assert not any(status.startswith(b"50") for status in statuses - {b"501", b"503"})
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    assert log in files
    assert len(log.read_text().splitlines()) > 300
    found = [file for file in files if MARK in file.read_bytes().lower()]
    assert found == []
    assert "Traceback" not in log.read_text()


def test_every_answer_of_ours_carries_the_headers(asked):
    answers, _log, _folders = asked

    bare = {
        answer.partition(b"\r\n")[0]
        for answer in answers
        if not all(name in answer.lower() for name in SAFE)
    }
    # What is no request is answered by the server itself, without a body.
    assert {line[9:12] for line in bare} <= {b"", b"400", b"431"}
    assert len([answer for answer in answers if answer]) > 0.9 * len(answers)


@pytest.mark.sqlite
def test_a_sender_has_one_count_in_all_workers(tmp_path):
    with running_site(tmp_path, RATE_LIMIT="40/hour", WORKERS="2") as site:
        left = _told("r", _ask(site, "/api/v1/")[1])

        found = [_ask(site, f"/api/v1/search/?q=word{n}") for n in range(80)]
        forged = _ask(site, "/api/v1/search/?q=a", **{"X-Forwarded-For": "192.0.2.7"})
        with ThreadPoolExecutor(8) as askers:  # one worker holds it: ask them all
            asked = list(askers.map(lambda _: _ask(site, "/api/v1/"), range(80)))
        held = max(asked, key=lambda answer: answer[0] == 200)
        asking = {"Access-Control-Request-Method": "POST"}
        preflight = _ask(site, "/api/v1/lookup/", "OPTIONS", **asking)

    assert [status for status, _ in found] == [200] * left + [429] * (80 - left)
    lefts = [_told("r", headers) for _, headers in found]
    assert lefts == [*range(left - 1, -1, -1), *[0] * (80 - left)]
    assert forged[0] == 429
    assert int(forged[1]["Retry-After"]) == _told("t", forged[1])
    assert [held[0], preflight[0]] == [200, 204]
    assert {_told("r", headers) for _, headers in (held, preflight)} == {0}


def _ask(site, path, method="GET", **headers):
    address = f"http://127.0.0.1:{site.port}{path}"
    try:
        with urlopen(
            Request(address, method=method, headers=headers), timeout=10
        ) as got:
            return got.status, got.headers
    except HTTPError as error:
        return error.code, error.headers


def _told(name, headers):
    found = re.search(rf"{name}=(\d+)", headers["RateLimit"])
    assert found
    return int(found[1])
