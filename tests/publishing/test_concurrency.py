"""Several writers at once: no gaps, in order, nothing lost, nothing done twice."""

from __future__ import annotations

from collections import Counter

import pytest
from django.db import connection

from glossary.closed_lists import WithdrawalReason
from glossary.errors import StateError
from glossary.models import Dataset, Event, Publication
from glossary.publishing import (
    publish_revisions,
    restore_document,
    withdraw_document,
)
from glossary.transfer import load_content
from tests.factories import (
    OPERATOR,
    approved_revision,
    document,
    named,
    published,
    source,
)
from tests.folder import Folder
from tests.threads import together

pytestmark = pytest.mark.django_db(transaction=True)

WRITERS = 4
GROOMING = named("grooming")
EVERYTHING = 7  # a review, a source, two topics, a helpline, two entries
EACH = 5


def test_sequences_have_no_gaps_with_several_writers():
    source()
    first = Dataset.objects.get().sequence
    entries = [f"entry-{number}" for number in range(WRITERS * EACH)]
    revisions = [approved_revision(document(entry_id)) for entry_id in entries]
    seen: list[int] = []

    def write(mine):
        for revision in mine:
            (row,) = publish_revisions(revisions=[revision], actor=OPERATOR)
            assert Dataset.objects.get().sequence >= row.sequence
            earlier = Publication.objects.filter(sequence__lte=row.sequence)
            assert earlier.count() == row.sequence
            seen.append(row.sequence)

    parts = [revisions[start::WRITERS] for start in range(WRITERS)]

    assert together(*(lambda mine=part: write(mine) for part in parts)) == []
    assert sorted(seen) == list(range(first + 1, first + WRITERS * EACH + 1)), (
        connection.vendor
    )


def outcomes(task, times):
    """Do ``task`` several times; count how often it was done, and how often refused."""
    counted: Counter[str] = Counter()

    def run():
        for _ in range(times):
            try:
                task()
                counted["done"] += 1
            except StateError:
                counted["refused"] += 1

    return run, counted


def test_of_three_who_do_the_same_one_does_it():
    published()
    reason = WithdrawalReason.MISTAKE

    def withdraw():
        withdraw_document(name=named("problem-profile"), actor=OPERATOR, reason=reason)

    def restore():
        restore_document(name=named("problem-profile"), actor=OPERATOR)

    revision = approved_revision(document(kind="data"))

    def publish():
        publish_revisions(revisions=[revision], actor=OPERATOR)

    for rule in (publish, withdraw, restore):
        runs = [outcomes(rule, 1) for _ in range(3)]
        assert together(*(run for run, _ in runs)) == []
        assert sum((counted for _, counted in runs), Counter()) == {
            "done": 1,
            "refused": 2,
        }
    changes = Publication.objects.entries().values_list("change", flat=True)
    assert list(changes) == ["published", "updated", "withdrawn", "restored"]


def six_changes(folder):
    """Yield the content of a folder after each of six changes."""
    for number in range(6):
        folder.change_section("problem-profile", "en", short=f"Text {number}.")
        folder.write_source(title=f"Title {number}")
        yield folder.read()


def test_withdrawing_restoring_and_loading_never_wait_for_each_other(tmp_path):
    """All of them take the lock of the dataset before any other."""
    folder = Folder(tmp_path)
    folder.load()
    reason = WithdrawalReason.MISTAKE
    contents = list(six_changes(folder))

    def load():
        for content in contents:
            load_content(content=content, actor=OPERATOR)

    takes, withdrawn = outcomes(
        lambda: withdraw_document(name=GROOMING, actor=OPERATOR, reason=reason), 12
    )
    gives, restored = outcomes(
        lambda: restore_document(name=GROOMING, actor=OPERATOR), 12
    )

    assert together(load, takes, gives) == []

    acts = list(
        Publication.objects.of(["grooming"])
        .exclude(change="refreshed")
        .order_by("sequence")
        .values_list("change", flat=True)
    )
    expected = ["published", *["withdrawn", "restored"] * 12]
    assert acts == expected[: len(acts)]
    assert acts.count("withdrawn") == withdrawn["done"]
    assert acts.count("restored") == restored["done"]
    sequences = list(Publication.objects.values_list("sequence", flat=True))
    assert sequences == list(range(1, len(sequences) + 1))
    done = Event.objects.filter(publication__isnull=False).count()
    assert done == len(sequences)


def test_of_three_who_load_the_same_one_publishes_it(tmp_path):
    folder = Folder(tmp_path)
    published_by_each: list[int] = []

    def load():
        published_by_each.append(len(folder.load().publications))

    for expected in (EVERYTHING, 2):
        published_by_each.clear()
        assert together(load, load, load) == []
        assert sorted(published_by_each) == [0, 0, expected]
        for entry_id in ("problem-profile", "grooming"):
            folder.change_section(entry_id, "en", short="Something else.")
    assert Event.objects.filter(action="content-loaded").count() == 2
