"""What a document can be called is what its shape takes."""

from __future__ import annotations

import pytest

from glossary.document import SHAPES, DocumentKind, Name, is_key


@pytest.mark.parametrize("kind", DocumentKind)
def test_a_key_is_as_long_as_the_shape_has_it(kind):
    shape = SHAPES[kind]
    field = shape.model_json_schema()["properties"][shape.key_field]
    longest = "a" * field["maxLength"]

    assert is_key(Name(kind, longest))
    assert not is_key(Name(kind, f"{longest}a"))


@pytest.mark.parametrize("key", ["", "A", "a_b", "-a", "a-", "a--b", "a b", "é", "a/b"])
def test_a_key_can_stand_in_an_address(key):
    assert not is_key(Name(DocumentKind.SOURCE, key))
    assert is_key(Name(DocumentKind.SOURCE, "report-2023"))
