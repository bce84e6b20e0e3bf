"""Waiting for what a page does by itself.

The browser's driver has ``wait_for_function``, but that looks a second time by way of
``eval``, which the pages forbid to everybody.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error

if TYPE_CHECKING:
    from playwright.sync_api import Page

PATIENCE = 30.0  # seconds
TEXT_IS = "text => document.getElementById('text').value === text"
TEXT_IS_BACK = "document.getElementById('text').value !== ''"
TEXT_IS_KEPT = "window.name !== ''"


def wait_until(page: Page, expression: str, argument: Any = None) -> None:
    """Wait until an expression, or a function of ``argument``, is true in the page."""
    until = time.monotonic() + PATIENCE
    while not _is_true(page, expression, argument):
        assert time.monotonic() < until, f"It never was so: {expression}"
        page.wait_for_timeout(50)


def _is_true(page: Page, expression: str, argument: Any) -> bool:
    try:
        return bool(page.evaluate(expression, argument))
    except Error:  # the page is just going
        return False
