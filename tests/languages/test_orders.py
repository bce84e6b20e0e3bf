"""The order of an alphabet is told what counts as a letter of its own."""

from __future__ import annotations

import pytest

from glossary.languages.order import Order
from glossary.text import PLAIN, Folding

SPANISH = [*"abcdefghijklmn", "ñ", *"opqrstuvwxyz"]
WORDS = ["ñame", "nube", "oso", "nación"]


@pytest.mark.parametrize(
    ("folding", "expected"),
    [
        pytest.param(Folding(kept="ñ"), ["nación", "nube", "ñame", "oso"], id="letter"),
        pytest.param(PLAIN, ["nación", "ñame", "nube", "oso"], id="accent"),
    ],
)
def test_a_letter_with_a_mark_stands_where_its_language_says(folding, expected):
    assert sorted(WORDS, key=Order(SPANISH, folding=folding).key) == expected


@pytest.mark.parametrize(
    ("folding", "letter"),
    [(Folding(kept="ñ"), "ñ"), (PLAIN, "n")],
    ids=["letter", "accent"],
)
def test_a_word_is_listed_under_the_letter_of_its_language(folding, letter):
    assert Order(SPANISH, folding=folding).letter("Ñandú") == letter
