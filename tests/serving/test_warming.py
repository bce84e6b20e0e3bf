"""Pages are made before anybody asks, by every worker, for every address in use."""

from __future__ import annotations

import gc
import mmap

import pytest

from glossary import limits, reading
from glossary.answers import HeldAnswers
from glossary.serving.board import SIZE, Board
from glossary.serving.warming import Warmer
from tests.factories import published
from tests.helplines import helpline, stored
from tests.site import Site


@pytest.fixture
def held(db):
    from explainer.wsgi import django_application

    published()
    return HeldAnswers(django_application)


def warmer_for(held, *addresses):
    board = Board()
    for address in addresses:
        board.note(*address)
    return Warmer(held, board, sleep=lambda _: None)


@pytest.mark.usefixtures("_kept_connections")
def test_the_pages_of_an_address_are_there_before_they_are_asked_for(
    held, django_assert_num_queries
):
    warmer_for(held, ("http", "testserver")).make_missing()

    site = Site(held)
    reading.version()
    for path in ("/en/", "/cy/", "/en/explain/", "/en/terms/problem-profile/"):
        with django_assert_num_queries(1):  # the version
            assert site.get(path).status == 200


@pytest.mark.usefixtures("_kept_connections")
def test_nobody_pays_for_them(held):
    warmer_for(held, ("http", "testserver")).make_missing()

    assert limits.told(limits.of_addresses(), "127.0.0.1").used == 0


@pytest.mark.usefixtures("_kept_connections")
def test_nobody_looks_for_garbage_in_what_was_read_when_it_began(held):
    warmer = warmer_for(held)
    gc.unfreeze()
    try:
        warmer.make_missing()
        frozen = gc.get_freeze_count()
        published("grooming")
        warmer.make_missing()

        assert 0 < gc.get_freeze_count() <= frozen
    finally:
        gc.unfreeze()


@pytest.mark.usefixtures("_kept_connections")
def test_nothing_is_made_for_an_address_that_nobody_used(held):
    warmer_for(held).make_missing()

    assert len(held.held) == 0


@pytest.mark.usefixtures("_kept_connections")
def test_they_are_made_once_and_again_when_the_content_has_changed(held):
    warmer = warmer_for(held, ("http", "testserver"))
    warmer.make_missing()
    made = len(held.held)
    held.held._answers.clear()

    warmer.make_missing()
    assert len(held.held) == 0

    stored(helpline())
    warmer.make_missing()
    assert len(held.held) == made > 20


@pytest.fixture
def _kept_connections():
    from tests.site import _kept_connections

    with _kept_connections():
        yield


def test_workers_share_the_addresses():
    memory = mmap.mmap(-1, 4096)
    one, other = Board(memory), Board(memory)

    one.note("https", "glossary.example")
    other.note("http", "localhost:8000")
    other.note("https", "glossary.example")

    assert one.read() == [("https", "glossary.example"), ("http", "localhost:8000")]


def test_made_up_addresses_do_not_push_the_first_ones_out():
    board = Board()
    for number in range(50):
        board.note("http", f"{number}.example")
    board.note("http", "a" * SIZE)

    assert board.read()[0] == ("http", "0.example")
    assert len(board.read()) == 4
