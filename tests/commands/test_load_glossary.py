"""Somebody loads a content folder: planned, printed, brought in, all or nothing."""

from __future__ import annotations

import json
import re

import pytest
from django.core.management import CommandError, call_command

from glossary.models import Event, Publication, Revision
from glossary.review import abandon_draft, begin_draft, save_draft
from tests.factories import named, section, withdrawn
from tests.helplines import helpline
from tests.review.writing import somebody
from tests.transfer.edits import ENTRY, SOURCE, change, current, edit, withdraw

pytestmark = pytest.mark.django_db


@pytest.fixture
def load(run, folder):
    """Load the folder, and return what was said."""

    def load(*options, **more):
        return run(
            "load_glossary",
            *options,
            fixtures=folder.fixtures,
            seeds=folder.seeds,
            **more,
        )

    return load


def test_it_loads_and_says_what_it_did(load):
    said = load()

    assert said.splitlines() == [
        "review: 1 new",
        "source: 1 new",
        "topic: 2 new",
        "helpline: 1 new",
        "entry: 2 new",
        "Publications: 7",
    ]
    came = Revision.objects.values_list("arrival", "review").distinct()
    assert list(came.order_by()) == [("reviewed-elsewhere", "a-review")]


def test_who_typed_it_is_recorded(load, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "mari")

    load()

    assert set(Event.objects.values_list("actor_name", flat=True)) == {"mari"}
    assert not Event.objects.filter(actor__isnull=False).exists()


def test_a_name_is_as_long_as_there_is_room(load, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "m" * 200)

    load()

    assert Event.objects.latest("id").actor_name == "m" * 150


def test_a_machine_without_names_is_somebody_too(load, monkeypatch):
    def no_name():
        raise OSError

    monkeypatch.setattr("getpass.getuser", no_name)

    load()

    assert Event.objects.latest("id").actor_name == "somebody"


def test_a_name_that_is_no_text_is_written_down_as_well_as_it_can_be(load, monkeypatch):
    """A terminal may give bytes that are not UTF-8."""
    monkeypatch.setattr("getpass.getuser", lambda: "mar\udcff")

    load()

    assert Event.objects.latest("id").actor_name == "mar?"


def test_loading_twice_changes_nothing(load):
    load()
    before = list(Publication.objects.values()), Event.objects.count()

    said = load()

    assert (list(Publication.objects.values()), Event.objects.count()) == before
    assert "entry: 2 unchanged" in said
    assert "Publications: 0" in said


def test_only_what_changed_is_published_and_the_places_are_printed(load, folder):
    load()
    folder.change_section("grooming", "en", short="Something else.")

    said = load()

    assert "  changed: entry/grooming (/languages/en/short); behind: cy\n" in said
    assert str(Publication.objects.latest("sequence").name) == "entry/grooming"
    assert Publication.objects.count() == 8


def test_publishers_get_the_names_that_they_have_in_each_language(load, folder):
    load()
    assert (
        json.loads(current("source/report-2023").body)["document"]["publisher_names"]
        == {}
    )
    names = {"en": "The inspectors", "cy": "Yr arolygwyr"}
    folder.write_publishers({"name": "The inspectors", "languages": names})

    said = load()

    assert "  changed: source/report-2023 (/publisher_names)\n" in said
    assert (
        json.loads(current("source/report-2023").body)["document"]["publisher_names"]
        == names
    )
    assert "Yr arolygwyr" in current("entry/grooming").body
    assert "Publications: 3" in said


def test_a_publisher_that_is_there_twice_is_refused(load, folder):
    for_each = [{"languages": {lang: "Arolygwyr"}} for lang in ("en", "cy")]
    folder.write_publishers(*({"name": "The inspectors", **one} for one in for_each))

    with pytest.raises(CommandError, match="The inspectors"):
        load()

    assert not Revision.objects.exists()


def test_a_plan_changes_nothing(load):
    said = load(plan=True)

    assert "entry: 2 new" in said
    assert "Publications" not in said
    assert not Publication.objects.exists()
    assert not Revision.objects.exists()


def test_new_documents_are_named_where_somebody_asks(load):
    assert "  new: entry/grooming\n" in load("--plan", verbosity=2)


