"""Where what is public points, and that what is not public points nowhere."""

from __future__ import annotations

import json

import pytest

from glossary.document import DocumentKind, Name, TopicDocument, parse_shape
from glossary.models import Link, Publication
from glossary.publishing import merge_entries, withdraw_unneeded
from tests.factories import (
    OPERATOR,
    document,
    named,
    publish,
    published,
    source,
    withdrawn,
)

pytestmark = pytest.mark.django_db

PEOPLE = {"id": "people", "languages": {"en": {"label": "P", "description": "Who."}}}


def pointing(key):
    """Return where an entry points, in the order in which its text does."""
    rows = Link.objects.filter(kind="entry", key=key)
    return list(rows.values_list("relation", "other_kind", "other"))


def test_what_comes_with_a_topic_points_to_what_others_were_merged_into():
    published("police-force")
    published(related=[{"relation": "replaced-by", "id": "police-force"}])
    merge_entries(keep="police-force", away=["problem-profile"], actor=OPERATOR)
    source()
    related = [{"relation": "related", "id": "problem-profile"}]

    rows = publish(
        document("grooming", related=related), parse_shape(TopicDocument, PEOPLE)
    )

    body = json.loads(rows[named("grooming")].body)
    assert [row["id"] for row in body["related"]] == ["police-force"]
    assert pointing("grooming")[0] == ("related", "entry", "police-force")
    assert rows[Name(DocumentKind.TOPIC, "people")].change == "published"


def test_what_is_withdrawn_points_nowhere_also_when_what_led_there_goes():
    published("police-force", citations=[{"source": "report-1", "lang": "en"}])
    published(related=[{"relation": "replaced-by", "id": "police-force"}])
    published("grooming", related=[{"relation": "related", "id": "police-force"}])
    withdrawn("police-force")
    withdrawn("grooming")

    assert pointing("police-force") == pointing("grooming") == []
    report = Name(DocumentKind.SOURCE, "report-1")
    (row,) = withdraw_unneeded(names=[report], actor=OPERATOR)
    assert row.name == report


def test_what_is_withdrawn_does_not_follow_what_is_merged():
    """It points nowhere, whatever its text says, so nothing is kept because of it."""
    away = [{"relation": "replaced-by", "id": "police-force"}]
    published("police-force")
    published("grooming", related=[{"relation": "related", "id": "problem-profile"}])
    published(related=[*away, {"relation": "related", "id": "grooming"}])
    withdrawn("grooming")

    merge_entries(keep="police-force", away=["problem-profile"], actor=OPERATOR)

    assert pointing("grooming") == []
    assert not Publication.objects.readable().of(["grooming"]).exists()
