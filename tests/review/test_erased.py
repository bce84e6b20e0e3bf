"""What departs from a text that is gone for ever, and what is begun in its place."""

from __future__ import annotations

import pytest

from glossary.closed_lists import ErasureReason
from glossary.document import from_json
from glossary.errors import NotFoundError, StateError
from glossary.models import Revision
from glossary.publishing import erase_alone, publish_revisions
from glossary.review import (
    abandon_draft,
    begin_check,
    begin_draft,
    bring_up_to_date,
    is_check,
    places_changed,
    required_sign_offs,
    submit_draft,
)
from tests.factories import OPERATOR, named, published, withdrawn
from tests.review.test_refusals import SIGNED, rendered
from tests.review.writing import (
    ENGLISH,
    ENTRY,
    WELSH,
    approved,
    begun,
    somebody,
    typed,
)

pytestmark = pytest.mark.django_db

NAME = named(ENTRY)


@pytest.fixture(autouse=True)
def a_list(tmp_path, settings):
    settings.ERASED_LIST = tmp_path / "erased.jsonl"


def erase(*revisions):
    erase_alone(
        name=NAME,
        reason=ErasureReason.COURT_ORDER,
        actor=somebody("dai"),
        revisions=revisions,
    )


@pytest.fixture
def departed(anna):
    """A draft of what was public, withdrawn and then erased."""
    draft = begun(anna, en="Anna's.", cy="Gan Anna.")
    withdrawn(ENTRY)
    erase(1)
    return draft


def test_a_draft_of_what_was_erased_says_everything_anew(anna, departed):
    row = submit_draft(revision=departed, actor=anna)

    assert required_sign_offs(row) == [ENGLISH, WELSH]
    sections = from_json(row.document).languages
    assert {lang: one.edition for lang, one in sections.items()} == {"en": 1, "cy": 1}


def test_what_a_public_text_changed_of_it_is_known_from_before(anna, ben):
    row = approved(anna, ben, en="Anna's.")
    publish_revisions(revisions=[row], actor=OPERATOR)
    withdrawn(ENTRY)
    erase(1)

    row = Revision.objects.select_related("base__revision").get(pk=row.pk)
    assert row.base.revision.is_erased
    assert places_changed(row) == ["/languages/en/short"]


def test_what_was_said_of_recordings_is_gone_with_it(anna, departed):
    with pytest.raises(StateError, match="Nobody types"):
        rendered(departed, anna, signed_off=SIGNED)


def test_a_text_that_is_gone_begins_nothing(anna):
    published(ENTRY)
    withdrawn(ENTRY)
    erase(1)

    with pytest.raises(NotFoundError, match="Nothing was published"):
        begin_draft(name=NAME, actor=anna)
    with pytest.raises(NotFoundError, match="no such revision"):
        begin_draft(name=NAME, actor=anna, of=Revision.objects.get(key=ENTRY))
    with pytest.raises(NotFoundError, match="is not public"):
        begin_check(name=NAME, actor=anna)
    assert begin_draft(name=NAME, actor=anna, start=typed()).number == 2


def test_nothing_was_published_meanwhile_where_the_text_alone_went(anna, departed):
    row = Revision.objects.get(pk=departed.pk)

    with pytest.raises(StateError, match="Nothing was published"):
        bring_up_to_date(revision=row, seen=row.digest, actor=anna)


def test_a_first_text_that_is_gone_is_no_check_of_anything(anna):
    draft = begin_draft(name=NAME, actor=anna, start=typed())
    abandon_draft(revision=draft, actor=anna)
    erase()

    row = Revision.objects.get(pk=draft.pk)
    assert row.is_erased
    assert not is_check(row)
