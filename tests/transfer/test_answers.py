"""What loading leaves alone, withdrawn, gone or removed, and the answers to it."""

from __future__ import annotations

import json

import pytest

from glossary.document import apply_documents
from glossary.errors import StateError
from glossary.models import (
    Dataset,
    Helpline,
    Publication,
    Revision,
    Source,
    Topic,
    TopicLabel,
)
from tests.factories import document, restored, withdrawn
from tests.helplines import helpline
from tests.transfer.edits import (
    ENTRY,
    HELPLINE,
    SOURCE,
    TOPIC,
    change_entry,
    change_topic,
    count_of_everything,
    edit_entry,
    said,
)

pytestmark = pytest.mark.django_db


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
