"""A language is called by its name in the language that is spoken."""

from __future__ import annotations

import pytest

from glossary.language_names import name_in


@pytest.mark.parametrize(
    ("code", "spoken", "name"),
    [
        ("cy", "en", "Welsh"),
        ("en", "cy", "Saesneg"),
        ("cy", "cy", "Cymraeg"),
        ("zh-Hant", "en", "Chinese (Traditional)"),
        ("cy", "qqq", "cy"),
        ("qqq", "en", "qqq"),
        ("no language", "en", "no language"),
    ],
)
def test_a_language_is_called_by_its_name_in_another_one(code, spoken, name):
    assert name_in(code, spoken) == name
