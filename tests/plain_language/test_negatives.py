"""Double negatives in a passage."""

from __future__ import annotations

import pytest

from glossary.plain_language import Severity
from glossary.plain_language.negatives import check_negatives
from glossary.plain_language.passages import plain_passage


@pytest.mark.parametrize(
    ("text", "lang", "count"),
    [
        ("This is not unusual.", "en", 1),
        ("Nid yw hyn yn anarferol.", "cy", 1),
        ("It is not a law and not a rule.", "en", 0),
        ("Does dim byd yma.", "cy", 0),
        ("They said 'not unusual' twice.", "en", 0),
    ],
    ids=["English", "Welsh", "a list", "a single Welsh one", "quoted"],
)
def test_a_double_negative_is_noted(text, lang, count):
    found = list(check_negatives(plain_passage(text, lang)))

    assert [(one.code, one.severity) for one in found] == [
        ("double-negative", Severity.NOTE)
    ] * count
