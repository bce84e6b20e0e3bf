"""Forms are numbered, written and read back, and nothing in them changes meanwhile."""

from __future__ import annotations

import datetime as dt
import json
import unicodedata

import pytest
from pydantic import ValidationError

from glossary.closed_lists import WithdrawalReason
from glossary.document import SourceDocument, parse_shape
from glossary.errors import DocumentError
from glossary.public_form import (
    BASE,
    Brief,
    MissingSection,
    PublicEntry,
    PublicForm,
    PublicTerm,
    Shown,
    Surroundings,
    Tombstone,
    brief_of,
    public_entry,
    read_entry,
    read_shown,
    with_base,
)
from tests.factories import document, section
from tests.public_form.test_making import REPORT, around

MOMENT = dt.datetime(2026, 11, 28, 9, 30, tzinfo=dt.UTC)
SOURCE = parse_shape(SourceDocument, REPORT)


def entry(**values):
    return public_entry(document(**values), around(), short_code="3v4ori", revision=7)


FORMS = [
    pytest.param(entry, "published_at", id="entry"),
    pytest.param(lambda: Shown(document=SOURCE), "published_at", id="source"),
    pytest.param(lambda: Tombstone(id="grooming"), "withdrawn_at", id="tombstone"),
]


@pytest.mark.parametrize(("make", "stamp"), FORMS)
def test_a_form_gets_its_number_and_its_moment(make, stamp):
    plain = json.loads(make().to_json())

    stamped = json.loads(make().stamped(17, MOMENT).to_json())

    assert (plain["sequence"], plain[stamp]) == (0, None)
    assert stamped == {**plain, "sequence": 17, stamp: "2026-11-28T09:30:00Z"}


@pytest.mark.parametrize(("make", "stamp"), FORMS)
def test_what_a_reader_sees_of_a_form_has_neither(make, stamp):
    form = make()

    seen = json.loads(form.content())

    assert form.content() == form.stamped(17, MOMENT).content()
    assert seen == {
        name: value
        for name, value in json.loads(form.to_json()).items()
        if name not in {"sequence", stamp}
    }


@pytest.mark.parametrize(("make", "stamp"), FORMS)
def test_a_form_does_not_change(make, stamp):
    form = make()

    with pytest.raises(ValidationError):
        form.sequence = 18
    assert form.stamped(17, MOMENT) is not form


def test_a_form_that_is_no_document_has_a_number_alone():
    assert json.loads(PublicForm().to_json()) == {"sequence": 0}


def test_a_tombstone_says_why_and_what_came_instead():
    form = Tombstone(id="grooming", reason=WithdrawalReason.WRONG, replaced_by=("cps",))

    assert json.loads(form.to_json()) == {
        "sequence": 0,
        "id": "grooming",
        "reason": "wrong",
        "replaced_by": ["cps"],
        "erased": [],
        "withdrawn_at": None,
    }


def test_an_entry_is_read_back_as_it_was_written():
    form = entry().stamped(17, MOMENT)

    assert read_entry(form.to_json(), BASE) == form
    assert read_entry(form.to_json()).url == "/en/terms/problem-profile/"
    assert (
        read_entry(form.to_json(), "https://site.example").url
        == "https://site.example/en/terms/problem-profile/"
    )


def test_a_source_is_read_back_as_it_was_written():
    body = Shown(document=SOURCE).stamped(17, MOMENT).to_json()

    assert read_shown(SourceDocument, body) == SOURCE


def test_an_address_of_the_site_begins_with_a_sign_that_no_text_can_have():
    assert (len(BASE), unicodedata.category(BASE)) == (1, "Co")
    with pytest.raises(DocumentError):
        document(languages={"en": section("one", short=f"Go to {BASE}/en/.")})


def test_the_addresses_of_a_form_are_those_of_the_site_that_shows_it():
    assert with_base(f"{BASE}/en/, {BASE}/cy/", "//a") == "//a/en/, //a/cy/"


def test_what_an_entry_means_in_brief_is_a_part_of_it():
    form = entry(languages={"en": section("problem profile", ask="Ask.")})

    brief = brief_of(form.to_json())

    english = form.languages["en"]
    assert brief.id == "problem-profile"
    assert brief.languages["cy"] == MissingSection()
    assert brief.sections.keys() == {"en"}
    shown = brief.sections["en"]
    assert shown.model_dump() == english.model_dump(
        include=set(type(shown).model_fields)
    )


def test_an_entry_has_a_section_where_there_is_a_text():
    form = entry(languages={"cy": section("proffil problem", "cy")})

    assert form.section("en") is None
    assert form.section("fr") is None
    assert form.section("cy").slug == "proffil-problem"
    assert form.sections == {"cy": form.section("cy")}


def test_the_first_name_of_a_section_is_the_one_it_is_listed_under():
    words = section("problem profile")
    words["terms"].append({"text": "PP", "type": "acronym", "status": "admitted"})

    english = entry(languages={"en": words}).section("en")

    assert english.preferred.text == "problem profile"


def test_a_section_has_a_name():
    body = json.loads(entry().to_json())
    body["languages"]["en"]["terms"] = []

    with pytest.raises(ValidationError, match="terms"):
        read_entry(json.dumps(body))


def test_a_name_stands_for_its_term_unless_it_says_otherwise():
    data = {"text": "a", "type": "code", "status": "preferred"}

    assert not PublicTerm.model_validate(data).context_only


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("type", "nickname"),
        ("status", "loved"),
        ("gender", "plural"),
    ],
)
def test_a_name_says_of_itself_what_is_on_a_list(field, value):
    data = {"text": "a", "type": "code", "status": "preferred", field: value}

    with pytest.raises(ValidationError, match=field):
        PublicTerm.model_validate(data)


def test_nothing_is_around_an_entry_unless_somebody_says_so():
    bare = Surroundings(sources={}, neighbours={})

    assert (bare.relations_back, bare.checked_by, bare.not_checked_by) == ((), {}, {})
    assert (bare.review.arrival, bare.review.record) == ("written-here", None)


@pytest.mark.parametrize(
    ("shape", "field"), [(PublicEntry, "published_at"), (Tombstone, "withdrawn_at")]
)
def test_readers_of_a_form_find_a_time_in_it(shape, field):
    described = shape.model_json_schema(mode="serialization")["properties"][field]

    assert (described["type"], described["format"]) == ("string", "date-time")


@pytest.mark.parametrize("shape", [PublicEntry, Brief])
def test_readers_of_a_form_are_told_by_what_to_tell_a_text_from_none(shape):
    described = shape.model_json_schema(mode="serialization")

    either = described["properties"]["languages"]["additionalProperties"]
    assert either["discriminator"]["propertyName"] == "state"


@pytest.mark.parametrize("shape", [PublicEntry, Tombstone, Brief])
def test_readers_of_a_form_may_rely_on_every_field(shape):
    described = shape.model_json_schema(mode="serialization")

    for part in [described, *described["$defs"].values()]:
        assert part.get("required", []) == list(part.get("properties", ()))
    assert described["required"]


def test_what_is_neither_a_text_nor_said_to_be_missing_is_refused():
    body = json.loads(entry().to_json())
    body["languages"]["en"] = {"state": "elsewhere"}

    with pytest.raises(ValidationError, match="state"):
        read_entry(json.dumps(body))
