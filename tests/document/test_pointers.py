"""What a draft, which may be no document yet, could refer to."""

from __future__ import annotations

import pytest

from glossary.document import (
    DocumentKind,
    HelplineDocument,
    Name,
    listings,
    parse_shape,
    possible_names,
)
from tests.factories import document
from tests.helplines import helpline

ENTRY, SOURCE = DocumentKind.ENTRY, DocumentKind.SOURCE


@pytest.mark.parametrize(
    "data",
    [
        "old-name",
        ["x y", "old-name"],
        {"related": [{"relation": "related", "id": "old-name"}]},
        {"languages": {"cy": {"terms": [], "detail": "Gweler [x](entry:old-name)."}}},
        [1, None, True, "[a](entry:other) a [b](entry:old-name)"],
    ],
)
def test_a_key_is_found_wherever_it_stands(data):
    assert Name(ENTRY, "old-name") in set(possible_names(data))


def test_a_key_may_be_that_of_every_kind_that_has_such_keys():
    found = {name.kind for name in possible_names({"source": "report-2023"})}

    assert {ENTRY, SOURCE, DocumentKind.TOPIC} <= found


@pytest.mark.parametrize(
    "data",
    [
        {"old-name": "Some words."},
        "[x](entry:old-name-too)",
        "[x](entry:old-name_too)",
        "Words with old-name in them.",
        "[x](entries:old-name)",
        7,
        None,
    ],
)
def test_what_is_neither_a_key_nor_a_link_refers_to_nothing(data):
    assert Name(ENTRY, "old-name") not in set(possible_names(data))


def test_only_an_entry_is_listed_under_anything():
    (pointer,) = listings(document(topics=["police-data"]))

    assert pointer.other == Name(DocumentKind.TOPIC, "police-data")
    assert listings(parse_shape(HelplineDocument, helpline())) == []
