"""Every field of every shape, and every code in one, has words in both languages."""

from __future__ import annotations

from enum import Enum
from typing import get_args

import pytest
from django.utils import translation
from pydantic import BaseModel

from glossary import languages
from glossary.desk.parts.field_words import FIELDS
from glossary.desk.parts.fields import CODES, Field, fields_of, inside, shape_of
from glossary.document import DocumentKind
from glossary.languages import codes


def shapes():
    """Return all shapes that a document can have in it."""
    found: list[type[BaseModel]] = [shape_of(kind) for kind in DocumentKind]
    found += [languages.get(code).grammar for code in codes()]
    for shape in found:
        for name in fields_of(shape):
            within = inside(shape, name)
            if within and within not in found:
                found.append(within)
    return found


def fields():
    return {(one.shape, one.name) for shape in shapes() for one in fields_of(shape).values()}  # fmt: skip


def codes_in(annotation):
    """Yield the closed lists that an annotation speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        yield from annotation
    if isinstance(annotation, Enum):
        yield annotation
    for part in get_args(annotation):
        yield from codes_in(part)


def test_every_field_has_words_and_no_other():
    assert set(FIELDS) == fields()


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_no_field_of_a_shape_is_called_as_another_one_of_it(lang):
    with translation.override(lang):
        for shape in shapes():
            labels = [str(one.label) for one in fields_of(shape).values()]
            assert len(set(labels)) == len(labels), shape
    assert shapes()


def test_every_code_of_a_field_has_words():
    missing = [
        (shape.__name__, name, code.value)
        for shape in shapes()
        for name, field in shape.model_fields.items()
        for code in codes_in(field.annotation)
        if code.value not in CODES.get((shape.__name__, name), {})
    ]

    assert missing == []
    assert shapes()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        (Field("TermDocument", "status"), "preferred", "preferred"),
        (Field("TermDocument", "status"), "boring", None),
        (Field("CitationDocument", "lang"), "cy", "Cymraeg"),
        (Field("CitationDocument", "lang"), "xx", None),
        (Field("EntryDocument", "as_at"), "2026-11-29", "29 November 2026"),
        (Field("EntryDocument", "as_at"), "2026-13-29", None),
        (Field("SectionDocument", "short"), "No", None),
        (Field("TermDocument", "context_only"), True, "Yes"),
        (Field("TermDocument", "context_only"), False, "No"),
        (Field("TopicDocument", "position"), 3, None),
    ],
)
def test_a_value_that_is_no_text_is_told_in_words(field, value, words):
    found = field.words(value)

    assert (found if found is None else str(found)) == words


def test_what_no_shape_has_is_called_as_it_is():
    assert Field("EntryDocument", "strange").label == "strange"