def test_a_withdrawn_entry_is_a_line_of_its_own(load, folder):
    load()
    withdrawn("grooming")
    assert "  withdrawn: entry/grooming stays withdrawn\n" in load()
    folder.change_section("grooming", "en", short="Something else.")

    said = load()

    assert (
        "  withdrawn: entry/grooming stays withdrawn; its new text waits to be signed off, then for: "
        "manage.py restore entry/grooming\n"
    ) in said
    assert "changed: entry" not in said
    assert "Publications: 0" in said
    assert current("entry/grooming").change == "withdrawn"


@pytest.mark.parametrize(
    "name", ["source/another", "topic/people", "helpline/a-line", "entry/grooming"]
)
def test_whatever_is_withdrawn_can_be_restored_by_the_name_that_is_said(
    load, run, folder, name
):
    folder.write_source("another")
    load()
    withdraw(name)
    said = load()
    assert f"  withdrawn: {name} stays withdrawn\n" in said

    run("restore", name)

    assert current(name).change == "restored"
    assert "withdrawn" not in load()


def edited_here(folder):
    edit("entry/problem-profile")


def edited_twice(folder):
    edited_here(folder)
    folder.change_section("problem-profile", "en", short="Something else.")


def older(folder):
    checked = {"checked_on": "2020-01-01", "check_due": "2020-06-01"}
    folder.write_entry("grooming", review=checked)


def gone(folder):
    folder.remove("entry/grooming")


def source_gone(folder):
    folder.write_source("another")
    (folder.seeds / "report-2023.yaml").unlink()
    citations = [{"source": "another", "lang": "en"}]
    for entry_id in ("grooming", "problem-profile"):
        folder.write_entry(entry_id, citations=citations)


def topic_gone(folder):
    folder.remove("topic/people")


def review_edited(folder):
    edit("review/a-review")


def helpline_edited_twice(folder):
    edit("helpline/a-line")
    folder.write_helplines(helpline(phone="0800 111"))


@pytest.mark.parametrize(
    ("happens", "line", "answers"),
    [
        pytest.param(
            edited_here,
            r"entry/problem-profile was edited here and stays so "
            r"\(/languages/en/short\)",
            "--take entry/problem-profile",
            id="edited",
        ),
        pytest.param(
            edited_twice,
            r"entry/problem-profile was edited here and in the file; it stays as it is "
            r"here .*",
            "--take entry/problem-profile or --keep entry/problem-profile",
            id="diverged",
        ),
        pytest.param(
            older,
            r"entry/grooming has an older text in the file; what is here stays .*",
            "--take entry/grooming",
            id="older",
        ),
        pytest.param(
            gone,
            r"entry/grooming is not in the folder any more; it stays",
            "--keep entry/grooming, or manage.py withdraw grooming --reason …",
            id="gone",
        ),
        pytest.param(
            source_gone,
            r"source/report-2023 is not in the folder any more; it stays",
            "--keep source/report-2023 or --remove source/report-2023",
            id="source-gone",
        ),
        pytest.param(
            topic_gone,
            r"topic/people is not in the folder any more; it stays",
            "--keep topic/people or --remove topic/people",
            id="topic-gone",
        ),
        pytest.param(
            review_edited,
            r"review/a-review was edited here and stays so \(/statement\)",
            "--take review/a-review",
            id="review-edited",
        ),
        pytest.param(
            helpline_edited_twice,
            r"helpline/a-line was edited here and in the file; it stays as it is here "
            r"\(/phone, /languages\)",
            "--take helpline/a-line or --keep helpline/a-line",
            id="helpline-diverged",
        ),
    ],
)
def test_what_is_left_is_named_and_can_be_answered(
    load, folder, happens, line, answers
):
    load()
    happens(folder)

    said = load(plan=True)

    assert re.search(
        f"^  left: {line}\n    to answer: {re.escape(answers)}$", said, re.MULTILINE
    )
    answer = re.search(r"--(take|remove) (\S+)", answers)
    if answer:
        load(answer[0].replace(" ", "="))
        assert "left: " not in load(plan=True)


def test_a_few_that_are_gone_are_named(load, folder):
    for number in range(10):
        folder.write_entry(f"entry-{number}")
    load()
    for number in range(10):
        folder.remove(f"entry/entry-{number}")

    said = load(plan=True)

    assert said.count("left: entry/entry-") == 10
    assert "are not in the folder; they stay" not in said


def test_many_that_are_gone_are_counted(load, folder):
    for number in range(11):
        folder.write_entry(f"entry-{number}")
    load()
    for number in range(11):
        folder.remove(f"entry/entry-{number}")

    said, more = load(plan=True), load("--plan", verbosity=2)

    assert "  entry: 11 are not in the folder; they stay\n" in said
    assert "left: " not in said
    assert more.count("left: entry/entry-") == 11


