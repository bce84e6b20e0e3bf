"""Somebody with a browser, who must never be led elsewhere without knowing."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from tests.browser.server import EXIT_URL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import (
        Browser,
        BrowserType,
        ConsoleMessage,
        Page,
        Route,
        WebError,
    )

PHONE = {"width": 360, "height": 640}
DESKTOP = {"width": 1280, "height": 900}

ARGUMENTS = [
    "--disable-gpu",
    "--disable-quic",
    # No name but this machine's own is ever looked up.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
_ANSWERED = "Failed to load resource: the server responded with a status of"


@contextmanager
def chromium_browser(path: str) -> Iterator[Browser]:
    """Run the machine's own Chromium, in its sandbox unless it runs as root."""
    with sync_playwright() as playwright:
        browser = launch(playwright.chromium, path)
        try:
            yield browser
        finally:
            browser.close()


def launch(chromium: BrowserType, path: str, *more: str) -> Browser:
    """Start a Chromium; ``more`` are arguments of its command line."""
    return chromium.launch(
        executable_path=path,
        args=[*ARGUMENTS, *more],
        chromium_sandbox=os.geteuid() != 0,
    )


class Reader:
    """A fresh profile with one tab; what should not happen is noted in ``faults``.

    Each comes from an address of their own: what one has sent does not count against
    another (the proxy that would say so is the browser itself).
    """

    _numbers = count(1)

    def __init__(self, browser: Browser, address: str, **options: Any) -> None:
        """Begin on an empty page; ``options`` are those of a browser context."""
        self.address = address
        self.faults: list[str] = []
        self.context = browser.new_context(
            base_url=address,
            extra_http_headers={"X-Forwarded-For": self._sender()},
            **{"viewport": DESKTOP, "locale": "en-GB"} | options,
        )
        self.context.set_default_timeout(10_000)
        self.context.route(re.compile(f"^(?!{re.escape(address)}/)"), self._elsewhere)
        self.context.on("console", self._hear)
        self.context.on("weberror", self._fail)
        self.page: Page = self.context.new_page()

    def open(self, path: str, status: int = 200) -> Page:
        """Open a page of the site, which answers with ``status``."""
        response = self.page.goto(path)
        assert response is not None
        assert response.status == status, f"{path} answers {response.status}"
        return self.page

    def close(self) -> None:
        """End the visit."""
        self.context.close()

    def _sender(self) -> str:
        """Return an address that no other reader comes from."""
        number = next(self._numbers)
        return f"10.0.{number // 256}.{number % 256}"

    def _elsewhere(self, route: Route) -> None:
        if route.request.url == EXIT_URL:
            route.fulfill(body="<!doctype html><title>Weather</title><h1>Dry</h1>")
        else:
            self.faults.append(f"asked for {route.request.url}")
            route.abort()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(
            _ANSWERED
        ):
            self.faults.append(f"console: {message.text}")

    def _fail(self, problem: WebError) -> None:
        self.faults.append(f"script: {problem.error}")
