"""What was erased comes in by no file, and neither does what leads to its key."""

from __future__ import annotations

import pytest

from glossary.document import Name
from glossary.errors import DocumentError, StateError
from glossary.models import Act, LoadedDocument
from tests.factories import person
from tests.publishing.erasing import erased
from tests.transfer.edits import (
    ENTRY,
    HELPLINE,
    count_of_everything,
    edit,
    withdraw,
)

pytestmark = pytest.mark.django_db

KEY = "mary-marzipan"
HERS = f"entry/{KEY}"
TO_HER = [{"relation": "related", "id": KEY}]
HOW = pytest.mark.parametrize("with_key", [False, True], ids=["words", "key-too"])


@pytest.fixture
def erase(db, settings, tmp_path):
    """Have two people erase a document."""
    settings.ERASED_LIST = tmp_path / "erased.jsonl"
    anna, ben = (person(Act.ERASE, name=name) for name in ("anna", "ben"))
    return lambda name, **how: erased(anna, ben, Name.parse(name), **how)


@pytest.mark.parametrize(
    ("name", "with_key"),
    [
        pytest.param(HERS, False, id="words"),
        pytest.param(HERS, True, id="key-too"),
        pytest.param(HELPLINE, False, id="helpline"),
    ],
)
def test_it_comes_in_by_no_file_whatever_somebody_answers(
    folder, erase, name, with_key
):
    folder.write_entry(KEY)
    folder.load()
    erase(name, with_key=with_key)
    before = count_of_everything()

    for answers in ({}, {"keep": ["all"]}, {"remove": ["all"]}, {"take": ["all"]}):
        assert folder.load(**answers).publications == []

    plan = folder.plan()
    assert folder.standings() == {name: "erased"}
    assert (plan.is_empty, plan.open) == (True, [])
    assert {str(one) for one in plan.withdrawn} == {name}
    assert count_of_everything() == before


@HOW
@pytest.mark.parametrize("answer", ["take", "keep"])
def test_nobody_can_answer_for_it(folder, erase, with_key, answer):
    folder.write_entry(KEY)
    folder.load()
    erase(HERS, with_key=with_key)

    with pytest.raises(StateError, match=f"nothing to {answer} of “{HERS}”"):
        folder.plan(**{answer: [HERS]})


def test_it_is_told_in_order_after_the_others_of_its_kind(folder, erase):
    keys = ["g-one", "a-one", "e-one", "c-one"]
    for key in keys:
        folder.write_entry(key)
    folder.load()
    for key in keys:
        erase(f"entry/{key}", with_key=key < "d")

    lines = [row.key for row in folder.plan().lines if row.kind == "entry"]

    assert lines == ["grooming", "problem-profile", *sorted(keys)]


@HOW
def test_what_is_gone_from_the_folder_too_is_not_told(folder, erase, with_key):
    folder.write_entry(KEY)
    folder.load()
    erase(HERS, with_key=with_key)
    folder.remove(HERS)

    assert folder.standings() == {}


@HOW
def test_of_another_kind_a_document_may_have_its_key(folder, erase, with_key):
    folder.write_entry(KEY)
    folder.load()
    erase(HERS, with_key=with_key)
    folder.write_topics("police-data", "people", KEY)

    load = folder.load()

    assert [str(row.name) for row in load.publications] == [f"topic/{KEY}"]


def test_of_a_file_that_was_erased_nothing_is_noted_down_any_more(folder, erase):
    folder.write_entry(KEY)
    folder.load()
    erase(HERS, with_key=True)
    folder.change_section("grooming", "en", short="Something else.")

    folder.load()

    assert not LoadedDocument.objects.filter(key=KEY).exists()


# What leads to its key


@pytest.fixture
def leading(folder, erase):
    """Hers is erased with its key, and the two others lead there in their files."""
    folder.write_entry(KEY)
    folder.load()
    erase(HERS, with_key=True)
    folder.remove(HERS)
    for key in ("grooming", "problem-profile"):
        folder.write_entry(key, related=TO_HER)
    return folder


def refused(folder, **answers):
    """Return of what it is told that it leads to an erased key."""
    with pytest.raises(DocumentError, match="does not hold together") as caught:
        folder.load(**answers)
    found = [row for row in caught.value.problems if row.code == "erased"]
    assert {row.detail for row in found} == {
        "it leads to a key that was erased for ever"
    }
    return [row.place for row in found]


def test_each_file_that_comes_in_and_leads_there_is_refused(leading):
    leading.write_entry("courts")

    assert refused(leading) == ["entry/grooming", "entry/problem-profile"]


def test_what_stays_withdrawn_is_refused_too(leading):
    withdraw("entry/grooming")
    leading.write_entry("problem-profile")

    assert refused(leading) == ["entry/grooming"]


def test_what_is_left_as_it_is_may_lead_there_until_somebody_answers(leading):
    edit(ENTRY)
    related = [{"relation": "related", "id": "problem-profile"}]
    leading.write_entry("grooming", related=related)

    assert leading.load().publications == []
    for answer in ("keep", "take"):
        assert refused(leading, **{answer: [ENTRY]}) == [ENTRY]
