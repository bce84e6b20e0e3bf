"""Somebody who writes in both languages, at the desk."""

from __future__ import annotations

import pytest

from glossary.review import begin_draft
from tests.desk.conftest import PASSWORD
from tests.factories import named, person, published


@pytest.fixture
def writer(db):
    return person("write_en", "write_cy", name="wen", password=PASSWORD)


@pytest.fixture
def desk(browse, writer):
    browser = browse()
    browser.sign_in("wen", PASSWORD)
    return browser


@pytest.fixture
def draft(writer):
    published("grooming")
    return begin_draft(name=named("grooming"), actor=writer)
