"""Two people who may do everything: one writes, and the other one reviews."""

from __future__ import annotations

import pytest

from tests.review.writing import somebody


@pytest.fixture
def anna(db):
    return somebody("anna")


@pytest.fixture
def ben(db):
    return somebody("ben")
