"""What each field takes, to the last sign, and what it does not."""

from __future__ import annotations

import copy
import datetime as dt
from typing import Any

import pytest

from glossary.document import (
    EntryDocument,
    HelplineDocument,
    PublisherDocument,
    ReviewRecord,
    SourceDocument,
    SourceText,
    TopicDocument,
    parse_shape,
    to_json,
)
from glossary.errors import DocumentError
from tests.factories import entry_data, section
from tests.helplines import LATER, TODAY, helpline, seen

NAME = section("charge")["terms"][0]
ENTRY = entry_data(
    in_use={"from": "2012"},
    related=[{"relation": "related", "id": "grooming"}],
    languages={
        "en": section(
            "charge",
            terms=[NAME | {"provenance": {"status": "proposed"}}],
            hidden=["word"],
        )
    },
)
SOURCE = {
    "id": "report-2023",
    "kind": "document",
    "title": "A report",
    "publisher": "The inspectors",
    "url": "https://report.example/",
    "lang": "en",
}
TOPIC = {
    "id": "people",
    "languages": {"en": {"label": "People", "description": "Who they are."}},
}
REVIEW = {"record": "a-review", "statement": {"en": "Nobody."}}
TEXT = {"source": "report-2023", "text": "Its words."}
PUBLISHER = {"name": "The inspectors", "languages": {"cy": "Yr arolygwyr"}}

SHAPES: dict[str, tuple[Any, dict[str, Any]]] = {
    "entry": (EntryDocument, ENTRY),
    "source": (SourceDocument, SOURCE),
    "topic": (TopicDocument, TOPIC),
    "review": (ReviewRecord, REVIEW),
    "text": (SourceText, TEXT),
    "publisher": (PublisherDocument, PUBLISHER),
    "helpline": (HelplineDocument, helpline()),
}
SECTION, TERM = "languages/en", "languages/en/terms/0"


def with_value(kind: str, place: str, value: object) -> Any:
    """Return a document of a kind that has ``value`` at a place."""
    shape, data = SHAPES[kind]
    data = copy.deepcopy(data)
    *path, last = (int(part) if part.isdigit() else part for part in place.split("/"))
    holder: Any = data
    for part in path:
        holder = holder[part]
    holder[last] = value
    return parse_shape(shape, data)


def value_at(kind: str, place: str) -> Any:
    """Return what stands at a place in a document of a kind that is right."""
    found: Any = SHAPES[kind][1]
    for part in place.split("/"):
        found = found[int(part) if part.isdigit() else part]
    return found


def wrong_places(kind: str, place: str, value: object) -> list[str]:
    try:
        with_value(kind, place, value)
    except DocumentError as error:
        return [row.place for row in error.problems]
    return []


def is_taken(kind: str, place: str, value: object) -> bool:
    """Tell whether a value is taken; where it is not, its place is named."""
    found = wrong_places(kind, place, value)
    assert [one for one in found if not one.startswith(f"/{place}")] == []
    return not found


@pytest.mark.parametrize(
    ("kind", "place", "most"),
    [
        ("entry", "id", 80),
        ("entry", "topics/0", 60),
        ("entry", "related/0/id", 80),
        ("entry", "citations/0/source", 120),
        ("entry", f"{SECTION}/slug", 120),
        ("entry", f"{SECTION}/hidden/0", 200),
        ("entry", f"{TERM}/text", 200),
        ("entry", f"{TERM}/plural", 200),
        ("entry", f"{TERM}/sort_as", 200),
        ("entry", f"{TERM}/provenance/source", 120),
        ("source", "id", 120),
        ("source", "title", 400),
        ("source", "publisher", 200),
        ("source", "publisher_names", {"cy": 200}),
        ("source", "file", 120),
        ("source", "licence", 60),
        ("topic", "id", 60),
        ("topic", "languages/en/label", 120),
        ("review", "record", 120),
        ("text", "source", 120),
        ("publisher", "name", 200),
        ("publisher", "languages/cy", 200),
        ("helpline", "id", 60),
        ("helpline", "languages/en/name", 120),
        ("helpline", "languages/en/brief", 120),
    ],
)
def test_a_text_may_be_so_long_and_no_longer(kind, place, most):
    def of(length):
        if isinstance(most, dict):
            return {lang: "x" * (number + length) for lang, number in most.items()}
        return "x" * (most + length)

    assert is_taken(kind, place, of(0))
    assert not is_taken(kind, place, of(1))


