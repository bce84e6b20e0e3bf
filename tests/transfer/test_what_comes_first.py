"""Whoever reads a plan, a refusal or an event finds the same in the same place."""

from pathlib import Path

import pytest

from glossary.closed_lists import WithdrawalReason
from glossary.errors import DocumentError, StateError
from glossary.models import Event
from glossary.publishing import withdraw_document
from tests.factories import OPERATOR, entry_data, named

pytestmark = pytest.mark.django_db

IDS = [f"one-{letter}" for letter in "gbhaidcfe"]


def test_of_answers_that_fit_nothing_the_first_is_told(folder):
    with pytest.raises(StateError, match="to take of “entry/one-a”"):
        folder.plan(take=[f"entry/{key}" for key in IDS])


def test_what_is_gone_from_a_folder_stands_in_order(folder):
    folder.write_topics("police-data", "people", *IDS)
    folder.load()
    folder.write_topics("police-data", "people")

    gone = [row.key for row in folder.plan().lines if row.standing.startswith("gone")]

    assert gone == sorted(IDS)


def test_sources_that_are_not_there_are_told_in_order(folder):
    cited = [{"source": key, "lang": "en"} for key in IDS]
    folder.write_entry("courts", citations=cited)

    with pytest.raises(DocumentError) as caught:
        folder.plan()

    assert [row.detail for row in caught.value.problems] == [
        f"there is no source “{key}”" for key in sorted(IDS)
    ]


def test_two_files_with_one_address_are_told_at_the_one_that_comes_in(folder):
    folder.load()
    folder.write_entry("a-copy", languages=entry_data("grooming")["languages"])

    with pytest.raises(DocumentError) as caught:
        folder.plan()

    assert {row.place.partition("#")[0] for row in caught.value.problems} == {
        "a-copy.yaml"
    }


def test_what_stays_withdrawn_is_written_down_in_order(folder):
    ids = IDS[:4]
    for key in ids:
        folder.write_entry(key)
    folder.load()
    for key in ids:
        withdraw_document(
            name=named(key), actor=OPERATOR, reason=WithdrawalReason.WRONG
        )
        folder.write_entry(key, kind="data")

    folder.load()

    event = Event.objects.filter(action="content-loaded").latest("id")
    assert event.details["kept_withdrawn"] == [f"entry/{key}" for key in sorted(ids)]


def test_the_order_in_which_a_disk_lists_its_files_says_nothing(folder, monkeypatch):
    for key in IDS:
        folder.write_source(key)
        folder.write_entry(key)
    glob = Path.glob

    def read(step):
        monkeypatch.setattr(
            Path, "glob", lambda path, pattern: sorted(glob(path, pattern))[::step]
        )
        return folder.read()

    forward, backward = read(1), read(-1)

    assert backward.digest == forward.digest
    assert [*backward.entries] == [*forward.entries]
    assert [*backward.sources] == [*forward.sources]
