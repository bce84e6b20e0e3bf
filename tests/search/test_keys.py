"""What names and texts are filed under."""

from __future__ import annotations

import subprocess
import sys

import pytest

from glossary import languages
from glossary.search import keys, prepare_text
from glossary.text import fold


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("ADR 149", "adr149"),
        ("cam-fanteisio'n", "camfanteision"),
        ("(SVSCSA) Fund.", "svscsafund"),
        ("dŵr", "dwr"),
        ("snake_case", "snakecase"),
        ("\N{POLICE CARS REVOLVING LIGHT}", ""),
    ],
)
def test_a_key_has_letters_and_digits_only(text, key):
    assert keys.compact(text) == key


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("police force", ["police", "force"]),
        ("group-based", ["groupbased", "group", "based"]),
        ("heddlu'n", ["heddlun", "heddlu"]),
        ("o'clock", ["oclock", "o", "clock"]),
        ("children\u2019s", ["childrens", "children"]),
    ],
)
def test_a_name_is_found_by_its_words_joined_and_in_parts(text, words):
    assert [*keys.name_words(fold(text))] == words


def test_a_short_key_shares_something_with_each_of_its_misspellings():
    for wrong in ("cze", "ces", "cs", "csse", "ce"):
        assert keys.grams("cse") & keys.grams(wrong)


def test_a_text_has_each_word_once_and_often_used_ones_with_a_sign():
    words = prepare_text(languages.get("en"), "Bail, bail and bail-out.").split()

    assert sorted(words) == ["and", "bail", "bail+", "bailout", "out"]


def test_a_text_has_lemmas_beside_its_words():
    words = prepare_text(languages.get("cy"), "i blant").split()

    assert {"blant", "plentyn"} <= set(words)


def test_a_text_of_no_words_is_empty():
    assert prepare_text(languages.get("en"), " ?! ") == ""


def test_looking_names_up_needs_no_lemmas():
    script = (
        "import sys\n"
        "from glossary import languages\n"
        "languages.configure(['glossary.languages.english',"
        " 'glossary.languages.welsh'])\n"
        "from glossary.search import IndexedEntry, IndexedLabel, build_index\n"
        "entry = IndexedEntry('a', 'concept', (), (), '2026-11-21')\n"
        "label = IndexedLabel('a', 'cy', 'heddlu', 'full-form', 'preferred',"
        " 'exact', 'heddlu', False)\n"
        "index = build_index([entry], [], [label], [], sequence=1)\n"
        "assert index.lookup('HEDDLU') and index.suggest('h')\n"
        "assert not index.lookup('hedlu')\n"
        "assert 'simplemma' not in sys.modules\n"
        "assert 'django' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
