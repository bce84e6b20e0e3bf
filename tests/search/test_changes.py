"""An index with changes answers as one that was made anew."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from glossary.search import change_index
from tests.search.vocabulary import (
    GLOSSARY,
    Described,
    Name,
    acronym,
    admitted,
    index_of,
    rows_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.search import Index

NEW = Described(
    "police-board",
    {
        "en": [Name("police board", plural="police boards"), acronym("PB")],
        "cy": [Name("bwrdd yr heddlu")],
    },
    {"en": "It looks after the police. Bail is not its work."},
    topics=("police-people", "new-topic"),
)
QUERIES = """police|polis bord|heddlu|heddluoedd|gamfanteisio|CSE|PB|bail|bwrdd|p|po
profile|problem profiles|old name|ymgyrch makesafe|opration makesafe|adr 149
the police force in the hotel|water|diogelwch dwr|qqqq|x|social care
polic forces|polic board|probl profi|heddl"""
WORDS = [word for line in QUERIES.splitlines() for word in line.split("|")]


def before() -> list[Described]:
    """The glossary as it was: other names, other topics, one entry that is gone."""
    changed: dict[str, Any] = {
        "police-force": {
            "names": {"en": [Name("old name")]},
            "topics": ("programmes",),
        },
        "problem-profile": {"state": "current", "kind": "data"},
    }
    old = [replace(one, **changed.get(one.id, {})) for one in GLOSSARY]
    return [*old, Described("gone", {"en": [Name("police gone"), admitted("CSE")]})]


@pytest.fixture(scope="module")
def made_anew() -> Index:
    """The glossary as it is, in one layer."""
    return index_of([*GLOSSARY, NEW], sequence=9)


@pytest.fixture(scope="module")
def with_changes() -> Index:
    """The same in two layers."""
    whole = index_of(before())
    current = {one.id: one for one in [*GLOSSARY, NEW]}
    changed = ["police-force", "problem-profile", "police-board"]
    rows = rows_of(current[entry_id] for entry_id in changed)
    return change_index(whole, **rows, changed=[*changed, "gone"], sequence=9)


@pytest.mark.parametrize("lang", [None, "en", "cy"])
@pytest.mark.parametrize("text", WORDS)
@pytest.mark.parametrize(
    "ask",
    [
        lambda index, text, lang: index.lookup(text, lang=lang, all_tiers=True),
        lambda index, text, lang: index.lookup(text, lang=lang),
        lambda index, text, lang: index.suggest(text, lang=lang),
        lambda index, text, lang: index.search(text, lang=lang),
        lambda index, text, lang: index.search(text, lang=lang, topic="police-people"),
        lambda index, text, lang: index.search(text, lang=lang, kind="data"),
    ],
    ids=["all-tiers", "lookup", "suggest", "search", "topic", "kind"],
)
def test_a_name_finds_the_same(
    with_changes: Index,
    made_anew: Index,
    ask: Callable[[Index, str, str | None], Any],
    text: str,
    lang: str | None,
):
    assert ask(with_changes, text, lang) == ask(made_anew, text, lang)


def test_pages_of_a_search_go_through_the_layers(with_changes, made_anew):
    found, after = [], None
    while page := with_changes.search("police", limit=1, after=after):
        found += page.hits
        after = page.following
        if after is None:
            break

    assert tuple(found) == made_anew.search("police").hits


LISTS: dict[str, Callable[[Index], object]] = {
    "count": lambda index: index.count(),
    "sequence": lambda index: index.sequence,
    "english letters": lambda index: index.letters("en"),
    "welsh letters": lambda index: index.letters("cy"),
    "letter": lambda index: [*index.by_letter("en", "p")],
    "topic": lambda index: [*index.by_topic("police-people", "cy")],
    "all": lambda index: [*index.all_sections("en")],
    "topics": lambda index: index.topic_counts(),
    "sources": lambda index: index.source_counts(),
    "states": lambda index: [index.states(lang) for lang in ("en", "cy", "tlh")],
    "entries": lambda index: [*index.entries()],
    "missing": lambda index: [*index.entries(state="missing")],
    "missing in Welsh": lambda index: [*index.entries(state="missing", lang="cy")],
    "of a topic": lambda index: [*index.entries(topic="police-people")],
    "of two things": lambda index: [*index.entries(topic="police-data", kind="data")],
    "behind": lambda index: [*index.entries(state="behind")],
    "of a letter": lambda index: [*index.entries(letter="p", lang="en")],
    "by id": lambda index: index.sections(["police-force", "iicsa", "gone"]),
    "described": lambda index: index.described(["police-force", "iicsa", "gone"]),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_the_same(with_changes, made_anew, name):
    assert LISTS[name](with_changes) == LISTS[name](made_anew)


@pytest.mark.parametrize("start", range(16))
@pytest.mark.parametrize("size", [0, 1, 2, 5, 20])
@pytest.mark.parametrize(
    "ask",
    [
        lambda index: index.all_sections("en"),
        lambda index: index.by_letter("en", "p"),
        lambda index: index.entries(),
    ],
    ids=["sections", "letter", "entries"],
)
def test_a_part_of_a_list_is_the_same(with_changes, made_anew, ask, start, size):
    part = slice(start, start + size)

    assert ask(with_changes)[part] == ask(made_anew)[part] == [*ask(made_anew)][part]


@pytest.mark.parametrize("entry_id", ["", "gone", "iicsa", "police-board", "q", "~"])
def test_an_id_has_the_same_place(with_changes, made_anew, entry_id):
    ids = [*made_anew.entries()]

    for index in (with_changes, made_anew):
        assert index.entries().place_of(entry_id) == bisect_left(ids, entry_id)
        assert index.entries().place_behind(entry_id) == bisect_right(ids, entry_id)


def test_changes_are_not_put_on_changes(with_changes):
    with pytest.raises(ValueError, match="values to unpack"):
        change_index(with_changes, [], [], [], [], changed=[], sequence=10)
