"""Verbs behind which somebody hides."""

from __future__ import annotations

import pytest

from glossary.plain_language import Severity
from glossary.plain_language.passages import plain_passage
from glossary.plain_language.voice import check_voice


@pytest.mark.parametrize(
    ("text", "lang", "codes"),
    [
        ("The report was published.", "en", ["passive"]),
        ("You will be told, and then it is done.", "en", ["passive", "passive"]),
        ("The police published it.", "en", []),
        ("Cyhoeddwyd yr adroddiad.", "cy", ["impersonal"]),
        ("Defnyddir y gair, a dylid ei egluro.", "cy", ["impersonal", "impersonal"]),
        ("Mae'r rhyngrwyd yn rhan o fywyd.", "cy", []),
        ("They wrote 'it was decided' there.", "en", []),
    ],
    ids=["passive", "two", "active", "-wyd", "-ir and -id", "nouns", "quoted"],
)
def test_what_does_not_say_who_acts_is_noted(text, lang, codes):
    found = list(check_voice(plain_passage(text, lang)))

    assert [one.code for one in found] == codes
    assert {one.severity for one in found} <= {Severity.NOTE}
