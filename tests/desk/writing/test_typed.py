"""A form gives back the draft that it was made of, whatever is in it."""

from __future__ import annotations

import re
from pathlib import Path

import orjson
import pytest

from glossary import desk
from glossary.desk.parts.field_words import FIELDS, ROWS
from glossary.desk.writing.choices import words_of
from glossary.desk.writing.form import form_of, pairs_of
from glossary.desk.writing.rows import Move, move
from glossary.desk.writing.slots import Ask, slots_of
from glossary.desk.writing.typed import draft_of, typed_in, without_blanks
from glossary.document import SHAPES, DocumentKind, to_json
from glossary.review import WRITTEN
from tests.factories import entry_data

ENTRY = SHAPES[DocumentKind.ENTRY]


def every(slots):
    for slot in slots:
        yield slot
        yield from every(slot.inside)


def all_slots():
    return [slot for kind in WRITTEN for slot in every(slots_of(SHAPES[kind]))]


def typed(shape, draft):
    return typed_in((name, [text]) for name, text in fields(shape, draft))


def fields(shape, draft):
    return list(pairs_of(form_of(slots_of(shape), draft, {})))


def back(shape, draft, *, but=()):
    """Return the draft that comes back when a form is sent, but for some fields."""
    sent: dict[str, list[str]] = {name: [] for name, _ in fields(shape, draft)}
    for name, text in fields(shape, draft):
        sent[name].append(text.replace("\n", "\r\n"))
    sent |= {name: [text] for name, text in dict(but).items()}
    return without_blanks(draft_of(slots_of(shape), typed_in(sent.items())))


def a_move(asked):
    found = Move.of(asked)
    assert found
    return found


def test_every_starter_document_comes_back_as_it_was(starter_content):
    documents = [
        *starter_content.entries.values(),
        *starter_content.sources.values(),
        *starter_content.topics.values(),
        *starter_content.helplines.values(),
    ]

    assert len(documents) > 150
    for document in documents:
        text = to_json(document)
        found = back(type(document), orjson.loads(text))
        assert orjson.dumps(found).decode() == text


@pytest.mark.parametrize(
    "strange",
    [
        {},
        {"nobody": {"knows": ["this"]}},
        {"id": 7, "kind": "no-kind", "topics": "police-data", "applies_in": []},
        {"applies_in": ["wales", "england"], "topics": ["a", "", 7]},
        {"languages": 3},
        {"languages": {"en": {}, "cy": [], "fr": {"short": "oui"}}},
        {"languages": {"en": {"short": "", "terms": [], "hidden": None}}},
        {
            "languages": {
                "en": {"terms": [7, {}, {"text": 1}, {"forms": ["a\nb", " c"]}]}
            }
        },
        {"languages": {"en": {"short": "  two\r\nlines \0\n", "slug": "a\nb  c"}}},
        {"languages": {"cy": {"terms": [{"grammar": {"mutates": True, "x": 1}}]}}},
        {"languages": {"cy": {"terms": [{"grammar": {"mutates": False}}]}}},
        {"languages": {"en": {"terms": [{"grammar": {"gender": "feminine"}}]}}},
        {"languages": {"en": {"terms": [{"context_only": False, "unless": "x"}]}}},
        {"languages": {"en": {"edition": 3, "matches": {"cy": 2}}}},
        {"languages": {"en": {"renderings": [{"signed_off": [{"role": "editor"}]}]}}},
        {"in_use": {"from": 1998, "to": ""}, "citations": {"source": "x"}},
        {"related": [None, {"id": "x", "relation": "narrower"}]},
        {"as_at": "yesterday", "review": []},
    ],
    ids=repr,
)
def test_what_no_field_can_show_stays(strange):
    assert back(ENTRY, strange) == strange


@pytest.mark.parametrize(
    ("kind", "strange"),
    [
        ("topic", {"position": "10"}),
        ("topic", {"position": "ten"}),
        ("topic", {"position": 10.5}),
        ("topic", {"position": True}),
        ("helpline", {"chat": "yes", "speaks": ["en", "bfi", "en"]}),
        ("helpline", {"seen": [{"languages": {"fr": "page", "en": ""}}]}),
        ("source", {"publisher_names": {"en": None}, "published_on": None}),
    ],
)
def test_what_no_field_of_another_kind_can_show_stays(kind, strange):
    assert back(SHAPES[DocumentKind(kind)], strange) == strange


