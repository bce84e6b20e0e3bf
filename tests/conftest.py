"""What every test can ask for: a fresh reading, the starter glossary, the site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.db import transaction

from glossary import limits, reading
from glossary.answers import HeldAnswers, Unheld
from glossary.doors import Doors
from glossary.transfer import load_content, read_content
from tests.factories import OPERATOR
from tests.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import DjangoDbBlocker

    from glossary.transfer import Content

pytest_plugins = (
    "tests.plugins.browsers",
    "tests.plugins.databases",
    "tests.plugins.order",
)

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def _forget_what_was_read() -> Iterator[None]:
    """Let no test read what another one published."""
    reading.forget()
    yield
    reading.forget()


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    """Count anew for each test, in a window that has just begun and does not end."""
    clock = Clock()
    monkeypatch.setattr("glossary.limits.policies.time", clock)
    limits.forget()
    yield clock
    limits.forget()


class Clock:
    """A clock that stands, unless somebody moves it."""

    now = 1_800_000_000.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


@pytest.fixture(scope="session")
def starter_content() -> Content:
    """The content folders that the project ships."""
    return read_content(ROOT / "fixtures", ROOT / "seeds")


@pytest.fixture(scope="module")
def starter_glossary(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    starter_content: Content,
) -> Iterator[Content]:
    """The starter glossary, published once for all the tests of a module."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_content(content=starter_content, actor=OPERATOR)
        yield starter_content
        transaction.set_rollback(True)


@pytest.fixture
def site(db: None) -> Site:
    """What everybody reads, as a server runs it, without a server."""
    from explainer.wsgi import django_application

    return Site(HeldAnswers(django_application))


@pytest.fixture
def doors(db: None) -> Site:
    """The same with the desk: each request goes through its own door."""
    from explainer.wsgi import desk_application, django_application

    public = HeldAnswers(django_application)
    return Site(Doors(public, Unheld(desk_application)))
