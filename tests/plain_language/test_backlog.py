"""Names and acronyms in a document that no entry explains."""

from __future__ import annotations

import hashlib

import pytest

from glossary.plain_language import backlog
from glossary.plain_language.backlog import allowed_names, find_backlog
from glossary.plain_language.context import NO_TERMS
from glossary.plain_language.tables import read_table
from tests.plain_language.terms import Words

TERMS = Words({"Home Secretary": "home-secretary", "Home Office": "home-office"})


def names(text):
    return [found.text for found in find_backlog(text, "en", TERMS)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We met the Board of Visitors.", ["Board of Visitors"]),
        ("The Home Secretary met the XQZ.", ["XQZ"]),
        ("They asked Anna Quill’s friend.", ["Anna Quill"]),
        ("Anna Quill spoke.", ["Anna Quill"]),
        ("Words are easy. Some words are not.", []),
        ("We met Cases & Co.", ["Cases & Co"]),
        ('He said: "Nobody came." (Others did.)', []),
        ("In May, England and Wales. I saw it on Monday.", []),
        ("The UK and the Home Office.", []),
        ("Zoltan spoke. We heard Zoltan.", ["Zoltan"]),
        ("Zoltan spoke.", []),
        ("", []),
    ],
    ids=[
        "name with of",
        "acronym",
        "possessive",
        "name that begins a sentence",
        "first words",
        "ampersand",
        "quoted sentences",
        "allowed",
        "known and explained",
        "met again",
        "cannot be told",
        "empty",
    ],
)
def test_what_has_no_entry(text, found):
    assert names(text) == found


def test_each_name_comes_once_with_its_places_and_first_line():
    text = "A line.\nAsk the XQZ.\nThe XQZ answers."

    (found,) = find_backlog(text, "en", NO_TERMS)

    assert found.places == (16, 25)
    assert found.line == "Ask the XQZ."


def test_a_name_that_must_not_be_written_down_has_a_digest(monkeypatch):
    digest = hashlib.sha256(b"Anna Quill").hexdigest()[:16]
    monkeypatch.setattr(backlog, "_allowed_digests", lambda: frozenset({digest}))

    assert names("It was Anna Quill, or Bert Quill.") == ["Bert Quill"]


def test_every_allowed_name_has_a_reason_and_comes_once():
    rows = read_table("allowed_names")

    assert all(allowed_names().values())
    assert sum(len(row["names"]) for row in rows) == len(allowed_names())
