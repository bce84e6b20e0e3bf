"""Tabs that somebody sits down at after somebody else, and finds as new.

A new profile with a tab in it costs Chromium as much as ten pages.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from tests.browser.reader import Reader

if TYPE_CHECKING:
    from playwright.sync_api import Browser


class Tabs:
    """The tabs of a browser: nobody is at the free ones, and nothing was added to them."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[str, list[Reader]] = defaultdict(list)
        self._kinds: dict[Reader, str] = {}

    def take(self, address: str, **options: Any) -> Reader:
        """Let somebody sit down; ``options`` are those of a browser context."""
        kind = repr((address, sorted(options.items())))
        if self._free[kind]:
            reader = self._free[kind].pop()
            reader.begin_anew()
        else:
            reader = Reader(self._browser, address, **options)
            self._kinds[reader] = kind
        return reader

    def leave(self, reader: Reader) -> None:
        """Let the next one have the tab, unless it can never be as new again."""
        if reader.is_as_new:
            self._free[self._kinds[reader]].append(reader)
        else:
            del self._kinds[reader]
            reader.close()

    def close(self) -> None:
        """Close all of them."""
        for reader in self._kinds:
            reader.close()
