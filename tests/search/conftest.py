"""An index of the small glossary, and the languages that it needs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from glossary import languages
from tests.search.vocabulary import GLOSSARY, index_of

if TYPE_CHECKING:
    from glossary.search import Index

BOTH = ["glossary.languages.english", "glossary.languages.welsh"]


@pytest.fixture(autouse=True)
def both_languages(monkeypatch):
    """English and Welsh, whatever the settings say."""
    monkeypatch.setattr(languages, "_languages", {})
    languages.configure(BOTH)


@pytest.fixture
def index(both_languages) -> Index:
    """The small glossary."""
    return _small_glossary()


@cache
def _small_glossary() -> Index:
    return index_of(GLOSSARY)
