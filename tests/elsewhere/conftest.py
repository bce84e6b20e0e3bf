"""A site on this machine that answers as others do, well and badly."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from glossary.elsewhere import Limits

HERE = "127.0.0.1"


class Site(ThreadingHTTPServer):
    """Answers each path with what it is told, and remembers who asked how."""

    daemon_threads = True

    def __init__(self):
        super().__init__((HERE, 0), _Handler)
        self.pages = {}
        self.asked = []
        self.headers = []

    def at(self, path, host=HERE):
        return f"http://{host}:{self.server_port}{path}"


class _Handler(BaseHTTPRequestHandler):
    server: Site

    def do_HEAD(self):
        self._answer()

    def do_GET(self):
        self._answer()

    def _answer(self):
        self.server.asked.append(f"{self.command} {self.path}")
        self.server.headers.append(dict(self.headers))
        found = self.server.pages.get(self.path, 404)
        found = found.get(self.command, 405) if isinstance(found, dict) else found
        status, location = found if isinstance(found, tuple) else (found, "")
        if not status:
            self.close_connection = True
            return
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Set-Cookie", "a=b")
        self.end_headers()

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def there():
    """A site that is there."""
    site = Site()
    thread = threading.Thread(target=site.serve_forever, daemon=True)
    thread.start()
    yield site
    site.shutdown()
    site.server_close()
    thread.join()


class Clock:
    """Goes on only while somebody sleeps."""

    def __init__(self):
        self.now = 100.0
        self.slept = []

    def __call__(self):
        return self.now

    def sleep(self, seconds):
        self.slept.append(round(seconds, 3))
        self.now += seconds


@pytest.fixture
def time():
    return Clock()


@pytest.fixture
def limits(time):
    return Limits(allowed={HERE, "::1"}, clock=time, sleep=time.sleep)
