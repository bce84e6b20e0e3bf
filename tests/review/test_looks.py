"""What somebody last looked at is kept for them, whatever is saved over it."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from glossary.document import DocumentKind, Name
from glossary.models import Event, Look, Revision
from glossary.review import begin_draft, look_at
from tests.factories import named
from tests.review.writing import ENTRY, begun, saved

pytestmark = pytest.mark.django_db


def test_the_first_look_has_nothing_before_it(anna, ben):
    revision = begun(anna)

    look = look_at(revision, ben)

    assert (look.document, look.former) == (revision.document, "")
    assert look.former_at is None


def test_who_looks_again_sees_what_they_saw_before(anna, ben):
    first = begun(anna)
    before = look_at(first, ben)
    second = saved(first, anna, en="Newer.")

    look = look_at(second, ben)

    assert (look.former, look.former_at) == (first.document, before.at)
    assert (look.document, look.digest) == (second.document, second.digest)
    assert Look.objects.count() == 1


def test_looking_twice_at_one_text_is_looking_once(anna, ben):
    first = begun(anna)
    look_at(first, ben)
    second = saved(first, anna, en="Newer.")
    look_at(second, ben)

    assert look_at(second, ben).former == first.document


def test_everybody_has_looks_of_their_own(anna, ben):
    first = begun(anna)
    look_at(first, anna)

    assert look_at(saved(first, anna, en="Newer."), ben).former == ""


def test_every_document_has_a_look_of_its_own(anna, ben):
    """Of another name, or of another kind under the same name."""
    row = begun(anna)
    others = [
        begin_draft(name=name, actor=anna, start={})
        for name in (named("another"), Name(DocumentKind.TOPIC, ENTRY))
    ]
    for other in others:
        look_at(other, ben)

    look = look_at(row, ben)

    assert (look.document, look.former) == (row.document, "")
    assert [look_at(other, ben).document for other in others] == ["{}", "{}"]
    assert Look.objects.count() == 3


def test_looking_is_no_event(anna, ben):
    revision = begun(anna)
    before = Event.objects.count()

    look_at(revision, ben)

    assert Event.objects.count() == before


def test_in_two_windows_at_once_the_first_look_counts(anna, ben, monkeypatch):
    revision = begun(anna)
    look_at(begin_draft(name=named("another"), actor=anna, start={}), ben)
    look_at(
        begin_draft(name=Name(DocumentKind.TOPIC, ENTRY), actor=anna, start={}), ben
    )
    look_at(revision, anna)
    first = look_at(revision, ben)
    monkeypatch.setattr("glossary.review.looks._known", lambda *_: None)

    assert look_at(revision, ben) == first


@pytest.mark.parametrize(
    "odd",
    [{"digest": ""}, {"former": "{}"}, {"kind": "song"}],
    ids=["no text", "a former text at no time", "no such kind"],
)
def test_the_database_keeps_no_odd_look(anna, odd):
    look = look_at(begun(anna), anna)

    with pytest.raises(IntegrityError), transaction.atomic():
        Look.objects.filter(pk=look.pk).update(**odd)


def test_what_is_erased_can_be_emptied(anna):
    first = begun(anna)
    look_at(first, anna)
    look_at(saved(first, anna, en="Newer."), anna)

    Look.objects.update(document="", former="")

    assert not Look.objects.exclude(document="", former="").exists()
    assert look_at(Revision.objects.get(pk=first.pk), anna).document == ""
