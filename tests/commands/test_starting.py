"""A start fills an empty database, and leaves every other one as it is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError
from django.db import connection

from glossary.errors import StateError
from glossary.management import one_at_a_time, starting
from glossary.management.starting import make_ready
from glossary.models import Event, Publication, User
from tests.factories import approved_revision, document, person, published, record
from tests.transfer.edits import KINDS, current, edit, withdraw

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]
SECRET = "only-for-these-tests-and-long-enough-to-be-one"


@pytest.fixture
def start(folder, monkeypatch, settings, tmp_path):
    """Make ready with a small folder in the place of the starter glossary."""
    monkeypatch.setattr(starting, "fixtures", lambda: folder.fixtures)
    monkeypatch.setattr(starting, "seeds", lambda: folder.seeds)
    monkeypatch.setattr(connection, "close", lambda: None)
    settings.STATIC_ROOT = tmp_path / "static"
    person()

    def start():
        said: list[str] = []
        make_ready(said.append)
        return said

    return start


def test_an_empty_database_is_filled(start):
    assert start() == ["Loading the starter glossary", "Publications: 7"]
    assert Publication.objects.entries().readable().count() == 2


BEGIN = (
    "Nobody can sign in to write yet. Make the first account with: "
    "manage.py account add NAME everything"
)


@pytest.mark.parametrize(
    ("is_there", "has_desk", "is_said"),
    [(False, True, True), (True, True, False), (False, False, False)],
)
def test_how_the_first_account_is_made_is_said_until_there_is_one(
    start, settings, is_there, has_desk, is_said
):
    User.objects.update(is_active=is_there)
    settings.DESK = has_desk

    assert (BEGIN in start()) is is_said


def test_files_are_collected_at_each_start(start, tmp_path):
    start()
    stylesheet = tmp_path / "static" / "glossary" / "site.css"
    stylesheet.unlink()

    start()

    assert stylesheet.exists()


def test_the_next_start_has_nothing_to_say(start):
    start()

    assert start() == []


def test_what_a_load_would_change_is_said_in_one_line_and_left(start, folder):
    start()
    folder.change_section("grooming", "en", short="Something else.")
    folder.write_entry("chief-constable")
    folder.write_source(title="Another title")
    folder.write_topics("people", "police-data")
    folder.write_helplines()

    assert start() == [
        "Not loaded from the content folder: source 1 changed; topic 2 changed; "
        "entry 1 new, 1 changed; waiting for an answer: 1 (manage.py load_glossary)"
    ]
    assert Publication.objects.count() == 7
    assert Event.objects.filter(action="content-loaded").count() == 1


def test_a_comment_in_a_file_needs_no_line(start, folder):
    start()
    path = folder.fixtures / "topics.yaml"
    path.write_text(f"# A comment.\n{path.read_text()}")

    assert start() == []


def test_a_database_with_entries_of_its_own_is_not_filled(start):
    published("chief-constable")
    before = Publication.objects.count()

    said = start()

    assert len(said) == 1
    assert said[0].startswith("Not loaded from the content folder: review 1 new; ")
    assert Publication.objects.count() == before


@pytest.mark.parametrize("name", KINDS)
def test_what_was_edited_here_needs_no_line_at_each_start(start, name):
    start()
    edit(name)

    assert start() == []


@pytest.mark.parametrize("name", KINDS)
def test_what_was_withdrawn_needs_no_line_either_and_stays_so(start, name):
    start()
    withdraw(name)

    assert start() == []
    assert current(name).change == "withdrawn"


def test_a_database_in_which_somebody_has_begun_is_not_filled(start):
    """Approved and not public yet: nobody is to find other texts beside it."""
    record()
    approved_revision(document("chief-constable"))

    assert start()[0].startswith("Not loaded from the content folder: ")
    assert not Publication.objects.entries().exists()


def test_a_database_into_which_no_entry_was_loaded_is_not_empty(start, folder):
    for path in (folder.fixtures / "entries").iterdir():
        path.rename(folder.fixtures / path.name)
    others = [
        folder.fixtures / f"{name}.yaml" for name in ("grooming", "problem-profile")
    ]
    folder.load()
    for path in others:
        path.rename(folder.fixtures / "entries" / path.name)

    assert start() == [
        "Not loaded from the content folder: entry 2 new (manage.py load_glossary)"
    ]


def test_a_folder_that_cannot_be_read_stops_no_later_start(start, folder):
    start()
    (folder.fixtures / "topics.yaml").write_text("{")

    assert start() == [
        "Not loaded from the content folder: The content is not valid. "
        "(manage.py load_glossary)"
    ]


def test_a_folder_that_cannot_be_read_stops_a_first_start_with_a_sentence(
    start, folder
):
    (folder.fixtures / "topics.yaml").write_text("{")

    with pytest.raises(CommandError, match="not valid") as caught:
        start()

    assert "topics.yaml" in str(caught.value)
    assert not Event.objects.exists()


def test_a_start_waits_for_another_one_and_says_so(start, monkeypatch):
    monkeypatch.setattr(one_at_a_time, "LONGEST_WAIT", 0.3)
    said: list[str] = []

    with one_at_a_time.one_at_a_time(said.append):
        with pytest.raises(CommandError, match="does not come to an end"):
            start()
        with pytest.raises(StateError), one_at_a_time.one_at_a_time(said.append):
            pass

    assert said == ["Another start is making the database ready: waiting for it"]
    assert not Publication.objects.exists()
    assert start() == ["Loading the starter glossary", "Publications: 7"]


PROGRAM = """
import django
django.setup()
from glossary.management.starting import make_ready
make_ready(print)
"""


def _start_together(environment, count):
    """Start processes at once; return the status and the words of each."""
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM],
            cwd=ROOT,
            env={**environment, "DJANGO_SETTINGS_MODULE": "explainer.settings"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for _ in range(count)
    ]
    return [(process.communicate()[0], process.returncode) for process in processes]


def test_of_three_first_starts_one_fills_the_database(tmp_path, fresh_database):
    """Migrating, planning and loading are done once; the others find it done."""
    environment = {**os.environ, "VAR_DIR": str(tmp_path), "SECRET_KEY": SECRET}

    told = _start_together(environment | fresh_database, 3)

    assert [status for _, status in told] == [0, 0, 0], told
    words = [words for words, _ in told]
    assert sum("Preparing the database" in one for one in words) == 1
    assert sum("Loading the starter glossary" in one for one in words) == 1
    assert not any("Traceback" in one for one in words)
    (third,) = _start_together(environment | fresh_database, 1)
    assert third == (f"{BEGIN}\n", 0)
