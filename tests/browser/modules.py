"""The site's own JavaScript modules, loaded on an empty page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.server import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

_LOAD = """async ([name, source]) => {
    const type = "text/javascript";
    const address = URL.createObjectURL(new Blob([source], { type }));
    window[name] = await import(address);
}"""


def load_module(page: Page, name: str) -> None:
    """Make what ``name.js`` exports known to the page as ``name``."""
    path = ROOT / "glossary" / "static" / "glossary" / f"{name}.js"
    page.evaluate(_LOAD, [name, path.read_text(encoding="utf-8")])
