"""What tests of erasing stand on: two people, and a list of their own."""

from __future__ import annotations

import pytest

from glossary.models import Act
from tests.factories import person


@pytest.fixture(autouse=True)
def a_list(tmp_path, settings):
    settings.ERASED_LIST = tmp_path / "erased.jsonl"
    return settings.ERASED_LIST


@pytest.fixture
def anna(db):
    return person(Act.ERASE, name="anna")


@pytest.fixture
def ben(db):
    return person(Act.ERASE, name="ben")
