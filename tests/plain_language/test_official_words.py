"""Official words that a text leaves unexplained: what they are, and what is none."""

import json
import random
from pathlib import Path

import pytest

from glossary.plain_language.official_words import (
    find_short_forms,
    never_named,
    official_words,
    short_forms,
)
from glossary.plain_language.tables import read_table
from tests.browser.modules import load_module
from tests.browser.reader import chromium_browser

CASES = json.loads(Path(__file__).with_name("short_forms.json").read_text("utf-8"))
EACH = [pytest.param(case["text"], case["found"], id=case["name"]) for case in CASES]


def found(text):
    return [text[start:end] for start, end in find_short_forms(text)]


@pytest.mark.parametrize(("text", "expected"), EACH)
def test_a_short_form_is_told_by_how_it_is_written(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_no_official_word_is_there_twice(lang):
    words = [text.casefold() for row in official_words(lang) for text in row if text]

    assert len(words) == len(set(words)) > 40


def test_no_short_form_is_both_official_and_known_to_all():
    official = short_forms("official")

    assert len(official) == len(set(official)) > 80
    assert never_named().isdisjoint(official)
    assert all(row["reason"] for row in read_table("short_forms"))


@pytest.mark.browser
def test_the_browser_finds_the_same_short_forms(chromium):
    chance = random.Random(7)  # noqa: S311 (the same odd texts each time)
    parts = [
        "XQZ",
        "NOT",
        "the ",
        "The ",
        "Mr ",
        " ",
        "\n",
        "(",
        ")",
        "3",
        "/",
        ".",
        "'s",
        "ŵ",
        "Ŷ",
    ]
    odd = ["".join(chance.choices(parts, k=12)) for _ in range(1500)]
    texts = [case["text"] for case in CASES] + odd
    with chromium_browser(chromium) as browser:
        page = browser.new_page()
        load_module(page, "unexplained")
        theirs = page.evaluate(
            "([texts, known]) => texts.map((text) => unexplained.findShortForms("
            "text, known).map((one) => text.slice(one.start, one.end)))",
            [texts, sorted(never_named())],
        )

    assert theirs == [found(text) for text in texts]
