"""What the tests of the desk ask for: browsers, and people with accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary.models import Act
from tests.desk.browser import Browser
from tests.factories import person

if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.models import User
    from tests.site import Site

PASSWORD = "three words of mine"


@pytest.fixture
def browse(doors: Site) -> Callable[..., Browser]:
    """Open a browser that has not been here before."""
    return lambda **options: Browser(doors, **options)


@pytest.fixture
def anna(db: None) -> User:
    """Somebody who may withdraw entries."""
    return person(Act.WITHDRAW, name="anna", password=PASSWORD)


@pytest.fixture
def editor(browse: Callable[..., Browser], anna: User) -> Browser:
    """A browser with which Anna is signed in."""
    browser = browse()
    assert browser.sign_in("anna", PASSWORD).status == 302
    return browser