@pytest.mark.parametrize("field", ["forms", "unless", "only"])
def test_what_a_name_is_known_by_may_be_so_long_and_no_longer(field):
    most = 200 if field == "forms" else 1000
    word = "a b " * (most // 4)

    assert is_taken("entry", f"{TERM}/{field}", [word[:-1] + "b"])
    assert not is_taken("entry", f"{TERM}/{field}", [word[:-1] + "bc"])


@pytest.mark.parametrize(("kind", "place"), [("source", "url"), ("helpline", "web")])
def test_an_address_may_be_so_long_and_no_longer(kind, place):
    def of(length):
        start = "https://line.example/"
        return start + "x" * (length - len(start))

    assert is_taken(kind, place, of(500))
    assert not is_taken(kind, place, of(501))


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        ("entry", "topics"),
        ("entry", "applies_in"),
        ("entry", "citations"),
        ("entry", f"{SECTION}/terms"),
        ("helpline", "areas"),
        ("helpline", "speaks"),
        ("helpline", "seen"),
    ],
)
def test_one_is_there_at_least_and_may_be_alone(kind, place):
    assert not is_taken(kind, place, [])
    assert is_taken(kind, place, value_at(kind, place)[:1])


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        ("entry", "languages"),
        ("topic", "languages"),
        ("review", "statement"),
        ("publisher", "languages"),
        ("helpline", "languages"),
        ("helpline", "seen/0/languages"),
    ],
)
def test_it_is_said_in_one_language_at_least_and_one_is_enough(kind, place):
    assert not is_taken(kind, place, {})
    (first, *_) = value_at(kind, place).items()
    assert is_taken(kind, place, dict([first]))


def test_an_address_is_kept_without_the_white_space_around_it():
    document = with_value("entry", f"{SECTION}/slug", " a-name\n")

    assert document.languages["en"].slug == "a-name"


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        ("entry", f"{SECTION}/short"),
        ("entry", f"{SECTION}/explanation"),
        ("entry", f"{TERM}/text"),
        ("entry", "citations/0/quotation"),
        ("source", "title"),
        ("source", "note"),
        ("topic", "languages/en/description"),
        ("review", "statement/en"),
        ("helpline", "languages/en/who_for"),
    ],
)
@pytest.mark.parametrize("text", ["", " \n\t", "a\x00b", "a\x7f", "\ue000", "\ud800"])
def test_a_text_holds_something_that_can_be_read(kind, place, text):
    assert not is_taken(kind, place, text)


def test_the_text_of_a_source_is_as_it_is_there():
    document = with_value("text", "text", " Its\x0cwords.\r\n")

    assert document.text == " Its\x0cwords.\r\n"
    assert is_taken("text", "text", "x")
    assert not is_taken("text", "text", "")


def test_a_text_is_kept_without_the_white_space_around_it_and_with_that_in_it():
    document = with_value("entry", f"{SECTION}/short", "\n One.\n\n\tTwo. ")

    assert document.languages["en"].short == "One.\n\n\tTwo."


@pytest.mark.parametrize(
    ("text", "is_slug"),
    [
        ("a", True),
        ("999", True),
        ("a-b2-c", True),
        ("", False),
        ("A", False),
        ("a_b", False),
        ("a b", False),
        ("-a", False),
        ("a-", False),
        ("a--b", False),
        ("â", False),
        ("a\n", False),
    ],
)
@pytest.mark.parametrize(
    ("kind", "place"),
    [("entry", "id"), ("entry", "topics/0"), ("source", "id"), ("text", "source")],
)
def test_a_key_is_made_of_small_letters_figures_and_single_hyphens(
    kind, place, text, is_slug
):
    assert is_taken(kind, place, text) == is_slug


@pytest.mark.parametrize(
    ("code", "is_code"),
    [
        ("en", True),
        ("gsw", True),
        ("en-GB", True),
        ("zh-Hant-TW", True),
        ("en-" + "x" * 17, True),
        ("en-" + "x" * 18, False),
        ("e", False),
        ("welsh", False),
        ("EN", False),
        ("en_GB", False),
        ("en-", False),
        ("", False),
    ],
)
def test_a_language_is_named_as_bcp_47_does(code, is_code):
    assert is_taken("source", "lang", code) == is_code
    assert is_taken("entry", "citations/0/lang", code) == is_code


@pytest.mark.parametrize(
    ("day", "is_day"),
    [
        ("2012", True),
        ("2012-05", True),
        ("2012-05-31", True),
        ("12", False),
        ("2012-5", False),
        ("2012-05-31-01", False),
        ("2012-", False),
        ("x2012", False),
        ("", False),
    ],
)
def test_a_term_was_in_use_from_a_year_a_month_or_a_day(day, is_day):
    assert is_taken("entry", "in_use/from", day) == is_day
    assert is_taken("entry", "in_use/to", day) == is_day