def test_what_is_typed_is_taken_in_the_place_of_what_could_not_be_shown():
    draft = {"languages": {"en": {"short": 7, "detail": "Old."}}}

    found = back(ENTRY, draft, but={"/languages/en/short": " New. "})

    assert found["languages"]["en"] == {"short": "New.", "detail": "Old."}


def test_an_empty_field_leaves_the_document():
    draft = {"languages": {"en": {"short": "a", "detail": "b"}}}

    found = back(ENTRY, draft, but={"/languages/en/detail": "  "})

    assert found == {"languages": {"en": {"short": "a"}}}


def test_what_nobody_knows_can_be_taken_out():
    found = back(ENTRY, {"x": 1, "y": 2}, but={"/~drop": "x"})

    assert found == {"y": 2}


def test_a_number_is_a_number():
    shape = SHAPES[DocumentKind.TOPIC]

    assert back(shape, {}, but={"/position": "30"}) == {"position": 30}
    assert back(shape, {}, but={"/position": "x"}) == {"position": "x"}


@pytest.mark.parametrize(
    ("asked", "names", "place"),
    [
        ("up:/languages/en/terms/1", ["b", "a", "c"], "0"),
        ("up:/languages/en/terms/0", ["a", "b", "c"], "0"),
        ("down:/languages/en/terms/1", ["a", "c", "b"], "2"),
        ("down:/languages/en/terms/2", ["a", "b", "c"], "2"),
        ("remove:/languages/en/terms/0", ["b", "c"], "0"),
        ("remove:/languages/en/terms/2", ["a", "b"], "1"),
        ("remove:/languages/en/terms/9", ["a", "b", "c"], ""),
        ("add:/languages/en/terms", ["a", "b", "c", None], "3"),
    ],
)
def test_rows_are_moved_with_what_is_in_them(asked, names, place):
    rows = [{"text": text} for text in "abc"]
    sent = typed(ENTRY, {"languages": {"en": {"terms": rows}}})

    to = move(sent, a_move(asked))

    terms = draft_of(slots_of(ENTRY), sent)["languages"]["en"]["terms"]
    assert [row.get("text") for row in terms] == names
    assert to.removeprefix("/languages/en/terms").strip("/") == place


def test_rows_come_in_the_order_of_the_form():
    place = "/languages/en/terms"
    sent = typed_in([(f"{place}/7/text", ["a"]), (f"{place}/2/text", ["b"])])

    terms = draft_of(slots_of(ENTRY), sent)["languages"]["en"]["terms"]

    assert [row["text"] for row in terms] == ["a", "b"]


def test_a_row_in_which_nothing_was_typed_is_not_kept():
    sent = typed(ENTRY, entry_data())
    move(sent, a_move("add:/citations"))
    move(sent, a_move("add:/related"))

    assert without_blanks(draft_of(slots_of(ENTRY), sent)) == back(ENTRY, entry_data())


@pytest.mark.parametrize("broken", ["{", "7", "[]", ""])
def test_json_that_is_none_is_passed_over(broken):
    assert draft_of(slots_of(ENTRY), typed_in([("/~rest", [broken])])) == {}


def test_every_field_has_a_label():
    languages = {"en", "cy"}

    asked = {(one.shape, one.name) for one in all_slots() if one.name not in languages}
    assert asked
    assert asked - set(FIELDS) == set()


def test_a_tick_says_what_it_stands_for():
    """Where a field is set from the start, a tick takes it away and has to say so."""
    ticks = {
        (one.shape, one.name): one.default for one in all_slots() if one.ask == Ask.TICK
    }
    assert {name for name, words in FIELDS.items() if words.tick} == {
        name for name, default in ticks.items() if default
    }


def test_every_list_of_rows_has_words():
    rows = {(one.shape, one.name) for one in all_slots() if one.ask == Ask.ROWS}
    assert rows == set(ROWS)


def test_every_choice_has_words():
    unknown = {one.name: {*one.codes} - {*words_of(one)} for one in all_slots()}

    assert unknown
    assert {name for name, codes in unknown.items() if codes} == set()


def test_every_field_is_explained_to_writers():
    text = (Path(desk.__file__).parents[2] / "docs/content.md").read_text()

    names = {slot.name for slot in all_slots()}
    told = {name for name in names if re.search(rf"`{name}`|\b{name}:", text)}
    assert names
    assert names - told == set()
