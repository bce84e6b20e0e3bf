"""How long the browser's engine takes, in the machine's own Chromium."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.matching_material import CLITICS
from glossary.matching import build_vocabulary, pack
from glossary.matching.module import FACE, FOLDER, module

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Page, Route

    from glossary.matching import Form

_FILES = Path(__file__).parents[1] / "glossary" / "static" / "glossary"
_PAGE = "http://modules.invalid/"
_PARTS = "matching/"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_READ = """async ([pack, text]) => {
    const terms = matching.loadPack(pack);
    return Array.from({ length: 7 }, () => {
        const begun = performance.now();
        terms.find(text);
        return performance.now() - begun;
    });
}"""


def load_module(page: Page, name: str) -> None:
    """Make what the site's ``name.js`` exports known to an empty page as ``name``."""
    page.route("**", lambda route: route.fulfill(body="", content_type="text/html"))
    page.route("**/*.js", _script)
    page.goto(_PAGE)
    page.evaluate(
        "async (name) => { window[name] = await import(`/${name}.js`); }", name
    )


def _script(route: Route) -> None:
    """Give the module that finds terms, a part of it, or a script of the site."""
    name = route.request.url.removeprefix(_PAGE)
    if name == FACE:
        route.fulfill(body=module(), content_type="text/javascript")
    elif name.startswith(_PARTS):
        route.fulfill(path=FOLDER / name.removeprefix(_PARTS))
    else:
        route.fulfill(path=_FILES / name)


def browser_times(forms: Sequence[Form], text: str) -> list[float]:
    """Return the times of a few readings in milliseconds, or none at all."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return []
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        return []
    words = pack(build_vocabulary(forms, clitics={"cy": CLITICS}))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, chromium_sandbox=os.geteuid() != 0
        )
        page = browser.new_page()
        load_module(page, "matching")
        times: list[float] = page.evaluate(_READ, [words, text])
        browser.close()
    return times
