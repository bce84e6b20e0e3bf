"""What speakers of Welsh do not say."""

from __future__ import annotations

import pytest

from glossary.plain_language import Severity
from glossary.plain_language.idiom import check_idiom
from glossary.plain_language.passages import plain_passage


def found(text, lang="cy"):
    return [
        (one.code, one.severity, one.excerpt)
        for one in check_idiom(plain_passage(text, lang))
    ]


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("Mae plant mewn perygl o gamfanteisio.", "perygl o gamfanteisio"),
        ("Roedd rhy ychydig o bobl yno.", "rhy ychydig"),
        ("Dyma beth sy’n rhaid ei wneud.", "beth sy'n rhaid"),
        ("Mae hyn yn sefyll allan.", "sefyll allan"),
        (
            "Y mwyaf yw'r bwlch, y mwyaf o bobl sy'n aros.",
            "Y mwyaf yw'r bwlch, y mwyaf o",
        ),
        ("Pa help gallwch chi ei roi?", "Pa help gallwch"),
        ("Gyda phwy dylwn i siarad?", "phwy dylwn"),
    ],
    ids=["risk", "too few", "must", "stand out", "the more", "object", "preposition"],
)
def test_what_nobody_says_is_a_warning(text, excerpt):
    assert found(text) == [("unidiomatic", Severity.WARNING, excerpt)]


@pytest.mark.parametrize(
    "text",
    [
        "Mae plant mewn perygl o gael eu cam-drin.",
        "Po fwyaf yw'r bwlch, y mwyaf o bobl sy'n aros.",
        "Pa help allwch chi ei roi? Sut gallwch chi helpu?",
        "Gyda phwy y dylwn i siarad, a phryd?",
        "Mae rhai'n dweud 'sefyll allan' am hyn.",
    ],
    ids=["risk", "the more", "softened", "preposition", "quoted"],
)
def test_what_people_say_is_left_alone(text):
    assert found(text) == []


def test_another_language_is_not_looked_at():
    assert found("Mae hyn yn sefyll allan.", "en") == []
