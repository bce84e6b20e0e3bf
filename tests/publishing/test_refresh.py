"""What was published is published again where it would come out otherwise now."""

import json

import pytest

from glossary.models import Dataset, Link, Publication
from glossary.publishing import republish_documents
from tests.factories import (
    OPERATOR,
    published,
    record,
    section,
    source,
    topic,
    withdrawn,
)

pytestmark = pytest.mark.django_db


def following(change):
    """Return the names of what is published by ``change``, with what it did."""
    before = Dataset.objects.get().sequence
    change()
    rows = Publication.objects.filter(sequence__gt=before)
    return [(str(row.name), row.change) for row in rows]


def body(entry_id):
    row = Publication.objects.entries().current().get(key=entry_id)
    return json.loads(row.body)


def attested(source_id):
    """Return an entry whose Welsh name rests on a source that it does not cite."""
    words = section("un", "cy")
    words["terms"][0]["provenance"] = {"status": "attested", "source": source_id}
    return {"cy": words}


def test_a_source_that_changes_reaches_every_entry_that_cites_it():
    published()
    published("grooming")

    assert following(lambda: source(title="A better title")) == [
        ("source/report-2023", "updated"),
        ("entry/grooming", "refreshed"),
        ("entry/problem-profile", "refreshed"),
    ]
    for entry_id in ("grooming", "problem-profile"):
        (citation,) = body(entry_id)["citations"]
        assert citation["source"]["title"] == "A better title"


def test_what_follows_from_one_change_stands_in_the_order_of_the_ids():
    for key in ("zeal", "cps", "police-force", "adr149", "grooming", "courts"):
        published(key)

    rows = following(lambda: source(title="A better title"))

    assert rows[1:] == [
        ("entry/adr149", "refreshed"),
        ("entry/courts", "refreshed"),
        ("entry/cps", "refreshed"),
        ("entry/grooming", "refreshed"),
        ("entry/police-force", "refreshed"),
        ("entry/zeal", "refreshed"),
    ]


def test_a_source_that_changes_reaches_the_names_that_rest_on_it():
    published(languages=attested("dictionary"))

    rows = following(lambda: source("dictionary", title="A better title"))

    assert rows[1:] == [("entry/problem-profile", "refreshed")]
    (term,) = body("problem-profile")["languages"]["cy"]["terms"]
    assert term["provenance"]["source"]["title"] == "A better title"


def test_what_rests_on_other_sources_is_left_alone():
    published()
    published("grooming", citations=[{"source": "another", "lang": "en"}])

    rows = following(lambda: source(title="A better title"))

    assert rows[1:] == [("entry/problem-profile", "refreshed")]


def test_what_an_entry_does_not_show_of_a_source_does_not_touch_it():
    published()

    rows = following(lambda: source(note="Only its own page says this."))

    assert rows == [("source/report-2023", "updated")]


def test_a_topic_that_changes_leaves_the_entries_under_it_alone():
    topic("police-data", en="Data")
    published()

    rows = following(lambda: topic("police-data", en="Police data"))

    assert rows == [("topic/police-data", "updated")]


def test_a_sign_off_on_record_reaches_the_entries_that_came_by_it():
    published()

    rows = following(lambda: record("tests", en=["editor"]))

    assert rows == [("review/tests", "updated"), ("entry/problem-profile", "refreshed")]
    assert body("problem-profile")["languages"]["en"]["checked_by"] == ["editor"]
    assert body("problem-profile")["revision"] == 1


def test_what_is_withdrawn_is_not_brought_back():
    published()
    withdrawn()

    rows = following(lambda: source(title="A better title"))

    assert rows == [("source/report-2023", "updated")]
    assert republish_documents(actor=OPERATOR) == []


def test_the_links_of_an_entry_are_those_of_its_newest_publication():
    published(languages=attested("dictionary"))
    published(citations=[{"source": "another", "lang": "en"}])

    rows = Link.objects.filter(kind="entry").values_list(
        "relation", "other_kind", "other"
    )

    assert set(rows) == {
        ("rests-on", "source", "another"),
        ("listed-under", "topic", "police-data"),
        ("reviewed-in", "review", "tests"),
    }


@pytest.mark.parametrize(
    "made_otherwise",
    [
        pytest.param({"digest": "of an earlier release"}, id="shown"),
        pytest.param({"index": "{}"}, id="found"),
        pytest.param({"format": 0}, id="format"),
    ],
)
@pytest.mark.parametrize(("kind", "key"), [("entry", "grooming"), ("source", "other")])
def test_what_an_earlier_release_made_is_made_anew(made_otherwise, kind, key):
    source("other")
    published()
    published("grooming")
    before = Publication.objects.get(kind=kind, key=key)
    Publication.objects.filter(pk=before.pk).update(**made_otherwise)

    (row,) = republish_documents(actor=OPERATOR)

    assert (row.kind, row.key, row.change) == (kind, key, "refreshed")
    assert (row.digest, row.index, row.format) == (
        before.digest,
        before.index,
        before.format,
    )
    assert republish_documents(actor=OPERATOR) == []


def test_what_others_say_of_an_entry_stands_in_the_order_of_their_ids():
    published("police-force")
    published("courts")
    for entry_id in ("zeal", "cps", "grooming"):
        related = [
            {"relation": relation, "id": "police-force"}
            for relation in ("related", "broader")
        ]
        published(entry_id, related=related)

    assert [
        (row["relation"], row["id"]) for row in body("police-force")["related"]
    ] == [
        ("narrower", "cps"),
        ("related", "cps"),
        ("narrower", "grooming"),
        ("related", "grooming"),
        ("narrower", "zeal"),
        ("related", "zeal"),
    ]


def test_an_entry_is_no_topic_and_no_source_that_is_called_the_same():
    source("police-data")
    topic("police-data", en="Data")
    published(citations=[{"source": "police-data", "lang": "en"}])
    welsh = section("data heddlu", "cy", ask="Mae problem profile yn air.")

    published("police-data", languages={"cy": welsh}, topics=["problem-profile"])

    shown = body("police-data")
    assert shown["related"] == []
    assert "lang=" not in shown["languages"]["cy"]["ask"]["html"]
    assert following(lambda: topic("police-data", en="Police data")) == [
        ("topic/police-data", "updated")
    ]
