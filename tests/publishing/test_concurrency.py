"""Several writers at once: no gaps, in order, nothing lost."""

import threading

import pytest
from django.db import connection, connections

from glossary.models import Dataset, Publication
from glossary.publishing import publish_revisions
from tests.factories import approved_revision, document, source

WRITERS = 4
EACH = 5


@pytest.mark.django_db(transaction=True)
def test_sequences_have_no_gaps_with_several_writers():
    source()
    entries = [f"entry-{number}" for number in range(WRITERS * EACH)]
    revisions = [approved_revision(document(entry_id)) for entry_id in entries]
    seen: list[int] = []
    failures: list[BaseException] = []

    def write(mine):
        try:
            for revision in mine:
                (row,) = publish_revisions(revisions=[revision], actor=None)
                visible = Dataset.objects.get().sequence
                assert visible >= row.sequence
                assert Publication.objects.filter(
                    sequence__lte=row.sequence
                ).count() == (row.sequence)
                seen.append(row.sequence)
        except BaseException as error:  # noqa: BLE001 (told by the test, not the thread)
            failures.append(error)
        finally:
            connections.close_all()

    parts = [revisions[start::WRITERS] for start in range(WRITERS)]
    threads = [threading.Thread(target=write, args=(part,)) for part in parts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    assert sorted(seen) == list(range(1, WRITERS * EACH + 1)), connection.vendor
