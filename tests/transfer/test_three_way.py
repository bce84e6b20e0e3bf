"""Three texts say what has changed: loaded last, in the file, and here."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from glossary.document import apply_documents, compose_documents, parse_document
from glossary.errors import StateError
from glossary.models import (
    Dataset,
    Event,
    Helpline,
    HelplineText,
    LanguageSection,
    LoadedDocument,
    Publication,
    Revision,
    Source,
    Topic,
    TopicLabel,
)
from glossary.publishing import publish_revisions
from tests.factories import OPERATOR, document, entry_data, restored, withdrawn
from tests.helplines import helpline

pytestmark = pytest.mark.django_db

ENTRY, SOURCE = "entry/problem-profile", "source/report-2023"
TOPIC, HELPLINE = "topic/people", "helpline/a-line"
REVIEW = "review/a-review"


def edit_entry(text="Edited here."):
    LanguageSection.objects.filter(entry="problem-profile", lang="en").update(
        short=text
    )


def edit_source(title="Edited here"):
    Source.objects.update(title=title)


def edit_topic(label="Edited here"):
    TopicLabel.objects.filter(topic="people", lang="en").update(label=label)


def edit_helpline(hours="Edited here"):
    HelplineText.objects.filter(lang="en").update(hours=hours)


def publish_edit(text):
    """Publish a new text, as an editor would."""
    data = entry_data()
    data["languages"]["en"]["short"] = text
    _publish_here(parse_document(data))


def change_entry(folder, text="Changed in the file."):
    folder.change_section("problem-profile", "en", short=text)


def change_source(folder, title="Changed in the file"):
    folder.write_source(title=title)


def change_topic(folder):
    folder.write_topics("police-data", "people", only_english="people")


def change_helpline(folder, phone="0800 111"):
    folder.write_helplines(helpline(phone=phone))


def change_review(folder, **signed_off):
    folder.write_review(**(signed_off or {"en": ["editor"]}))


def said(name):
    """Return what is here of a document, as one text."""
    kind, _, key = name.partition("/")
    if kind == "entry":
        return compose_documents([key])[key].languages["en"].short
    if kind == "source":
        return Source.objects.get(pk=key).title
    if kind == "topic":
        labels = TopicLabel.objects.filter(topic=key).order_by("lang")
        return " | ".join(labels.values_list("label", flat=True))
    line = Helpline.objects.get(pk=key)
    return f"{line.phone} {line.texts.get(lang='en').hours}".strip()


KINDS = [
    pytest.param(ENTRY, edit_entry, change_entry, id="entry"),
    pytest.param(SOURCE, edit_source, change_source, id="source"),
    pytest.param(TOPIC, edit_topic, change_topic, id="topic"),
    pytest.param(HELPLINE, edit_helpline, change_helpline, id="helpline"),
]


def count_of_everything():
    tables = (Event, LoadedDocument, Publication, Revision)
    return [table.objects.count() for table in tables]


def test_a_first_load_brings_everything_in(folder):
    assert set(folder.standings().values()) == {"new"}

    load = folder.load()

    assert [row.entry_id for row in load.publications] == [
        "grooming",
        "problem-profile",
    ]
    assert LoadedDocument.objects.newest().count() == 7


def test_a_second_load_does_nothing(folder):
    folder.load()
    before = count_of_everything()

    load = folder.load()

    assert (load.plan.is_empty, load.publications) == (True, [])
    assert count_of_everything() == before
    assert folder.standings() == {}


@pytest.mark.parametrize(("name", "edit", "change"), KINDS)
def test_what_only_the_file_has_changed_comes_in(folder, name, edit, change):
    folder.load()
    before = said(name)
    change(folder)

    assert folder.standings() == {name: "changed"}
    folder.load()

    assert said(name) != before
    assert folder.plan().is_empty


@pytest.mark.parametrize(("name", "edit", "change"), KINDS)
def test_what_was_edited_here_stays(folder, name, edit, change):
    folder.load()
    edit()
    edited = said(name)
    before = count_of_everything()

    assert folder.standings() == {name: "edited here"}
    load = folder.load()

    assert "Edited here" in edited
    assert said(name) == edited
    assert [line.name for line in load.plan.open] == [name]
    assert load.plan.is_empty
    assert count_of_everything() == before


@pytest.mark.parametrize(("name", "edit", "change"), KINDS)
def test_what_was_edited_on_both_sides_stays_too(folder, name, edit, change):
    folder.load()
    edit()
    edited = said(name)
    change(folder)

    assert folder.standings() == {name: "edited here and in the file"}
    folder.load()

    assert said(name) == edited


@pytest.mark.parametrize(("name", "edit", "change"), KINDS)
def test_what_was_edited_here_stays_when_something_else_comes_in(
    folder, name, edit, change
):
    folder.load()
    edit()
    edited = said(name)
    folder.change_section("grooming", "en", short="Something else.")

    folder.load()

    assert said(name) == edited
    assert folder.standings() == {name: "edited here"}
    assert said("entry/grooming") == "Something else."


@pytest.mark.parametrize(("name", "edit", "change"), KINDS)
def test_somebody_may_take_what_the_file_has(folder, name, edit, change):
    folder.load()
    loaded = said(name)
    edit()

    folder.load(take=[name])

    assert said(name) == loaded
    assert folder.plan().is_empty
    assert folder.standings() == {}


@pytest.mark.parametrize(("name", "edit", "change"), KINDS)
def test_somebody_may_keep_what_is_here(folder, name, edit, change):
    folder.load()
    edit()
    edited = said(name)
    change(folder)

    folder.load(keep=[name])

    assert said(name) == edited
    assert folder.standings() == {name: "edited here"}
    assert folder.plan().is_empty


@pytest.mark.parametrize(("name", "edit", "change"), KINDS)
def test_an_older_text_never_comes_back_by_itself(folder, name, edit, change):
    folder.load()
    older = folder.read()
    change(folder)
    folder.load()
    newer = said(name)
    before = count_of_everything()

    folder.read = lambda: older
    assert folder.standings() == {name: "older"}
    folder.load()

    assert said(name) == newer
    assert count_of_everything() == before


@pytest.mark.parametrize(("name", "edit", "change"), KINDS)
def test_somebody_may_take_an_older_text_and_go_forward_again(
    folder, name, edit, change
):
    folder.load()
    older, first = folder.read(), said(name)
    change(folder)
    folder.load()
    newer, second = folder.read(), said(name)

    folder.read = lambda: older
    folder.load(take=[name])
    assert said(name) == first
    assert folder.standings() == {}

    folder.read = lambda: newer
    assert folder.standings() == {name: "older"}
    folder.load(take=["all"])
    assert said(name) == second


@pytest.mark.parametrize(
    ("edit", "change"),
    [
        pytest.param(publish_edit, change_entry, id="entry"),
        pytest.param(edit_source, change_source, id="source"),
    ],
)
def test_the_same_edit_on_both_sides_is_settled_once(folder, edit, change):
    folder.load()
    edit("The same.")
    change(folder, "The same.")

    assert folder.standings() == {}
    assert not folder.plan().is_empty
    assert folder.load().publications == []

    assert folder.plan().is_empty
    change(folder, "Something else.")
    assert set(folder.standings().values()) == {"changed"}


def test_an_edit_that_was_published_here_stays(folder):
    """Published, and signed off by somebody: a load of another file leaves it."""
    folder.load()
    edited = entry_data(as_at="2025-01-01")
    edited["languages"]["en"]["short"] = "Edited and published here."
    _publish_here(parse_document(edited))
    folder.change_section("grooming", "en", short="Something else.")

    folder.load()

    row = Publication.objects.current().get(entry="problem-profile")
    shown = json.loads(row.body)
    assert shown["languages"]["en"]["short"] == "Edited and published here."
    assert shown["languages"]["en"]["checked_by"] == ["editor"]
    assert folder.standings() == {ENTRY: "edited here"}


def _publish_here(edited, tables_too=True):
    """Publish a revision as an editor would; return it."""
    if tables_too:
        apply_documents([edited])
    composed = compose_documents([edited.id])[edited.id]
    last = Revision.objects.filter(entry=edited.id).latest("number")
    last.pk, last.number = None, last.number + 1
    last.document = (composed if tables_too else edited).model_dump_json(by_alias=True)
    last.review_record = {"record": "here", "signed_off": {"en": ["editor"]}}
    last.save(force_insert=True)
    publish_revisions(revisions=[last], actor=OPERATOR)
    return last


def test_a_revision_that_the_tables_do_not_hold_is_an_edit_too(folder):
    folder.load()
    _publish_here(document(kind="data"), tables_too=False)

    (line,) = folder.plan().open

    assert (line.name, line.standing) == (ENTRY, "edited here")
    assert line.places == ["/kind"]


def test_a_sign_off_given_here_is_no_edit_of_the_text(folder):
    folder.load()
    _publish_here(folder.read().entries["problem-profile"])

    assert folder.standings() == {}
    change_entry(folder)
    assert folder.standings() == {ENTRY: "changed"}


def test_an_entry_that_was_written_here_is_not_overwritten(folder):
    folder.write_source()
    folder.load()
    mine = document("chief-constable", kind="role")
    apply_documents([mine])
    folder.write_entry("chief-constable")

    (line,) = folder.plan().open

    assert (line.key, line.standing) == (
        "chief-constable",
        "edited here and in the file",
    )
    assert line.places == ["/kind"]


def test_an_entry_that_waits_here_as_the_file_has_it_is_new(folder):
    folder.load()
    folder.write_entry("chief-constable")
    apply_documents([folder.read().entries["chief-constable"]])

    assert folder.standings() == {"entry/chief-constable": "new"}
    assert [row.kind for row in folder.load().publications] == ["published"]


def test_a_file_that_was_checked_on_an_earlier_day_is_older(folder):
    folder.load()
    checked = {"checked_on": "2026-11-20", "check_due": "2027-05-21"}
    folder.write_entry("problem-profile", review=checked)
    content = folder.read()
    assert content.entries["problem-profile"].review.checked_on == dt.date(2026, 11, 20)

    assert folder.standings() == {ENTRY: "older"}


def test_a_later_day_of_checking_is_a_change(folder):
    folder.load()
    checked = {"checked_on": "2026-11-22", "check_due": "2027-05-21"}
    folder.write_entry("problem-profile", review=checked)

    (line,) = [line for line in folder.plan().lines if line.is_due]

    assert (line.name, line.places) == (ENTRY, ["/review"])


def test_a_text_of_an_earlier_shape_counts_as_edited(folder):
    """What was loaded cannot be read any more: nobody knows who has changed it."""
    folder.load()
    loaded = LoadedDocument.objects.filter(kind="entry", key="problem-profile")
    loaded.update(document="{}")
    change_entry(folder)

    assert folder.standings() == {ENTRY: "edited here and in the file"}


def test_a_column_more_is_no_edit(folder):
    """Shapes grow and change: what only one of two says is no difference."""
    folder.load()
    row = LoadedDocument.objects.get(kind="source", is_last=True)
    values = json.loads(row.document) | {"a_column_that_went": 1}
    del values["note"]
    LoadedDocument.objects.filter(pk=row.pk).update(document=json.dumps(values))
    folder.write_source(note="A note.")

    assert folder.standings() == {SOURCE: "changed"}


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        pytest.param({"take": ["entry/nothing"]}, "nothing to take", id="unknown"),
        pytest.param({"take": [SOURCE]}, "nothing to take", id="unchanged"),
        pytest.param({"keep": [ENTRY]}, "nothing to keep", id="another-answer"),
        pytest.param({"remove": [ENTRY]}, "never removed", id="remove-an-entry"),
        pytest.param({"take": ["problem-profile"]}, "nothing to take", id="no-kind"),
    ],
)
def test_an_answer_to_nothing_is_refused_and_nothing_is_loaded(folder, answers, reason):
    folder.load()
    edit_entry()
    folder.change_section("grooming", "en", short="Something else.")
    before = count_of_everything()

    with pytest.raises(StateError, match=reason):
        folder.load(**answers)

    assert count_of_everything() == before


def test_a_withdrawn_entry_stays_withdrawn_when_its_file_changes(folder):
    folder.load()
    withdrawn()
    change_entry(folder)

    load = folder.load()

    assert load.plan.withdrawn == {"problem-profile"}
    assert load.publications == []
    row = Publication.objects.current().get(entry="problem-profile")
    assert row.kind == "withdrawn"
    assert folder.plan().is_empty
    assert folder.plan().withdrawn == {"problem-profile"}


def test_its_new_text_waits_until_somebody_restores_it(folder):
    folder.load()
    withdrawn()
    change_entry(folder)
    folder.load()

    row = restored()

    body = json.loads(row.body)
    assert (row.kind, row.revision.number) == ("restored", 2)
    assert body["languages"]["en"]["short"] == "Changed in the file."


def test_an_old_text_does_not_come_back_for_a_withdrawn_entry_either(folder):
    older = folder.read()
    folder.load()
    change_entry(folder)
    folder.load()
    withdrawn()

    folder.read = lambda: older
    assert folder.standings() == {ENTRY: "older"}
    folder.load()

    assert Revision.objects.filter(entry="problem-profile").count() == 2


def test_what_is_gone_from_the_folder_stays_and_is_named(folder):
    folder.write_source("another")
    folder.write_helplines(helpline(), helpline(id="another-line"))
    folder.load()
    before = count_of_everything()
    folder.remove_entry("grooming")
    (folder.seeds / "another.yaml").unlink()
    folder.write_topics("police-data")
    folder.write_helplines(helpline())

    assert folder.standings() == {
        "entry/grooming": "gone from the folder",
        "source/another": "gone from the folder",
        "topic/people": "gone from the folder",
        "helpline/another-line": "gone from the folder",
    }
    load = folder.load()

    assert len(load.plan.open) == 4
    assert load.plan.is_empty
    assert count_of_everything() == before


def test_what_is_gone_stays_when_something_else_of_its_kind_comes_in(folder):
    folder.write_helplines(helpline(), helpline(id="another-line"))
    folder.load()
    folder.write_helplines(helpline(phone="0800 111"), helpline(id="third-line"))
    folder.write_topics("police-data", "new-topic")

    folder.load()

    lines = Helpline.objects.values_list("pk", "phone")
    assert list(lines) == [
        ("a-line", "0800 111"),
        ("third-line", "0800 000 000"),
        ("another-line", "0800 000 000"),
    ]
    topics = Topic.objects.values_list("pk", flat=True)
    assert list(topics) == ["police-data", "new-topic", "people"]
    assert Helpline.objects.get(pk="another-line").texts.count() == 2
    assert folder.plan().is_empty


def test_what_was_edited_here_stays_when_another_of_its_kind_comes_in(folder):
    folder.write_helplines(helpline(), helpline(id="b"))
    folder.write_source("another")
    folder.load()
    Helpline.objects.filter(pk="a-line").update(phone="0800 222")
    TopicLabel.objects.filter(topic="people").update(label="Edited here")
    Source.objects.filter(pk="another").update(title="Edited here")
    folder.write_helplines(helpline(), helpline(id="b", phone="0800 111"))
    folder.write_topics("police-data", "people", only_english="police-data")
    folder.write_source(title="Changed in the file")

    folder.load()

    phones = Helpline.objects.values_list("pk", "phone")
    assert list(phones) == [("a-line", "0800 222"), ("b", "0800 111")]
    assert said("topic/people") == "Edited here | Edited here"
    assert said("topic/police-data") == "police-data en"
    assert said("source/another") == "Edited here"
    assert said(SOURCE) == "Changed in the file"


def test_removing_everything_that_is_gone_removes_no_entry(folder):
    folder.write_entry("chief-constable")
    folder.load()
    folder.remove_entry("chief-constable")
    folder.write_helplines()

    folder.load(remove=["all"])

    assert folder.standings() == {"entry/chief-constable": "gone from the folder"}
    assert not Helpline.objects.exists()


def test_a_source_that_was_written_here_is_not_overwritten(folder):
    folder.load()
    Source.objects.create(
        id="another", kind="document", title="Mine", publisher="-", url="-", lang="en"
    )
    folder.write_source("another")

    assert folder.standings() == {"source/another": "edited here and in the file"}
    folder.load()

    assert said("source/another") == "Mine"


def test_what_was_withdrawn_and_is_gone_needs_no_more_answers(folder):
    folder.write_entry("chief-constable")
    folder.load()
    folder.remove_entry("chief-constable")
    withdrawn("chief-constable")

    assert folder.standings() == {}


def test_what_was_never_in_a_folder_is_not_gone_from_it(folder):
    folder.load()
    Source.objects.create(
        id="written-here", kind="document", title="-", publisher="-", url="-", lang="en"
    )
    Topic.objects.create(id="written-here", position=9)
    apply_documents([document("chief-constable")])

    assert folder.standings() == {}


@pytest.mark.parametrize(
    ("name", "is_here"),
    [
        pytest.param("source/another", Source, id="source"),
        pytest.param("topic/people", Topic, id="topic"),
        pytest.param("helpline/another-line", Helpline, id="helpline"),
    ],
)
def test_somebody_may_remove_what_is_gone(folder, name, is_here):
    folder.write_source("another")
    folder.write_helplines(helpline(), helpline(id="another-line"))
    folder.load()
    older = folder.read()
    (folder.seeds / "another.yaml").unlink()
    folder.write_topics("police-data")
    folder.write_helplines(helpline())

    reference = Dataset.objects.get().reference
    load = folder.load(remove=[name])

    assert Dataset.objects.get().reference == reference + 1
    assert not is_here.objects.filter(pk=name.partition("/")[2]).exists()
    assert load.publications == []
    assert name not in folder.standings()
    folder.read = lambda: older
    assert folder.standings()[name] == "older"


@pytest.mark.parametrize(
    "needed",
    [
        pytest.param({"citations": [{"source": "another", "lang": "en"}]}, id="cited"),
        pytest.param({"topics": ["people"]}, id="listed"),
    ],
)
def test_what_is_needed_is_not_removed(folder, needed):
    folder.write_source("another")
    folder.write_entry("chief-constable", **needed)
    folder.load()
    (folder.seeds / "another.yaml").unlink()
    folder.write_topics("police-data")
    before = count_of_everything()

    with pytest.raises(StateError, match="still needs"):
        folder.load(remove=["all"])

    assert count_of_everything() == before
    assert (Source.objects.count(), Topic.objects.count()) == (2, 2)


def test_somebody_may_keep_what_is_gone_and_hear_no_more_of_it(folder):
    folder.write_entry("chief-constable")
    folder.load()
    folder.remove_entry("chief-constable")

    folder.load(keep=["entry/chief-constable"])

    assert folder.standings() == {}
    assert folder.plan().is_empty
    assert Publication.objects.readable().filter(entry="chief-constable").exists()


@pytest.mark.parametrize(
    ("name", "table"),
    [
        pytest.param(TOPIC, Topic, id="topic"),
        pytest.param(HELPLINE, Helpline, id="helpline"),
    ],
)
def test_what_was_removed_here_stays_away_unless_somebody_takes_it(folder, name, table):
    folder.load()
    table.objects.filter(pk=name.partition("/")[2]).delete()

    assert folder.standings() == {name: "removed here"}
    folder.load()
    assert folder.standings() == {name: "removed here"}

    folder.load(take=[name])
    assert table.objects.filter(pk=name.partition("/")[2]).exists()
    assert folder.standings() == {}


def test_a_label_that_is_gone_goes_once(folder):
    folder.load()
    change_topic(folder)

    folder.load()

    labels = TopicLabel.objects.filter(topic="people").values_list("lang", flat=True)
    assert list(labels) == ["en"]
    assert folder.plan().is_empty


@pytest.mark.parametrize("kind", ["topic", "helpline"])
def test_the_order_is_that_of_the_file(folder, kind):
    folder.write_helplines(helpline(), helpline(id="b"))
    folder.load()
    folder.write_topics("people", "police-data")
    folder.write_helplines(helpline(id="b"), helpline())

    assert kind in folder.plan().reordered
    folder.load()

    assert list(Topic.objects.values_list("pk", flat=True)) == ["people", "police-data"]
    assert list(Helpline.objects.values_list("pk", flat=True)) == ["b", "a-line"]
    assert TopicLabel.objects.count() == 4
    assert folder.plan().is_empty
