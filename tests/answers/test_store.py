"""The store: how much it holds, and what goes first."""

from __future__ import annotations

import tracemalloc

import pytest

from glossary.answers.representations import complete
from glossary.answers.store import Store


def sized(size, headers=()):
    """Return an answer of about so many bytes."""
    headers = [("Content-Type", "image/png"), *headers]
    return complete("200 OK", headers, bytes(size), is_read=True)


def test_the_store_holds_no_more_than_its_limit_keys_and_all():
    store = Store(100_000)
    for number in range(200):
        store.keep(1, ("http", "host", f"/{'a' * 900}{number}", ()), sized(1000))

    assert store.size <= 100_000
    assert 20 <= len(store) <= 40


def test_what_was_asked_for_last_stays():
    store = Store(10_000)
    for number in range(4):
        store.keep(1, (number,), sized(2000))
        store.find(1, (0,))
    store.keep(1, (9,), sized(2000))

    assert store.find(1, (0,)) is not None
    assert store.find(1, (1,)) is None


def test_an_answer_larger_than_all_room_is_not_held():
    store = Store(1000)

    store.keep(1, ("a",), sized(5000))

    assert (len(store), store.size) == (0, 0)


def test_another_version_empties_the_store():
    store = Store(100_000)
    store.keep(1, ("a",), sized(10))

    store.keep(2, ("b",), sized(10))

    assert store.find(1, ("a",)) is None
    assert store.find(2, ("a",)) is None
    assert len(store) == 1


def test_an_answer_that_is_kept_again_takes_its_room_once():
    store = Store(100_000)
    store.keep(1, ("a",), sized(10))
    before = store.size

    store.keep(1, ("a",), sized(10))

    assert (len(store), store.size) == (1, before)


def test_what_is_held_may_take_all_the_room_that_there_is():
    measured = Store(100_000)
    measured.keep(1, ("a",), sized(10))
    store = Store(measured.size)

    store.keep(1, ("a",), sized(10))

    assert len(store) == 1


def test_a_store_is_empty_at_first_and_as_empty_again_with_another_version():
    store = Store(100_000)
    assert (len(store), store.size) == (0, 0)
    store.keep(1, ("a",), sized(10))
    first = store.size

    store.keep(2, ("a",), sized(10))

    assert store.size == first
    assert store.find(2, ("b",)) is None


@pytest.mark.parametrize(
    ("key", "more"),
    [
        pytest.param(("http", "host", "/en/" + "a" * 900, ()), 900, id="address"),
        pytest.param(("http", "host", "/en/", ("a" * 900,)), 900, id="inside"),
        pytest.param(("http", "host", "/en/", (("a",) * 100,)), 800, id="parts"),
        pytest.param(("http", "host", "/en/", ("é€" * 450,)), 1800, id="wide-signs"),
    ],
)
def test_a_longer_question_takes_more_room(key, more):
    store, longer = Store(100_000), Store(100_000)

    store.keep(1, ("http", "host", "/en/", ()), sized(10))
    longer.keep(1, key, sized(10))

    assert longer.size - store.size >= more


def test_as_much_is_held_as_there_is_said_to_be_room_for_and_hardly_less():
    store = Store(1_000_000)
    for number in range(100):
        store.keep(1, ("http", "host", f"/{number}", ()), sized(100_000))

    assert len(store) == 9


@pytest.mark.parametrize("headers", [0, 3, 40])
def test_what_is_held_takes_no_more_room_than_is_counted(headers):
    store = Store(10_000_000)

    tracemalloc.start()
    for number in range(300):
        said = [(f"X-{number}-{n}", f"{n} of {number}") for n in range(headers)]
        store.keep(1, ("http", "host", f"/en/{number}/", ("en",)), sized(number, said))
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert taken <= store.size <= taken * 2
