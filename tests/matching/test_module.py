"""The module for other devices: one file, which needs no other."""

import re
from pathlib import Path

import pytest

from glossary.api.responses.term_pack import TermPack
from glossary.matching import FORMAT, Pack
from glossary.matching.module import FOLDER, LICENCE, integrity, module

DOCUMENT = Path(__file__).parents[2] / "docs" / "matching-on-a-device.md"
PARTS = sorted(FOLDER.glob("*.js"))


def test_it_has_every_part_once():
    lines = [one.strip() for one in module().splitlines()]

    for part in PARTS:
        first = part.read_text(encoding="utf-8").partition("\n")[0]
        assert lines.count(first) == 1, part.name
    assert len(PARTS) > 5


def test_it_imports_nothing():
    assert re.findall(r"\bimport\b(?! \(|\()", code(module())) == []


def test_it_has_no_page_and_asks_for_nothing():
    outside = r"\b(?:document|window|navigator|fetch|localStorage|process|require)\b"

    assert re.findall(outside, code(module())) == []


def test_it_begins_with_whose_it_is_and_on_what_terms():
    head = module().partition("\n\n")[0]

    assert head.startswith("// Plain Words")
    assert f"// SPDX-License-Identifier: {LICENCE}\n" in head
    assert "// Copyright (c) " in head


def test_no_name_stands_for_two_things():
    named = r"^(?:export )?(?:async )?(?:class|const|let|function\*?) (\w+)"
    names = re.findall(named, module(), re.MULTILINE)

    assert len(names) > 100
    assert len(names) == len(set(names))


def test_its_digest_is_one_that_browsers_check():
    assert re.fullmatch(r"sha256-[A-Za-z0-9+/]{43}=", integrity())


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_a_part_imports_in_the_way_that_is_read(part):
    text = part.read_text(encoding="utf-8")

    said = re.findall(r"^import\b", text, re.MULTILINE)
    read = re.findall(r'^import \{[\w\s,]+\} from "\./\w+\.js";$', text, re.MULTILINE)
    assert len(said) == len(read)
    assert not re.search(r"^export (?:default|\{|\*)", text, re.MULTILINE)


def test_the_documentation_is_of_this_format():
    text = DOCUMENT.read_text(encoding="utf-8")

    numbers = re.findall(r"term-pack/(\d+)/|`format` \| (\d+):|`format` (\d+) is", text)
    assert {"".join(one) for one in numbers} == {str(FORMAT)}
    assert len(numbers) == 4


def test_the_documentation_tells_every_member_of_a_pack():
    text = DOCUMENT.read_text(encoding="utf-8")
    table = text.partition("## What a pack holds")[2].partition("## ")[0]

    said = re.findall(
        r"`(\w+)`", "".join(re.findall(r"^\|([^|]+)\|", table, re.MULTILINE))
    )
    assert set(said) == set(TermPack.model_fields)
    assert set(Pack.__annotations__) < set(said)


def code(text):
    """Return a script without its comments."""
    return re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.DOTALL)
