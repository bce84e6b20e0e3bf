"""Somebody at the desk with a keyboard: they know where things are by their addresses.

So the same steps are walked in every language, with scripts and without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from glossary import languages
from tests.browser.reader import Reader

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page, Request, Response

PASSWORD = "three words of mine"
_PATIENCE = 60_000
"""Milliseconds: several people are here at once, and there is one worker."""


class Worker(Reader):
    """Somebody who writes or reviews; all that a page does wrong is a fault.

    ``refused`` notes what was not answered as it was asked: it may be meant so.
    """

    def __init__(
        self, browser: Browser, address: str, name: str, lang: str, **options: Any
    ) -> None:
        """Come to the desk, as a stranger still."""
        super().__init__(browser, address, stays=True, **options)
        self.name, self.lang = name, lang
        self.codes: list[str] = []
        self.refused: list[tuple[int, str]] = []
        self.context.set_default_timeout(_PATIENCE)
        self.context.on("response", self._look)
        self.context.on("requestfailed", self._lack)

    def path(self, route: str) -> str:
        """Return how the addresses of a route begin, in the language of this person."""
        if route == "home":
            return f"/desk/{self.lang}/"
        words = languages.get(self.lang).path_words
        return f"/desk/{self.lang}/{words.get(route, route)}/"

    def go(self, route: str, rest: str = "") -> Page:
        """Open a page by its address."""
        return self.open(f"{self.path(route)}{rest}")

    def sign_in(self) -> None:
        """Come in by name and password."""
        self.go("sign-in")
        self.type("#username", self.name)
        self.type("#password", PASSWORD)
        self.press("#password")

    def type(self, field: str, text: str) -> None:
        """Type into a field, over what stands in it."""
        box = self.page.locator(field)
        box.press("ControlOrMeta+a")
        self.page.keyboard.type(text)

    def choose(self, field: str, value: str) -> None:
        """Choose from a list that is folded."""
        self.page.locator(field).select_option(value)

    def tick(self, name: str, value: str = "yes") -> None:
        """Tick one of several boxes or choices."""
        self.page.locator(f'[name="{name}"][value="{value}"]').press("Space")

    def press(self, what: str | Locator, key: str = "Enter") -> None:
        """Press what leads to another page, or sends a form."""
        one = self.page.locator(what) if isinstance(what, str) else what
        with self.page.expect_navigation():
            one.press(key)

    def follow(self, route: str, rest: str = "", inside: str = "main") -> None:
        """Follow the first link to a route, which must be there."""
        start = f"{self.path(route)}{rest}"
        self.press(self.page.locator(f'{inside} a[href^="{start}"]').first)

    def send(self, route: str, rest: str = "") -> None:
        """Press the first button of the form that is sent to a route."""
        form = f'main form[action^="{self.path(route)}{rest}"]'
        self.press(self.page.locator(f"{form} button").first)

    def _look(self, response: Response) -> None:
        if response.status >= 400:
            path = response.url.removeprefix(self.address).partition("?")[0]
            self.refused.append((response.status, path))

    def _lack(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # somebody went on meanwhile
            self.faults.append(f"{request.failure}: {request.url}")
