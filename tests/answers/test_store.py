"""The store: how much it holds, and what goes first."""

from __future__ import annotations

from glossary.answers.representations import complete
from glossary.answers.store import Store


def sized(size):
    """Return an answer of about so many bytes."""
    headers = [("Content-Type", "image/png")]
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
