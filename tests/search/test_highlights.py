"""Where the words that were found stand in a text, through folding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import languages
from glossary.search import highlight
from glossary.text import words


def marked(text, spans):
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("A police force.", ["police"], ["police"]),
        ("Police police POLICE", ["police"], ["Police", "police", "POLICE"]),
        ("policed", ["police"], []),
        ("policed", ["police*"], ["policed"]),
        ("Glan y dŵr", ["dwr"], ["dŵr"]),
        ("Glan y dw\u0302r oer", ["dwr"], ["dw\u0302r"]),
        ("dw\u0302", ["dw"], ["dw\u0302"]),
        ("cam-fanteisio", ["camfanteisio"], ["cam-fanteisio"]),
        ("group\u2011based", ["based"], ["based"]),
        ("children\u2019s services", ["children"], ["children"]),
        ("heddlu\u2019n", ["heddlu"], ["heddlu"]),
        ("soft\u00adly", ["softly"], ["soft\u00adly"]),
        ("\ufb01le of stra\u00dfe", ["file", "strasse"], ["\ufb01le", "stra\u00dfe"]),
        ("nothing here", ["police"], []),
        ("", ["police"], []),
        ("police", [], []),
    ],
)
def test_words_are_found_where_they_stand(text, wanted, found):
    assert marked(text, highlight(text, wanted)) == found


def test_offsets_are_code_points():
    text = "\N{POLICE CARS REVOLVING LIGHT} Heddlu"

    assert highlight(text, ["heddlu"]) == [(2, 8)]


def test_with_a_language_other_beginnings_are_found_too():
    text = "Mae'n amddiffyn blant"

    assert highlight(text, ["plant"]) == []
    spans = highlight(text, ["plant"], languages.get("cy"))
    assert marked(text, spans) == ["blant"]


@pytest.mark.parametrize(
    ("query", "entry_id", "found"),
    [
        ("adr 149", "adr149", ["ADR149"]),
        ("adr 14", "adr149", ["ADR149"]),
        ("problem profiles", "problem-profile", ["problem", "profile"]),
        (
            "commissioner crime",
            "police-and-crime-commissioner",
            ["crime", "commissioner"],
        ),
        ("gamfanteisio", "child-sexual-exploitation", ["camfanteisio"]),
        ("opration makesafe", "operation-makesafe", ["Operation", "Makesafe"]),
        ("comissioner", "police-and-crime-commissioner", ["commissioner"]),
        ("camfanteiso", "child-sexual-exploitation", ["camfanteisio'n"]),
        ("inquiries into abuse", "iicsa", ["Inquiry", "Abuse"]),
        (
            "the police and crime commissioner",
            "police-and-crime-commissioner",
            ["police", "crime", "commissioner"],
        ),
        ("bail", "bail-conditions", ["bail"]),
        (
            "it is about exploited children",
            "child-sexual-exploitation",
            ["child", "exploitation"],
        ),
    ],
)
def test_the_words_of_a_hit_stand_in_its_label(index, query, entry_id, found):
    hit = index.search(query).hits[0]
    spans = highlight(hit.label, hit.words)

    assert hit.entry_id == entry_id
    assert marked(hit.label, spans) == found


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("hotel", "Every hotel knows.", ["hotel"]),
        ("gwestai", "yn y gwesty", ["gwesty"]),
        ("passwo", "a password", ["password"]),
    ],
)
def test_the_words_of_a_hit_in_a_text_stand_in_the_text(index, query, text, found):
    hit = index.search(query).hits[0]
    spans = highlight(text, hit.words, languages.get(hit.lang))

    assert hit.is_in_text
    assert marked(text, spans) == found


@given(st.text())
def test_every_word_of_any_text_is_found_in_order(text):
    joined = [word.replace("-", "").replace("'", "") for word in words(text)]
    spans = highlight(text, joined)

    assert len(spans) >= len(set(joined)) if joined else spans == []
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
