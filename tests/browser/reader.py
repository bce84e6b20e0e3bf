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
    from collections.abc import Callable, Iterator

    from playwright.sync_api import (
        Browser,
        BrowserContext,
        BrowserType,
        ConsoleMessage,
        Page,
        Request,
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
LOCAL = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"
"""An argument with which it finds this machine by its name, too."""
_QUICKER = [
    # What draws needs no process of its own, nor does each site that is gone to: a
    # process costs more than a page. A browser as people have it: test_disk.py.
    "--in-process-gpu",
    "--disable-site-isolation-trials",
    "--renderer-process-limit=1",
]
_ANSWERED = "Failed to load resource: the server responded with a status of"
_EMPTY = "http://127.0.0.1/"
"""A page of nobody's. For Chromium it is the same site as ours is, on another port: it
can go on in the process that it has, and a new one costs more than a page."""
_LASTING = {
    "context": "add_init_script expose_binding expose_function grant_permissions"
    " new_cdp_session new_page once route set_default_timeout set_geolocation"
    " set_offline",
    "page": "add_init_script add_locator_handler expose_binding expose_function once"
    " route set_default_timeout set_extra_http_headers",
    "clock": "install pause_at set_fixed_time set_system_time",
}
"""What changes a tab for good."""


@contextmanager
def chromium_browser(path: str, *more: str) -> Iterator[Browser]:
    """Run the machine's own Chromium, in its sandbox unless it runs as root."""
    with sync_playwright() as playwright:
        browser = launch(playwright.chromium, path, *more)
        try:
            yield browser
        finally:
            browser.close()


def launch(chromium: BrowserType, path: str, *more: str) -> Browser:
    """Start a Chromium; ``more`` are arguments of its command line."""
    return chromium.launch(
        executable_path=path,
        args=[*ARGUMENTS, *_QUICKER, *more],
        chromium_sandbox=os.geteuid() != 0,
    )


class Reader:
    """A profile of its own with one tab; what should not happen is noted in ``faults``.

    Each comes from an address of their own: what one has sent does not count against
    another (the proxy that would say so is the browser itself).

    Who ``stays`` never leaves the site. Nobody answers to a name from elsewhere, so
    that what is asked for there fails, and is noted; for everybody else requests are
    held back until somebody has looked at them, and those to elsewhere are answered here.
    """

    _numbers = count(1)

    def __init__(
        self, browser: Browser, address: str, *, stays: bool = False, **options: Any
    ) -> None:
        """Begin on an empty page; ``options`` are those of a browser context."""
        self.address = address
        self.faults: list[str] = []
        self._options = {"viewport": DESKTOP, "locale": "en-GB"} | options
        self._heard: list[tuple[Page | BrowserContext, str, Any]] = []
        self.context = browser.new_context(base_url=address, **self._options)
        self.context.set_default_timeout(10_000)
        if stays:
            self.context.on("requestfailed", self._miss)
        else:
            pattern = re.compile(f"^(?!{re.escape(address)}/)")
            self.context.route(pattern, self._elsewhere)
        self.context.on("console", self._hear)
        self.context.on("weberror", self._fail)
        self.page: Page = self.context.new_page()
        self._session = self.context.new_cdp_session(self.page)
        self._come()
        self.is_as_new = "storage_state" not in options
        self._look_out()

    def begin_anew(self) -> None:
        """Be somebody else who has just come, and finds nothing of the visit before."""
        self.forget_listeners()
        for other in self.context.pages[1:]:
            other.close()
        self.context.clear_cookies()
        self._come()
        self.page.set_viewport_size(self._options["viewport"])
        self.page.emulate_media(**self._media())
        self.page.mouse.move(0, 0)
        self.page.goto(_EMPTY)
        self.page.evaluate("window.name = ''")
        self._session.send("Page.resetNavigationHistory")
        self.faults.clear()

    def forget_listeners(self) -> None:
        """Call nobody any more whom a test wanted to hear what happens."""
        for thing, event, listener in self._heard:
            thing.remove_listener(event, listener)
        self._heard.clear()

    def open(self, path: str, status: int = 200) -> Page:
        """Open a page of the site, which answers with ``status``."""
        response = self.page.goto(path)
        assert response is not None
        assert response.status == status, f"{path} answers {response.status}"
        return self.page

    def close(self) -> None:
        """End the visit."""
        self.context.close()

    def _come(self) -> None:
        """Come from an address that no other reader comes from."""
        number = next(self._numbers)
        sender = f"10.0.{number // 256}.{number % 256}"
        self.context.set_extra_http_headers({"X-Forwarded-For": sender})

    def _media(self) -> dict[str, Any]:
        """Return what the device was like when the reader first came."""
        usual = {"color_scheme": "light", "reduced_motion": "no-preference"}
        usual |= {"forced_colors": "none", "contrast": "no-preference"}
        return {
            "media": "null",
            **{k: self._options.get(k, v) for k, v in usual.items()},
        }

    def _look_out(self) -> None:
        """Note what a test changes for good, and whom it lets listen."""
        things = {"context": self.context, "page": self.page, "clock": self.page.clock}
        for kind, names in _LASTING.items():
            for name in names.split():
                setattr(things[kind], name, self._noting(getattr(things[kind], name)))
        for thing in (self.context, self.page):
            setattr(thing, "on", self._keeping(thing))  # noqa: B010

    def _noting(self, change: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*args: Any, **options: Any) -> Any:
            self.is_as_new = False
            return change(*args, **options)

        return noted

    def _keeping(self, thing: Page | BrowserContext) -> Callable[[str, Any], None]:
        listen = thing.on

        def kept(event: Any, listener: Any) -> None:
            self._heard.append((thing, event, listener))
            listen(event, listener)

        return kept

    def _miss(self, request: Request) -> None:
        if not request.url.startswith(f"{self.address}/"):
            self.faults.append(f"asked for {request.url}")

    def _elsewhere(self, route: Route) -> None:
        if route.request.url == _EMPTY:
            route.fulfill(body="", content_type="text/html")
        elif route.request.url == EXIT_URL:
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
