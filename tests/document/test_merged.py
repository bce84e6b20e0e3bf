"""What pointed to an entry that was merged points to what it was merged into."""

from __future__ import annotations

import pytest

from glossary.closed_lists import TextLayer
from glossary.document import with_merged
from tests.factories import document, section

LAYERS = TextLayer.values()
MERGED = {"old-name": "new-name", "a.b": "c"}


def entry(*related, **sections):
    rows = [{"relation": relation, "id": other} for relation, other in related]
    languages = {"en": section("one"), **sections}
    return document("one", related=rows, languages=languages)


def related(found):
    return [(row.relation, row.id) for row in found.related]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([("related", "old-name")], [("related", "new-name")]),
        ([("related", "other")], [("related", "other")]),
        (
            [("related", "old-name"), ("related", "other")],
            [("related", "new-name"), ("related", "other")],
        ),
        (
            [("related", "new-name"), ("related", "old-name")],
            [("related", "new-name")],
        ),
        (
            [("related", "new-name"), ("broader", "old-name")],
            [("related", "new-name"), ("broader", "new-name")],
        ),
    ],
)
def test_relations_lead_there_each_once(given, expected):
    assert related(with_merged(entry(*given), MERGED)) == expected


def test_nothing_is_related_to_itself_afterwards():
    given = entry(("related", "old-name"), ("related", "other"))

    assert related(with_merged(given, {"old-name": "one"})) == [("related", "other")]


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_links_in_every_layer_of_every_language_lead_there(lang):
    words = "[x](entry:old-name), [y](entry:other) and [z](entry:old-name-too)."
    led = words.replace("old-name)", "new-name)")
    given = entry(**{lang: section("one", lang, **dict.fromkeys(LAYERS, words))})

    found = with_merged(given, MERGED).languages

    assert {getattr(found[lang], layer) for layer in LAYERS} == {led}
    assert [*found] == [*given.languages]


def test_words_that_only_look_like_the_name_stay():
    given = entry(
        en=section("one", explanation="old-name, entry: old-name, entry:axb.")
    )

    assert with_merged(given, MERGED) == given