@pytest.mark.parametrize(
    ("number", "is_number"),
    [
        ("999", True),
        ("0800 1111", True),
        ("116 123", True),
        ("1" * 20, True),
        ("1" * 21, False),
        ("12", False),
        ("+44 20 1", False),
        ("12-34", False),
        ("12 ", False),
        (" 12", False),
        ("", False),
    ],
)
@pytest.mark.parametrize("place", ["phone", "text"])
def test_a_number_is_written_as_it_is_dialled(place, number, is_number):
    assert is_taken("helpline", place, number) == is_number


OF_ANOTHER_KIND = [
    ("topic", "position", [-1, "1", 1.5, True, None]),
    ("helpline", "position", [-1, "1", None]),
    ("entry", f"{SECTION}/edition", [0, -1, "x"]),
    ("entry", f"{TERM}/context_only", ["yes", 1]),
    ("helpline", "chat", ["yes", 1]),
    ("helpline", "seen/0/shows_number", ["yes", 1]),
    ("entry", "kind", ["poem", "Legal", ""]),
    ("entry", "applies_in/0", ["france"]),
    ("entry", f"{TERM}/type", ["nickname"]),
    ("entry", f"{TERM}/status", ["loved"]),
    ("entry", f"{TERM}/provenance/status", ["sure"]),
    ("entry", "related/0/relation", ["narrower", "replaces", "x"]),
    ("source", "kind", ["film"]),
    ("source", "genre", ["novel"]),
    ("source", "url", ["ftp://a.example/", "report", "javascript:1"]),
    ("review", "signed_off", [{"en": ["cook"]}]),
    ("helpline", "audience", ["everybody"]),
    ("helpline", "seen/0/whose", ["friends"]),
]
OF_ITS_KIND = [
    ("topic", "position", [0, 1, 1000]),
    ("helpline", "position", [0, 1]),
    ("entry", f"{SECTION}/edition", [1, 2, None]),
    ("entry", f"{TERM}/context_only", [True, False]),
    ("entry", f"{TERM}/grammar", [{}]),
    ("helpline", "chat", [True, False]),
    ("entry", "related/0/relation", ["broader", "replaced-by"]),
    ("source", "genre", ["inspection-report", None]),
    ("source", "kind", ["web-page"]),
    ("source", "published_on", ["2023-07-11", None]),
    ("review", "signed_off", [{"en": ["editor"]}, {}]),
    ("helpline", "rung_on", [str(TODAY), None]),
    ("helpline", "languages/en/name_lang", ["cy", None]),
]


def each(rows):
    """Return one case for each value, called by its place and number."""
    return [
        pytest.param(kind, place, value, id=f"{kind}-{place}-{number}")
        for kind, place, values in rows
        for number, value in enumerate(values)
    ]


@pytest.mark.parametrize(("kind", "place", "value"), each(OF_ANOTHER_KIND))
def test_a_value_of_another_kind_is_refused(kind, place, value):
    assert not is_taken(kind, place, value)


@pytest.mark.parametrize(("kind", "place", "value"), each(OF_ITS_KIND))
def test_a_value_of_its_kind_is_taken(kind, place, value):
    assert is_taken(kind, place, value)


@pytest.mark.parametrize("kind", SHAPES)
def test_a_field_that_nobody_knows_is_refused(kind):
    assert not is_taken(kind, "colour", "red")


@pytest.mark.parametrize("kind", SHAPES)
def test_what_was_read_does_not_change(kind):
    shape, data = SHAPES[kind]
    document = parse_shape(shape, data)
    field = next(iter(data))

    with pytest.raises(ValueError, match="frozen"):
        setattr(document, field, data[field])


@pytest.mark.parametrize(
    ("kind", "needed"),
    [
        (
            "entry",
            "id kind topics applies_in as_at languages citations review",
        ),
        ("source", "id kind title publisher url lang"),
        ("topic", "id languages"),
        ("review", "record statement"),
        ("text", "source text"),
        ("publisher", "name languages"),
        ("helpline", "id audience areas speaks web languages seen review_by"),
    ],
)
def test_what_has_to_be_said_has_to_be_said(kind, needed):
    shape, _ = SHAPES[kind]

    with pytest.raises(DocumentError) as caught:
        parse_shape(shape, {})

    problems = [(row.place, row.code) for row in caught.value.problems]
    assert problems == [(f"/{name}", "missing") for name in needed.split()]