def test_another_place_is_said_and_the_order_of_the_file_is_none(load, folder):
    load()
    folder.turn_round("topics.yaml")
    assert "topic: 2 unchanged" in load()
    folder.write_topics("people", "police-data")

    said = load()

    assert "  changed: topic/people (/position)\n" in said
    assert "  changed: topic/police-data (/position)\n" in said
    assert "changed: " not in load()


@pytest.mark.parametrize(
    ("data", "place", "reason"),
    [
        pytest.param({"topics": ["nothing"]}, "/topics/0", "no topic", id="topic"),
        pytest.param(
            {"related": [{"relation": "related", "id": "nothing"}]},
            "/related/0",
            "no entry",
            id="relation",
        ),
        pytest.param(
            {"citations": [{"source": "nothing", "lang": "en"}]},
            "/citations",
            "no source",
            id="source",
        ),
        pytest.param(
            {"languages": {"fr": section("x")}},
            "/languages/fr",
            "no language",
            id="language",
        ),
        pytest.param(
            {"languages": {"en": section("grooming")}},
            "/languages/en/slug",
            "address of",
            id="address",
        ),
        pytest.param({"colour": "red"}, "/colour", "not permitted", id="field"),
    ],
)
def test_one_bad_file_changes_nothing_and_is_named(load, folder, data, place, reason):
    folder.write_entry("police-force", **data)

    with pytest.raises(CommandError) as caught:
        load()

    assert f"police-force.yaml#{place}" in str(caught.value)
    assert reason in str(caught.value)
    assert not Publication.objects.exists()
    assert not Revision.objects.exists()


def test_a_file_under_another_name_is_refused(load, folder):
    path = folder.fixtures / "entries" / "grooming.yaml"
    path.rename(path.with_name("omega.yaml"))

    with pytest.raises(CommandError, match="the file is named “omega”"):
        load()


def test_a_source_that_is_there_twice_is_refused(load, folder):
    text = (folder.seeds / "report-2023.yaml").read_text()
    (folder.seeds / "again.yaml").write_text(text)

    with pytest.raises(CommandError, match="there 2 times"):
        load()


def test_a_file_that_cannot_be_read_is_named(load, folder):
    (folder.fixtures / "entries" / "gamma.yaml").mkdir()

    with pytest.raises(CommandError, match=r"gamma\.yaml: Is a directory"):
        load()

    assert not Publication.objects.exists()


def test_an_answer_to_nothing_gets_a_sentence(load):
    with pytest.raises(CommandError, match="nothing to take of “entry/nothing”"):
        load("--take=entry/nothing")


def test_progress_is_for_a_terminal_only(folder, monkeypatch, capsys):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)

    call_command("load_glossary", fixtures=folder.fixtures, seeds=folder.seeds)

    assert capsys.readouterr().err == "Reading the content …\nLoading …\n"


def test_the_starter_folders_are_the_usual_ones(run, starter_content, monkeypatch):
    read = []

    def read_content(*folders):
        read.append(folders)
        return starter_content

    monkeypatch.setattr("glossary.management.folders.read_content", read_content)

    assert f"entry: {len(starter_content.entries)} new" in run(
        "load_glossary", "--plan"
    )
    ((fixtures, seeds),) = read
    assert (fixtures.name, seeds.name) == ("fixtures", "seeds")


def work_on(short, *, name="problem-profile"):
    """Let somebody begin a draft of an entry, with this short text in English."""
    writer = somebody("anna")
    revision = begin_draft(name=named(name), actor=writer)
    data = json.loads(revision.document)
    data["languages"]["en"]["short"] = short
    return save_draft(
        revision=revision, document=data, seen=revision.digest, actor=writer
    )


PASSED = "    passes by revision 2, on which somebody works"


def test_it_says_whose_work_is_passed_by(load, folder):
    load()
    work_on("Another text.")
    change(folder, ENTRY)

    assert PASSED in load(plan=True).splitlines()


def test_work_that_nobody_goes_on_with_is_passed_by_in_silence(load, folder):
    load()
    draft = work_on("Another text.")
    abandon_draft(revision=draft, actor=draft.authors.get().user)
    change(folder, ENTRY)

    assert "passes by" not in load(plan=True)


def test_work_on_what_stays_as_it_is_is_not_named(load, folder):
    load()
    work_on("Another text.")
    change(folder, SOURCE)

    assert "passes by" not in load(plan=True)
