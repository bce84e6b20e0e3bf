"""What every test can ask for: a fresh reading, a clock, the site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from glossary import limits, reading
from glossary.answers import HeldAnswers, Unheld
from glossary.doors import Doors
from glossary.errors import GlossaryError, Problem
from tests.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest_plugins = (
    "tests.plugins.browsers",
    "tests.plugins.counting",
    "tests.plugins.databases",
    "tests.plugins.indexes",
    "tests.plugins.order",
    "tests.plugins.starter",
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


@pytest.fixture(autouse=True)
def _whole_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no refusal be a sentence in which something is still to be put."""
    keep = GlossaryError.__init__

    def read(error: GlossaryError, detail: str, *problems: Problem) -> None:
        for said in (detail, *(one.detail for one in problems)):
            assert "%(" not in said
        keep(error, detail, *problems)

    monkeypatch.setattr(GlossaryError, "__init__", read)


class Clock:
    """A clock that stands, unless somebody moves it."""

    now = 1_800_000_000.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


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
