"""What takes long comes first, so that at the end no core waits for another.

Tests are shared out by files (``--dist loadfile``): those of a file stand on the same
glossary, or look at pages in the same browser, and making these takes seconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = "tests/"
LONG = (
    "siege/test_short.py",
    "browser/test_accessibility_rules.py",
    "browser/test_every_way.py",
    "browser/test_loading.py",
    "commands/test_serve.py",
    "contracts/test_privacy.py",
    "browser/",
    "siege/",
    "web/",
)
"""Files and folders, the longest first. The others take seconds."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that take long in front, each whole."""
    items.sort(key=lambda item: place_of(item.nodeid, LONG))


def place_of(nodeid: str, long: Sequence[str]) -> int:
    """Return where a test belongs: a low number is early."""
    path = nodeid.removeprefix(ROOT)
    return next(
        (place for place, name in enumerate(long) if path.startswith(name)), len(long)
    )