def test_what_nobody_says_of_a_name_is_not_so():
    found = parse_shape(EntryDocument, entry_data()).languages["en"].preferred

    assert (found.grammar, found.context_only) == ({}, False)
    assert (found.forms, found.unless, found.only) == ((), (), ())


def test_what_nobody_says_of_a_helpline_is_not_so():
    found = parse_shape(HelplineDocument, helpline(seen=[seen()]))

    assert (found.position, found.chat, found.rung_on, found.text) == (
        0,
        False,
        None,
        None,
    )
    del (bare := seen(url="https://other.example/"))["shows_number"]
    pages = parse_shape(HelplineDocument, helpline(seen=[seen(), bare])).seen
    assert [page.shows_number for page in pages] == [True, False]


def day(days: int) -> str:
    return str(TODAY + dt.timedelta(days=days))


@pytest.mark.parametrize(
    ("values", "is_possible"),
    [
        pytest.param({"seen": [seen(dated=str(TODAY))]}, True, id="seen-that-day"),
        pytest.param({"seen": [seen(dated=day(1))]}, False, id="younger"),
        pytest.param({"seen": [seen(dated=None)]}, True, id="of-no-day"),
        pytest.param({"review_by": day(1)}, True, id="due-tomorrow"),
        pytest.param({"review_by": day(0)}, False, id="due-today"),
        pytest.param(
            {"seen": [seen(), seen(seen_on=day(5))], "review_by": day(5)},
            False,
            id="due-on-the-day-of-the-last-look",
        ),
        pytest.param(
            {"seen": [seen(seen_on=day(5)), seen()], "review_by": day(6)},
            True,
            id="due-after-the-last-look",
        ),
        pytest.param({"rung_on": day(0)}, True, id="rung"),
        pytest.param(
            {"rung_on": day(0), "phone": None, "text": "60 003"},
            False,
            id="rung-where-one-can-only-write",
        ),
        pytest.param({"seen": [seen(whose="authority")]}, True, id="of-an-authority"),
        pytest.param({"seen": [seen(whose="other")]}, False, id="of-somebody-else"),
        pytest.param(
            {"phone": None, "seen": [seen(shows_number=False)]}, True, id="no-number"
        ),
        pytest.param({"seen": [seen(shows_number=False)]}, False, id="not-seen"),
        pytest.param(
            {"phone": None, "text": "60 003", "seen": [seen(shows_number=False)]},
            False,
            id="a-number-to-write-to-that-was-not-seen",
        ),
    ],
)
def test_what_is_said_of_a_helpline_can_be(values, is_possible):
    problems = problems_of(helpline(**values))

    assert problems == ([] if is_possible else ["value-error"])


def problems_of(data: dict[str, Any]) -> list[str]:
    try:
        parse_shape(HelplineDocument, data)
    except DocumentError as error:
        return [row.code for row in error.problems]
    return []


def test_a_helpline_says_when_it_was_seen_and_how_old_its_number_is():
    found = parse_shape(
        HelplineDocument,
        helpline(
            seen=[
                seen(seen_on=day(-3), dated="2024-02"),
                seen(seen_on=day(-2), dated="2024"),
                seen(seen_on=day(-1), dated="2025-03-04", whose="other"),
                seen(seen_on=day(-4), dated=None, whose="authority"),
                seen(seen_on=day(0), dated="2025", shows_number=False),
            ]
        ),
    )

    assert str(found.seen_on) == day(0)
    assert str(found.number_seen_on) == day(-2)
    assert str(found.number_dated) == "2024-02-01"
    assert str(found.due_on) == LATER


def test_of_a_helpline_without_a_number_none_is_told():
    found = parse_shape(
        HelplineDocument, helpline(phone=None, seen=[seen(shows_number=False)])
    )

    assert (found.number_seen_on, found.number_dated) == (None, None)


def test_an_address_is_written_out_in_every_field():
    found = parse_shape(
        HelplineDocument,
        helpline(web="HTTPS://Line.Example", seen=[seen(url="https://LINE.example")]),
    )

    assert (found.web, found.seen[0].url) == (
        "https://line.example/",
        "https://line.example/",
    )


def test_what_is_usual_is_not_written():
    assert parse_shape(TopicDocument, TOPIC).position == 0
    assert '"position"' not in to_json(parse_shape(TopicDocument, TOPIC))
    assert to_json(parse_shape(TopicDocument, {**TOPIC, "position": 2})).startswith(
        '{"id":"people","position":2,'
    )
