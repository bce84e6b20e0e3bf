"""The browser's engine, loaded in Chromium."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.matching_browser import load_module
from tests.browser.reader import chromium_browser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from glossary.matching.term_pack import Pack

_FIND = """([pack, text, options]) =>
    matching.loadPack(pack).find(text, { offsets: "code-point", ...options })"""


class Engine:
    """The module, on an empty page."""

    def __init__(self, evaluate: Callable[..., Any]) -> None:
        self.evaluate = evaluate

    def find(self, pack: Pack, text: str, **options: Any) -> list[dict[str, Any]]:
        """Return what it finds, with offsets in code points unless told otherwise."""
        found: list[dict[str, Any]] = self.evaluate(_FIND, [pack, text, options])
        return found


@pytest.fixture(scope="module")
def engine(chromium: str) -> Iterator[Engine]:
    """The engine, for the tests of one module."""
    with chromium_browser(chromium) as browser:
        page = browser.new_page()
        load_module(page, "matching")
        yield Engine(page.evaluate)
