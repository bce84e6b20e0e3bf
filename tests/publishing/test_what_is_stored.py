"""What a publication holds beside the form that readers see."""

from __future__ import annotations

import json

import pytest
from django.utils import timezone

from glossary.closed_lists import WithdrawalReason
from glossary.document import from_json
from glossary.indexing import index_rows
from glossary.models import Publication
from glossary.public_form import BASE
from glossary.publishing import publish_revisions, withdraw_document
from tests.factories import (
    OPERATOR,
    approved_revision,
    document,
    named,
    published,
    record,
    restored,
    topic,
    withdrawn,
)

pytestmark = pytest.mark.django_db


def body(row):
    return json.loads(row.body)


def of_kind(kind):
    return Publication.objects.of_kind(kind).get()


def test_an_entry_is_found_by_its_rows_and_nothing_else_has_any():
    topic("people", en="People")
    row = published()

    nobody = {
        lang: block["not_checked_by"] for lang, block in body(row)["languages"].items()
    }
    assert row.index == index_rows(from_json(row.revision.document), nobody)
    assert {of_kind(kind).index for kind in ("source", "review", "topic")} == {""}
    gone = withdrawn()
    assert (gone.index, gone.comment, row.comment) == ("", "", "")


def test_a_form_says_when_it_was_published_as_its_row_does():
    before = timezone.now().replace(microsecond=0)

    row = published()

    assert before <= row.published_at <= timezone.now()
    assert row.published_at.microsecond == 0
    assert body(row)["published_at"] == f"{row.published_at:%Y-%m-%dT%H:%M:%SZ}"
    assert (row.sequence, body(row)["sequence"]) == (3, 3)


def test_publishing_together_is_one_moment():
    revisions = [approved_revision(document(key)) for key in ("grooming", "cps")]

    rows = publish_revisions(revisions=revisions, actor=OPERATOR)

    assert len({row.published_at for row in rows}) == 1


def test_what_those_who_write_are_told_is_kept_and_never_public():
    published()
    published("grooming")
    said, why = "Anna knows more.", WithdrawalReason.WRONG
    withdraw_document(name=named("grooming"), actor=OPERATOR, reason=why, comment=said)
    withdrawn()

    rows = Publication.objects.entries()
    assert [row.key for row in rows.filter(comment=said)] == ["grooming"]
    assert set(rows.values_list("comment", flat=True)) == {said, ""}
    assert not rows.filter(body__contains="Anna").exists()


def test_the_digest_is_that_of_what_readers_see():
    first = published("grooming")
    gone = withdrawn("grooming")
    back = restored("grooming")

    assert first.digest == back.digest != gone.digest
    assert first.body != back.body


def test_an_entry_says_how_it_came_in_and_by_which_review():
    record("signed", cy=["editor"])
    revision = approved_revision(document(), "signed")

    (row,) = publish_revisions(revisions=[revision], actor=OPERATOR)

    assert body(row)["review"] == {"arrival": "reviewed-elsewhere", "record": "signed"}


def test_an_entry_has_a_short_address_of_its_own():
    row = published()

    assert body(row)["short_url"] == f"{BASE}/t/3v4ori/"
    assert body(row)["revision"] == row.revision.number == 1


def test_what_is_returned_holds_no_texts_but_reads_them():
    (row,) = publish_revisions(
        revisions=[approved_revision(document())], actor=OPERATOR
    )

    assert row.get_deferred_fields() == {"body", "index"}
    assert body(row)["id"] == "problem-profile"
