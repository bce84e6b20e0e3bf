"""The browser's engine, loaded in Chromium."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.reader import chromium_browser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from glossary.matching.term_pack import Pack

_ENGINE = Path(__file__).parents[2] / "glossary" / "static" / "glossary" / "matching.js"
_LOAD = """async (source) => {
    const type = "text/javascript";
    const address = URL.createObjectURL(new Blob([source], { type }));
    window.engine = await import(address);
}"""
_FIND = """([pack, text, options]) => {
    engine.loadPack(pack);
    return engine.toCodePoints(text, engine.find(text, options));
}"""


class Engine:
    """``matching.js`` on an empty page."""

    def __init__(self, evaluate: Callable[..., Any]) -> None:
        self.evaluate = evaluate
        self.evaluate(_LOAD, _ENGINE.read_text(encoding="utf-8"))

    def find(self, pack: Pack, text: str, **options: Any) -> list[dict[str, Any]]:
        """Return what it finds, with offsets in code points."""
        found: list[dict[str, Any]] = self.evaluate(_FIND, [pack, text, options])
        return found


@pytest.fixture(scope="module")
def engine(chromium: str) -> Iterator[Engine]:
    """The engine, for the tests of one module."""
    with chromium_browser(chromium) as browser:
        yield Engine(browser.new_page().evaluate)
