"""What the tests of generated clients share: the real server, and a workshop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.server import starter_site
from tests.clients.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the starter glossary; give the site's address."""
    with starter_site(tmp_path_factory.mktemp("served")) as address:
        yield address


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """Give a workshop that nobody else works in."""
    return Workshop(tmp_path)
