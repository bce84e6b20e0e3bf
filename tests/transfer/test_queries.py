"""A load asks as often for few documents as for many: so often for each batch."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from glossary.models import BATCH
from glossary.transfer import load_content, plan_load
from tests.factories import OPERATOR
from tests.publishing.test_locks import tables
from tests.transfer.edits import count_of_everything

pytestmark = pytest.mark.django_db


def many(content, count, text="What it is."):
    """Return so many documents of each kind, each entry with a neighbour and a source."""
    entry, source = content.entries["grooming"], content.sources["report-2023"]
    topic, helpline = content.topics["people"], content.helplines["a-line"]
    keys = [f"of-{count}-{number}" for number in range(count)]
    return replace(
        content,
        entries={
            key: _entry(entry, key, keys[at - 1], text) for at, key in enumerate(keys)
        },
        sources={
            key: source.model_copy(update={"id": key, "title": text}) for key in keys
        },
        topics={key: topic.model_copy(update={"id": key}) for key in keys},
        helplines={key: helpline.model_copy(update={"id": key}) for key in keys},
    )


def _entry(entry, key, neighbour, text):
    relation = entry.related[0].model_copy(update={"id": neighbour})
    citation = entry.citations[0].model_copy(update={"source": key})
    return entry.model_copy(
        update={
            "id": key,
            "topics": (key,),
            "citations": (citation,),
            "related": () if neighbour == key else (relation,),
            "languages": {
                lang: section.model_copy(
                    update={"slug": f"{section.slug}-{key}", "short": text}
                )
                for lang, section in entry.languages.items()
            },
        }
    )


class Asked(NamedTuple):
    """How often the database was asked, and how often it was given rows to keep."""

    others: int
    inserts: int
    rows: int


def asked(act):
    """Count what an act asks of the database."""
    before = sum(count_of_everything())
    with CaptureQueriesContext(connection) as queries:
        act()
    inserts = sum(row["sql"].startswith("INSERT") for row in queries)
    rows = sum(count_of_everything()) - before
    return Asked(len(queries) - inserts, inserts, rows)


def load(content):
    load_content(content=content, actor=OPERATOR)


def counted(content, count):
    """Return what each act asks for so many documents of each kind."""
    first, second = many(content, count), many(content, count, "What it is now.")
    corrected = replace(first, entries={}, sources=second.sources)
    return {
        "plan what is new": asked(lambda: plan_load(first)),
        "load what is new": asked(lambda: load(first)),
        "plan what is the same": asked(lambda: plan_load(first)),
        "load what is the same": asked(lambda: load(first)),
        "correct every source": asked(lambda: load(corrected)),
        "plan what has changed": asked(lambda: plan_load(second)),
        "load what has changed": asked(lambda: load(second)),
    }


@pytest.mark.parametrize(
    ("count", "batches"),
    [pytest.param(40, 1, id="a-batch"), pytest.param(BATCH + 100, 2, id="two-batches")],
)
def test_it_asks_as_often_for_each_batch(folder, count, batches):
    """Where a statement takes few values, rows are given to keep in smaller parts."""
    content = folder.read()
    load(content)

    few, more = counted(content, 2), counted(content, count)

    assert few.keys() == more.keys() >= {"plan what is new", "load what is new"}
    for act, one in few.items():
        assert more[act].others <= one.others * batches, act
        assert more[act].inserts <= one.inserts * batches + more[act].rows / 50, act


def test_a_load_waits_for_its_turn_before_it_reads_what_it_decides_by(folder):
    content = folder.read()

    with CaptureQueriesContext(connection) as queries:
        load(content)

    assert tables(queries)[0] == "glossary_dataset"
