"""Finds the machine's own Chromium for the tests marked ``browser``.

Without one they are skipped by name, with the command that would install it. With
``CI`` set nothing may be skipped, and the run stops instead.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys

import pytest

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
INSTALL = (
    "brew install --cask google-chrome"
    if sys.platform == "darwin"
    else "sudo apt-get install chromium libatomic1"
)
MISSING = f"needs Chromium: {INSTALL}"


def find_chromium() -> str | None:
    """Return the path of the first Chromium that can be driven here."""
    if not can_drive():
        return None
    return next(filter(None, map(shutil.which, NAMES)), None)


def can_drive() -> bool:
    """Tell whether Playwright's driver starts: on Linux it needs one more library."""
    try:
        return bool(sys.platform != "linux" or ctypes.CDLL("libatomic.so.1"))
    except OSError:
        return False


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of Chromium, for tests marked ``browser``."""
    path = find_chromium()
    assert path is not None, "a test that needs Chromium must be marked: browser"
    return path


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker."""
    config.addinivalue_line("markers", "browser: drives a page in Chromium")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the browser's tests where there is none; stop where that may not be."""
    wanting = [item for item in items if item.get_closest_marker("browser")]
    if not wanting or find_chromium():
        return
    if os.environ.get("CI"):
        raise pytest.UsageError(f"{len(wanting)} tests: {MISSING}")
    for item in wanting:
        item.add_marker(pytest.mark.skip(reason=MISSING))
