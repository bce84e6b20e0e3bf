"""A question whose SQL is written once is answered as any other."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection

from glossary.database import Prepared
from glossary.models import Publication
from tests.factories import published, withdrawn

pytestmark = pytest.mark.django_db


def question() -> Prepared:
    return Prepared(
        lambda key: (
            Publication.objects.entries()
            .current()
            .filter(key=key)
            .order_by()
            .values_list("key", "change", "published_at", "languages")
        )
    )


def test_it_gives_what_the_queryset_gives():
    published("grooming")
    published("problem-profile")
    rows = Publication.objects.entries().current()

    found = question().rows("grooming")

    assert found == [
        *rows.filter(key="grooming").values_list(
            "key", "change", "published_at", "languages"
        )
    ]
    ((_, _, at, _),) = found
    assert at.tzinfo == dt.UTC


@pytest.mark.parametrize("key", ["nothing", "", "a'b", "%s", "\ue001"])
def test_a_value_is_no_more_than_a_value(key):
    published("grooming")

    assert question().rows(key) == []


def test_it_is_asked_again_for_each_value():
    published("grooming")
    asked = question()

    before = asked.rows("grooming")
    withdrawn("grooming")
    published("problem-profile")

    assert [row[1] for row in before] == ["published"]
    assert [row[1] for row in asked.rows("grooming")] == ["withdrawn"]
    assert [row[0] for row in asked.rows("problem-profile")] == ["problem-profile"]


def test_its_sql_is_written_once(monkeypatch):
    asked = question()
    asked.rows("grooming")

    monkeypatch.setattr(asked, "_ask", None)

    assert asked.rows("grooming") == []


def test_it_is_written_for_each_kind_of_database(monkeypatch):
    asked = question()
    asked.rows("grooming")

    monkeypatch.setattr(connection, "vendor", "another")
    asked.rows("grooming")

    assert len(asked._written) == 2
