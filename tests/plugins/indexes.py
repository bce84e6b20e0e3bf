"""A search index of the same rows is made once in each process.

No test reads what another one published (``reading.forget``), so each asks for an
index anew, and that of the starter glossary takes as long as all else in most tests.
An index is never written to: who asks for one of the very same rows gets the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from glossary import languages
from glossary.reading.indexes import whole_index
from glossary.reading.rows import public_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from glossary.search import Index

_MANY = 50  # entries: an index of fewer is made in a moment


class KeptIndex:
    """Makes an index, unless the last of many entries was of the same ones."""

    def __init__(self, make: Callable[[int], Index]) -> None:
        self._make = make
        self._kept: tuple[object, Index] | None = None

    def __call__(self, sequence: int) -> Index:
        """Return the index of what is public at ``sequence``."""
        rows = _rows(sequence)
        if len(rows) < _MANY or settings.SEARCH_INDEX_DIR:
            return self._make(sequence)
        asked = sequence, languages.all_languages(), rows
        if self._kept is None or self._kept[0] != asked:
            self._kept = asked, self._make(sequence)
        return self._kept[1]


def _rows(sequence: int) -> list[tuple[object, ...]]:
    """Return all that an index is made from."""
    public = public_at(sequence).order_by("sequence")
    return list(
        public.values_list("sequence", "key", "published_at", "digest", "index")
    )


@pytest.fixture(scope="session", autouse=True)
def _indexes_are_kept() -> Iterator[None]:
    """Let everybody who reads the glossary in this process ask for kept indexes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("glossary.reading.shelves.whole_index", KeptIndex(whole_index))
        yield
