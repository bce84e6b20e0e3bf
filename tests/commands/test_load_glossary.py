"""Somebody loads a content folder: planned, printed, brought in, all or nothing."""

from __future__ import annotations

import re

import pytest
from django.core.management import CommandError, call_command

from glossary.models import Event, LanguageSection, Publication, Revision, Source, Topic
from tests.factories import section, withdrawn

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
        "Publications: 2",
    ]
    record = Revision.objects.first().review_record
    assert record["record"] == "a-review"
    assert Revision.objects.first().arrival == "reviewed-elsewhere"


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
    assert Publication.objects.latest("sequence").entry_id == "grooming"
    assert Publication.objects.count() == 3


def test_publishers_get_the_names_that_they_have_in_each_language(load, folder):
    load()
    assert Source.objects.get().publisher_names == {}
    names = {"en": "The inspectors", "cy": "Yr arolygwyr"}
    folder.write_publishers({"name": "The inspectors", "languages": names})

    said = load()

    assert "  changed: source/report-2023 (/publisher_names)\n" in said
    assert Source.objects.get().publisher_names == names
    assert "Yr arolygwyr" in Publication.objects.latest("sequence").body
    assert "Publications: 2" in said


def test_a_publisher_that_is_there_twice_is_refused(load, folder):
    for_each = [{"languages": {lang: "Arolygwyr"}} for lang in ("en", "cy")]
    folder.write_publishers(*({"name": "The inspectors", **one} for one in for_each))

    with pytest.raises(CommandError, match="The inspectors"):
        load()

    assert not Source.objects.exists()


def test_a_plan_changes_nothing(load):
    said = load("--plan")

    assert "entry: 2 new" in said
    assert "Publications" not in said
    assert not Publication.objects.exists()
    assert not Source.objects.exists()


def test_new_documents_are_named_where_somebody_asks(load):
    assert "  new: entry/grooming\n" in load("--plan", verbosity=2)


def test_a_withdrawn_entry_is_a_line_of_its_own(load, folder):
    load()
    withdrawn("grooming")
    assert "  withdrawn: entry/grooming stays withdrawn\n" in load()
    folder.change_section("grooming", "en", short="Something else.")

    said = load()

    assert (
        "  withdrawn: entry/grooming stays withdrawn; its new text waits for: "
        "manage.py restore grooming\n"
    ) in said
    assert "changed: entry" not in said
    assert "Publications: 0" in said
    assert Publication.objects.current().get(entry="grooming").kind == "withdrawn"


def edited_here(folder):
    LanguageSection.objects.filter(entry="grooming").update(short="Edited here.")


def edited_twice(folder):
    edited_here(folder)
    folder.change_section("grooming", "en", short="Something else.")


def older(folder):
    checked = {"checked_on": "2020-01-01", "check_due": "2020-06-01"}
    folder.write_entry("grooming", review=checked)


def gone(folder):
    folder.remove_entry("grooming")


def source_gone(folder):
    folder.write_source("another")
    (folder.seeds / "report-2023.yaml").unlink()
    citations = [{"source": "another", "lang": "en"}]
    for entry_id in ("grooming", "problem-profile"):
        folder.write_entry(entry_id, citations=citations)


def removed_here(folder):
    Topic.objects.filter(pk="people").delete()


@pytest.mark.parametrize(
    ("happens", "line", "answers"),
    [
        pytest.param(
            edited_here,
            r"entry/grooming was edited here and stays so \(/languages/cy/short, .*\)",
            "--take entry/grooming",
            id="edited",
        ),
        pytest.param(
            edited_twice,
            r"entry/grooming was edited here and in the file; it stays as it is here .*",
            "--take entry/grooming or --keep entry/grooming",
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
            removed_here,
            r"topic/people was removed here and stays away",
            "--take topic/people",
            id="removed",
        ),
    ],
)
def test_what_is_left_is_named_and_can_be_answered(
    load, folder, happens, line, answers
):
    load()
    happens(folder)

    said = load("--plan")

    assert re.search(
        f"^  left: {line}\n    to answer: {re.escape(answers)}$", said, re.MULTILINE
    )
    answer = re.search(r"--(take|remove) (\S+)", answers)
    if answer:
        load(answer[0].replace(" ", "="))
        assert "left: " not in load("--plan")


def test_many_that_are_gone_are_counted(load, folder):
    for number in range(11):
        folder.write_entry(f"entry-{number}")
    load()
    for number in range(11):
        folder.remove_entry(f"entry-{number}")

    said, more = load("--plan"), load("--plan", verbosity=2)

    assert "  entry: 11 are not in the folder; they stay\n" in said
    assert "left: " not in said
    assert more.count("left: entry/entry-") == 11


def test_another_order_is_said(load, folder):
    load()
    folder.write_topics("people", "police-data")

    assert "  in another order: topic\n" in load()
    assert "in another order" not in load()


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
    assert not Source.objects.exists()


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
