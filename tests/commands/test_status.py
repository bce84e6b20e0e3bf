"""Somebody asks how the glossary stands."""

from __future__ import annotations

import pytest
from django.utils import timezone

from glossary.models import Source
from tests.factories import restored, withdrawn

pytestmark = pytest.mark.django_db


@pytest.fixture
def status(run, folder):
    """Ask for the status beside the folder, and return its lines."""

    def status():
        options = {"fixtures": folder.fixtures, "seeds": folder.seeds}
        return run("status", **options).splitlines()

    return status


def test_an_empty_glossary_says_so(status):
    assert status() == [
        "Sequence: 0 (what stands beside: 0)",
        "Public entries: 0",
        "Withdrawn entries: 0",
        "Loaded last: nothing yet",
        "The content folder beside what is here:",
        "  review: 1 new",
        "  source: 1 new",
        "  topic: 2 new",
        "  helpline: 1 new",
        "  entry: 2 new",
    ]


def test_it_says_what_is_public_withdrawn_loaded_and_waiting(status, folder, run):
    day = f"{timezone.localtime():%Y-%m-%d}"
    folder.load()
    withdrawn("grooming", "It was wrong.")
    Source.objects.update(title="Edited here")

    lines = status()

    assert lines[:3] == [
        "Sequence: 4 (what stands beside: 3)",
        "Public entries: 1",
        "Withdrawn entries: 1",
    ]
    assert lines[3].startswith(f"  grooming: {day} ")
    assert lines[3].endswith(", operator: It was wrong.")
    assert lines[4].startswith(f"Loaded last: {day} ")
    assert lines[4].endswith(", operator, entries 2, left 0")
    assert "    withdrawn: entry/grooming stays withdrawn" in lines
    assert any("left: source/report-2023 was edited here" in line for line in lines)
    assert lines[-1] == "  Loading it would change nothing."


def test_only_the_withdrawal_that_holds_is_told(status, folder):
    folder.load()
    withdrawn("grooming", "For a day.")
    restored("grooming")
    withdrawn("grooming", "For good.")

    assert [line for line in status() if "For" in line] == [
        line for line in status() if "For good." in line
    ]


def test_a_folder_that_cannot_be_read_is_told(status, folder):
    folder.load()
    (folder.fixtures / "topics.yaml").unlink()

    lines = status()

    assert "Public entries: 2" in lines
    assert lines[-2] == "The content is not valid."
    assert "topics.yaml: No such file" in lines[-1]
