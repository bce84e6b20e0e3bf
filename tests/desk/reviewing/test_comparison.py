"""Two texts of a document beside each other: by language, by field, by words."""

from __future__ import annotations

import orjson
import pytest

from glossary.desk.reviewing.comparison import compare
from glossary.document import DocumentKind
from tests.factories import entry_data, section

ENTRY = DocumentKind.ENTRY


def text(**values):
    return orjson.dumps(entry_data("grooming", **values)).decode()


def sections(**english):
    return {"en": section("grooming", **english), "cy": section("meithrin", "cy")}


def changed(before, after, kind=ENTRY):
    """Return what is otherwise: languages, fields, and what became of each."""
    return [
        (group.code, str(part.label), part.kind)
        for group in compare(kind, before, after)
        for part in group.changed
    ]


def only(before, after):
    """Return the one field that is otherwise."""
    groups = compare(ENTRY, before, after)
    (found,) = [part for group in groups for part in group.changed]
    return found


def pieces(part):
    return [(one.kind, one.text) for one in part.pieces]


def test_nothing_is_otherwise_between_the_same():
    assert changed(text(), text()) == []


def test_what_is_new_is_new_in_every_field():
    groups = compare(ENTRY, "null", text())

    assert [group.code for group in groups] == ["en", "cy", ""]
    assert {part.kind for group in groups for part in group.parts} == {"added"}


def test_a_field_differs_by_words():
    part = only(
        text(languages=sections(short="It is wrong.")),
        text(languages=sections(short="It is very wrong.")),
    )

    assert (part.label, part.lang) == ("Short meaning", "en")
    assert pieces(part) == [
        ("same", "It is "),
        ("added", "very "),
        ("same", "wrong."),
    ]


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"as_at": "2025-01-01"}, ("", "Date of the facts", "changed")),
        ({"topics": ["police-data", "law"]}, ("", "Topics", "changed")),
        ({"in_use": {"from": "1999"}}, ("", "When the word was in use", "added")),
        ({"related": [{"relation": "related", "id": "x"}]}, ("", "Related words", "added")),
        ({"languages": sections(hidden=["x"])}, ("en", "Words that lead here", "added")),
        ({"languages": sections(explanation="So.")}, ("en", "What it means", "added")),
    ],
)  # fmt: skip
def test_each_field_is_in_its_language_and_has_its_words(values, found):
    before = text() if "languages" not in values else text(languages=sections())

    assert changed(before, text(**values)) == [found]


def test_a_language_that_comes_or_goes_is_shown_whole():
    english = text(languages={"en": section("grooming")})
    both = text(languages=sections())

    assert {row[0] for row in changed(english, both)} == {"cy"}
    assert {row[2] for row in changed(both, english)} == {"removed"}


def test_codes_and_days_are_told_in_words():
    part = only(text(), text(kind="legal", as_at="2024-12-31"))

    assert pieces(part)[-1][0] == "added"
    assert part.lang == ""
    assert "law" in part.text
    day = only(text(), text(as_at="2025-01-01"))
    assert day.text == "1 January 2025"


def test_a_row_is_told_by_what_became_of_it():
    before = [
        {"source": "one", "quotation": "First.", "lang": "en"},
        {"source": "two", "quotation": "Second.", "lang": "cy"},
        {"source": "three", "lang": "en"},
    ]
    after = [before[1], {**before[0], "quotation": "First of all."}]

    part = only(text(citations=before), text(citations=after))

    kinds = [(row.kind, row.number, row.was) for row in part.parts]
    assert kinds == [("moved", 1, 2), ("changed", 2, 0), ("removed", 0, 0)]
    quotation = next(one for one in part.parts[1].changed)
    assert (quotation.label, quotation.place) == (
        "Quotation",
        "/citations/1/quotation",
    )


def test_a_quotation_is_in_the_language_of_its_source():
    cited = [{"source": "one", "quotation": "Geiriau.", "lang": "cy"}]

    part = only(text(citations=[]), text(citations=cited))

    (row,) = part.parts
    lang = {str(one.label): one.lang for one in row.parts}
    assert lang["Quotation"] == "cy"
    assert lang["Language of the source"] == ""


def test_the_grammar_of_a_name_has_the_words_of_its_language():
    name = section("meithrin", "cy")
    other = section("meithrin", "cy")
    other["terms"][0]["grammar"] = {"gender": "feminine", "mutates": False}

    part = only(text(languages={"cy": name}), text(languages={"cy": other}))

    (row,) = part.parts
    (grammar,) = row.changed
    said = {str(one.label): one.text for one in grammar.parts}
    assert said == {"Gender": "feminine noun", "Its first letter changes": "No"}


def test_a_table_by_language_has_the_names_of_the_languages():
    before = {"id": "a", "publisher_names": {"en": "Police"}}
    after = {"id": "a", "publisher_names": {"en": "Police", "cy": "Heddlu"}}
    texts = [orjson.dumps(one).decode() for one in (before, after)]

    (_, group) = [None, *compare(DocumentKind.SOURCE, *texts)][-2:]
    (part,) = group.changed

    assert [(str(one.label), one.kind, one.lang) for one in part.parts] == [
        ("Cymraeg", "added", "cy"),
        ("English", "same", "en"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ({}, {"languages": 3}, []),
        ({}, {"languages": {"en": 3}}, [("en", "en", "added")]),
        ({"kind": "legal"}, {"kind": ["legal"]}, [("", "What it is", "changed")]),
        ({}, {"new": {"x": [1]}}, [("", "new", "added")]),
        ({"a/b": 1}, {"a/b": 2}, [("", "a/b", "changed")]),
        (
            {},
            {"languages": {"xx": {"short": "So."}}},
            [("xx", "Short meaning", "added")],
        ),
        ({}, {"topics": [None]}, [("", "Topics", "added")]),
        ([], 7, []),
    ],
)
def test_what_is_not_finished_is_shown_all_the_same(before, after, found):
    texts = [orjson.dumps(one).decode() for one in (before, after)]

    assert changed(*texts) == found


def test_what_is_counted_is_nobodys_change():
    before = sections(edition=1)
    after = sections(edition=2, matches={"cy": 1})

    assert changed(text(languages=before), text(languages=after)) == []
