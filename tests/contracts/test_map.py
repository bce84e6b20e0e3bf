"""The map of the code shows every room, and the decisions can be found by number."""

import re

import pytest

from tests.conftest import ROOT

DECISIONS = {
    int(path.name[:4]): path.read_text(encoding="utf-8")
    for path in (ROOT / "docs" / "decisions").glob("*.md")
}
PLACES = ["glossary", "explainer", "docs"]
KINDS = {".py", ".md"}
REFERENCE = re.compile(r"\b[Dd]ecisions? (\d+(?:, \d+)*(?: and \d+)?)")


def _texts():
    """Return the texts that can refer to a decision, by path."""
    files = [path for place in PLACES for path in (ROOT / place).rglob("*")]
    return {
        path.relative_to(ROOT): path.read_text(encoding="utf-8")
        for path in files
        if path.suffix in KINDS and "__pycache__" not in path.parts
    }


def test_every_room_is_on_the_map():
    drawn = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    listed = re.findall(r"^      ([a-z_]+(?:\.py|/))", drawn, re.MULTILINE)
    rooms = {
        path.name + "/" * path.is_dir()
        for path in (ROOT / "glossary").iterdir()
        if not path.name.startswith(("_", "apps"))
    }

    assert {room for room in rooms if room not in drawn} == set()
    assert {*listed} <= rooms


@pytest.mark.parametrize("door", ["web", "desk"])
def test_every_group_of_pages_is_on_the_map(door):
    drawn = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    _, _, below = drawn.partition(f"\n      {door}/ ")
    below = re.split(r"\n      (?=\S)", below)[0]
    listed = re.findall(r"^        ([a-z_]+)/", below, re.MULTILINE)
    groups = {
        path.parent.name for path in (ROOT / "glossary" / door).glob("*/__init__.py")
    }

    assert {*listed} == groups


def test_every_room_that_the_page_of_words_names_is_there():
    page = (ROOT / "docs" / "words.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(?:glossary/)?([a-z_/]+(?:\.py|/))`", page))

    assert len(named) > 10
    assert {one for one in named if not (ROOT / "glossary" / one).exists()} == set()


def test_decisions_are_counted_without_a_gap_and_titled_by_their_number():
    assert sorted(DECISIONS) == [*range(1, len(DECISIONS) + 1)]
    for number, text in DECISIONS.items():
        assert text.startswith(f"# {number}. ")


def test_whatever_refers_to_a_decision_names_one_that_there_is():
    named = {
        int(number)
        for text in _texts().values()
        for found in REFERENCE.findall(text)
        for number in re.findall(r"\d+", found)
    }

    assert len(named) > 8
    assert named <= DECISIONS.keys()
