"""How long the browser's engine takes, in the machine's own Chromium."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.matching_material import CLITICS
from glossary.matching import build_vocabulary, pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.matching import Form

_ENGINE = Path("glossary/static/glossary/matching.js")
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_READ = """async ([source, pack, text]) => {
    const type = "text/javascript";
    const address = URL.createObjectURL(new Blob([source], { type }));
    const engine = await import(address);
    engine.loadPack(pack);
    return Array.from({ length: 7 }, () => {
        const begun = performance.now();
        engine.find(text);
        return performance.now() - begun;
    });
}"""


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
    source = _ENGINE.read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, chromium_sandbox=os.geteuid() != 0
        )
        times: list[float] = browser.new_page().evaluate(_READ, [source, words, text])
        browser.close()
    return times
