"""The addresses that are asked for are those of all sources and helplines."""

from __future__ import annotations

import pytest

from glossary import reading
from glossary.elsewhere import named_addresses

pytestmark = pytest.mark.django_db


def test_every_page_of_a_source_or_a_helpline_is_named_once(starter_glossary):
    named = named_addresses()

    shelf = reading.shelf()
    pages = {row.url for row in shelf.sources.values()}
    pages |= {row.web for row in shelf.helplines.values()}
    pages |= {page.url for row in shelf.helplines.values() for page in row.seen}
    assert named.keys() == {page.partition("#")[0] for page in pages}
    names = {name for found in named.values() for name in found}
    assert names == {
        str(row.name) for row in (*shelf.sources.values(), *shelf.helplines.values())
    }
