"""How long a short version, a sentence and an average sentence may be."""

from __future__ import annotations

import pytest

from glossary.plain_language import Severity
from glossary.plain_language.counts import check_counts
from glossary.plain_language.passages import plain_passage


def sentence(words):
    return "A" + " word" * (words - 1) + "."


def codes(*lengths, part="explanation", lang="en"):
    text = " ".join(sentence(words) for words in lengths)
    passage = plain_passage(text, lang, place="/x", part=part)
    return [(found.code, found.severity) for found in check_counts(passage)]


@pytest.mark.parametrize(
    ("lengths", "found"),
    [
        ((20, 20), []),
        ((21,), ["long-sentence"]),
        ((20, 20, 1), ["short-too-long"]),
        ((5, 5, 5), []),
        ((5, 5, 5, 5), ["short-too-many-sentences"]),
    ],
    ids=["40 words", "21 in one", "41 words", "3 sentences", "4 sentences"],
)
def test_the_short_version(lengths, found):
    assert codes(*lengths, part="short") == [(code, Severity.ERROR) for code in found]


@pytest.mark.parametrize("lang", ["en", "cy"])
@pytest.mark.parametrize(
    ("lengths", "found"),
    [
        ((25, 5), []),
        ((26, 4), ["long-sentence"]),
        ((15, 15), []),
        ((15, 16), ["long-sentences-on-average"]),
        ((), []),
    ],
    ids=["25 words", "26 words", "mean of 15", "mean over 15", "empty"],
)
def test_the_explanation(lengths, found, lang):
    assert codes(*lengths, lang=lang) == [(code, Severity.ERROR) for code in found]


def test_the_average_of_another_layer_is_only_noted():
    assert codes(15, 16, part="for_you") == [
        ("long-sentences-on-average", Severity.NOTE)
    ]


@pytest.mark.parametrize("part", ["term", "label"])
def test_names_are_not_counted(part):
    assert codes(60, part=part) == []
