"""Many threads ask one index, and each gets what one alone would get."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.search.vocabulary import GLOSSARY, index_of

QUERIES = ["bail", "heddlu", "opration makesafe", "adr 149", "h", "gamfanteisio"] * 20


def ask(index, query):
    return (
        index.lookup(query, all_tiers=True),
        index.search(query, limit=5),
        index.suggest(query[:3]),
        [*index.by_letter("cy", "c")],
        [*index.entries(topic="police-data")],
    )


@pytest.mark.parametrize("place", ["memory", "file"])
def test_threads_get_the_same_answers_as_one_alone(place, tmp_path):
    path = tmp_path / "search.sqlite3" if place == "file" else None
    index = index_of(GLOSSARY, path=path)
    alone = {query: ask(index, query) for query in QUERIES}

    with ThreadPoolExecutor(max_workers=12) as threads:
        together = [*threads.map(lambda query: ask(index, query), QUERIES)]

    assert together == [alone[query] for query in QUERIES]


def test_indexes_in_memory_do_not_see_each_other():
    first, second = index_of(GLOSSARY), index_of(GLOSSARY[:1])

    assert (first.count(), second.count()) == (len(GLOSSARY), 1)


def test_an_index_can_be_asked_from_a_thread_that_did_not_make_it():
    with ThreadPoolExecutor(max_workers=1) as thread:
        index = thread.submit(index_of, GLOSSARY).result()

    assert index.lookup("heddlu")
