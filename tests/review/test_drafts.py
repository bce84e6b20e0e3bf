"""What is said of a language is said by whoever may write in it, and by nobody else."""

from __future__ import annotations

import orjson
import pytest

from glossary.document import DocumentKind, Name
from glossary.errors import PermissionDeniedError, StateError
from glossary.models import NO_NOTE, Note, Revision
from glossary.review import begin_draft, save_draft, submit_draft
from tests.factories import named, published
from tests.review.writing import ENTRY, begun, somebody, typed

pytestmark = pytest.mark.django_db

WELSH_LINE = Note("Mae’n gliriach.", "cy")


def kept(revision, actor, *, untouched=(), note=NO_NOTE, **texts):
    """Save a draft with what is claimed of it."""
    row = Revision.objects.get(pk=revision.pk)
    data = orjson.loads(row.document)
    for lang, text in texts.items():
        data["languages"][lang]["short"] = text
    return save_draft(
        revision=row,
        document=data,
        seen=row.digest,
        actor=actor,
        untouched=untouched,
        note=note,
    )


@pytest.mark.parametrize(
    ("kind", "is_written"),
    [
        (DocumentKind.ENTRY, True),
        (DocumentKind.SOURCE, True),
        (DocumentKind.TOPIC, True),
        (DocumentKind.HELPLINE, True),
        (DocumentKind.TEXT, False),
        (DocumentKind.REVIEW, False),
    ],
)
def test_the_text_of_a_source_and_a_record_are_nobodys_to_word(anna, kind, is_written):
    name = Name(kind, "something-new")

    if not is_written:
        with pytest.raises(StateError, match="not written here"):
            begin_draft(name=name, actor=anna, start={})
    else:
        begin_draft(name=name, actor=anna, start={})

    rows = Revision.objects.filter(kind=kind, key="something-new")
    assert rows.exists() == is_written


@pytest.fixture
def claimed(anna):
    """A draft of which somebody says that Welsh still says the same."""
    draft = kept(begun(anna), anna, untouched=["cy"], note=WELSH_LINE)
    assert Revision.objects.get(pk=draft.pk).untouched == ["cy"]
    return draft


def test_who_changes_nothing_leaves_claims_and_lines_of_others_as_they_are(claimed):
    english = somebody("cari", "write_en")

    row = kept(claimed, english, untouched=["cy"], note=WELSH_LINE)

    assert (row.untouched, row.note_for_readers) == (["cy"], WELSH_LINE)


def test_who_changes_anything_says_the_claim_anew(claimed):
    english = somebody("cari", "write_en")

    with pytest.raises(PermissionDeniedError, match="this language"):
        kept(claimed, english, untouched=["cy"], note=WELSH_LINE, en="Otherwise.")
    row = kept(claimed, english, note=WELSH_LINE, en="Otherwise.")
    assert row.untouched == []


@pytest.mark.parametrize(
    "note", [Note("Yn fyrrach.", "cy"), Note(WELSH_LINE.text, "en")], ids=str
)
def test_who_writes_another_line_writes_in_its_language(claimed, note):
    other = somebody("cari", f"write_{'en' if note.lang == 'cy' else 'cy'}")

    with pytest.raises(PermissionDeniedError):
        kept(claimed, other, untouched=["cy"], note=note)


def test_who_may_write_anything_here_may_take_a_line_away(claimed):
    row = kept(claimed, somebody("cari", "write_en"), untouched=["cy"])

    assert (row.note, row.note_lang) == ("", "")


def test_no_line_is_in_no_language(anna):
    row = kept(begun(anna), anna, note=Note("", "cy"))

    assert (row.note, row.note_lang) == ("", "")
    assert submit_draft(revision=row, actor=anna)


def test_claims_are_kept_once_each_in_one_order(anna):
    row = kept(begun(anna), anna, untouched=("en", "cy", "en"))

    assert Revision.objects.get(pk=row.pk).untouched == ["cy", "en"]


def test_who_writes_the_one_language_that_is_claimed_may_save(anna):
    """The draft says what is public, but for the claim."""
    published(ENTRY)
    draft = begin_draft(name=named(ENTRY), actor=anna)

    row = kept(draft, somebody("cari", "write_cy"), untouched=["cy"])

    assert row.untouched == ["cy"]


def test_who_writes_the_claimed_language_saves_what_another_one_changes(claimed):
    welsh = somebody("cari", "write_cy")

    row = kept(claimed, welsh, untouched=["cy"], note=WELSH_LINE)

    assert "cari" in {one.name for one in row.authors.all()}


def test_who_does_not_write_the_one_language_that_is_claimed_does_not_save_it(anna):
    """What is claimed of a language is all that the draft says."""
    published(ENTRY)
    draft = kept(begin_draft(name=named(ENTRY), actor=anna), anna, untouched=["cy"])

    with pytest.raises(PermissionDeniedError, match="write this"):
        kept(draft, somebody("cari", "write_en"), untouched=["cy"])


def test_who_writes_only_what_the_draft_does_not_touch_does_not_save_it(anna):
    published(ENTRY)
    draft = begin_draft(name=named(ENTRY), actor=anna, start=typed(cy="Cymraeg."))

    with pytest.raises(PermissionDeniedError, match="write this"):
        kept(draft, somebody("cari", "write_en"))


@pytest.mark.parametrize(
    ("note", "says"),
    [
        (Note("Neues.", "de"), "no language “de”"),
        (Note("So\x07.", "en"), "nobody can see"),
    ],
)
def test_a_line_that_nobody_could_read_says_why_it_is_refused(anna, note, says):
    draft = begun(anna)
    Revision.objects.filter(pk=draft.pk).update(note=note.text, note_lang=note.lang)

    with pytest.raises(StateError, match=says):
        submit_draft(revision=draft, actor=anna)
