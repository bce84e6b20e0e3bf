"""The catalogues of the interface: whole, up to date, and right in their months."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils import dateformat, translation
from django.utils.translation.template import templatize

from glossary.templatetags.plain_words import day
from tests.conftest import ROOT

KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
CATALOGUES = sorted((ROOT / "glossary" / "locale").glob("*/LC_MESSAGES/django.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+[^}]*\}")
TAG = re.compile(r"<[^>]+>")
MONTHS = (
    "Ionawr Chwefror Mawrth Ebrill Mai Mehefin "
    "Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr"
).split()


@cache
def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def messages(path: Path) -> list[Message]:
    """Return the messages of a catalogue, of which there are many."""
    found = [one for one in catalogue(path) if one.id]
    assert len(found) > 500
    return found


def in_the_sources() -> set[tuple[str | None, str]]:
    """Return what ``make messages`` would collect, as context and text."""
    found: set[tuple[str | None, str]] = set()
    for path in sorted((ROOT / "glossary").rglob("*")):
        if path.suffix in {".py", ".html"}:
            for _line, text, _comments, context in _extracted(path):
                found.add((context, text if isinstance(text, str) else text[0]))
    return found


def _extracted(path: Path) -> Iterator[tuple[Any, ...]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        source = templatize(text, origin=str(path))
        text = "\n".join(line.strip() for line in source.splitlines())
    yield from extract("python", io.BytesIO(text.encode()), KEYWORDS)


def ids(rows: list[Message]) -> set[tuple[str | None, str]]:
    return {(row.context, row.id) for row in rows if isinstance(row.id, str)}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_the_catalogue_holds_what_the_sources_say(path):
    assert ids(messages(path)) == in_the_sources(), "make messages collects them"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_nothing_is_empty_doubtful_or_left_over(path):
    rows = messages(path)

    assert [row.id for row in rows if not row.string] == []
    assert [row.id for row in rows if row.fuzzy] == []
    assert list(catalogue(path).obsolete) == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_placeholders_and_tags_are_those_of_the_english(path):
    faults = [
        row.id
        for row in messages(path)
        for pattern in (PLACEHOLDER, TAG)
        if sorted(pattern.findall(str(row.id)))
        != sorted(pattern.findall(str(row.string)))
    ]

    assert faults == []
    whole = catalogue(path)
    assert [error for row in messages(path) for error in row.check(whole)] == []


def test_welsh_counts_as_the_unicode_consortium_says():
    found = catalogue(ROOT / "glossary/locale/cy/LC_MESSAGES/django.po")

    assert found.num_plurals == 6
    assert found.plural_expr == (
        "(n==0) ? 0 : (n==1) ? 1 : (n==2) ? 2 : (n==3) ? 3 : (n==6) ? 4 : 5"
    )


@pytest.mark.parametrize(("number", "name"), [*enumerate(MONTHS, 1)], ids=MONTHS)
def test_every_month_is_right(number, name):
    date = dt.date(2026, number, 8)

    with translation.override("cy"):
        assert dateformat.format(date, "F") == name
        assert dateformat.format(date, "E") == name
        assert day(date) == f"8 {name} 2026"


# Welsh words that change the next one or stand before it: a label that ends in one
# of them makes no sense beside a name that stays as it is.
LEADING = (
    "gyda gydag â ag a ac o i am ar at gan dan heb yn neu na nac trwy drwy wrth rhwng "
    "er hyd mewn fel y yr tan dros ger ers nes rhag cyn ei eu ein eich"
).split()
ENDS_LEADING = re.compile(rf"(?:^|[\s'’])(?:{'|'.join(LEADING)})[:…]?$")
AFTER_LEADING = re.compile(
    rf"(?:^|[\s'’])(?:{'|'.join(LEADING)}) (?:<[^>]*>)?[“\"]?(?:%\((\w+)\)s|\{{(\w+)\}})"
)
UNCHANGING = set("count date last letter most most_words number time total".split())
"""What is put in the place of these is a figure, a date or a single letter."""


def welsh_texts() -> list[str]:
    return [
        str(row.string)
        for row in messages(ROOT / "glossary/locale/cy/LC_MESSAGES/django.po")
    ]


def test_no_welsh_label_ends_in_a_word_that_changes_a_name():
    texts = welsh_texts()

    assert texts
    assert [text for text in texts if ENDS_LEADING.search(text.strip())] == []


def test_no_welsh_sentence_has_a_name_after_a_word_that_changes_it():
    faults = [
        text
        for text in welsh_texts()
        for names in AFTER_LEADING.findall(text)
        if not UNCHANGING & set(names)
    ]

    assert faults == []


@pytest.mark.parametrize("label", ["yn mynd gyda", "Yn cysylltu fwyaf â:", "tan"])
def test_such_a_label_would_be_found(label):
    assert ENDS_LEADING.search(label)
