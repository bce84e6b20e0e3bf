"""Whatever is typed, nothing is raised and what comes back is in order."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary.search import highlight

ODD = [
    "",
    " ",
    "\x00",
    "bail\x00conditions",
    "\ud800",
    "bail \udfff",
    '"',
    '"bail',
    "bail* OR police",
    "NEAR(bail police)",
    "label_words : bail",
    "^bail",
    "-bail",
    "bail AND",
    "0=bail",
    "bail+",
    "'; DROP TABLE label; --",
    "%",
    "_",
    "\\",
    "\N{POLICE CARS REVOLVING LIGHT}",
    "\N{REGIONAL INDICATOR SYMBOL LETTER G}" * 40,
    "\u0301" * 100,
    "\u200b",
    "\ufdfa" * 50,
    "a" * 5000,
    "a " * 5000,
    "a-" * 3000,
    "a'" * 3000,
    "q" * 199,
    "警察 полиция الشرطة",
    "ŉ ŵ\u0302 ﬁ",
]


def ask_everything(index, text):
    page = index.search(text, limit=3)
    rest = index.search(text, limit=3, after=page.following)
    named = index.lookup(text, all_tiers=True)
    suggested = index.suggest(text)
    for hit in (*page.hits, *rest.hits):
        highlight(hit.label, hit.words)
    return page, named, suggested


@pytest.mark.parametrize("text", ODD, ids=lambda text: ascii(text)[:30])
def test_odd_texts_find_what_they_find(index, text):
    page, _, suggested = ask_everything(index, text)

    positions = [hit.position for hit in page.hits]
    assert positions == sorted(positions)
    assert len({one.entry_id for one in suggested}) == len(suggested)


@pytest.mark.parametrize("text", ["\ud800", "\x00", "no such thing", "'"])
def test_odd_scopes_find_nothing(index, text):
    assert index.search("bail", topic=text).hits == ()
    assert index.search("bail", kind=text).hits == ()
    assert index.search("bail", lang=text).hits == ()
    assert index.lookup("bail", lang=text) == []
    assert index.suggest("b", lang=text) == []
    for name in ("topic", "source", "lang", "letter", "kind", "state"):
        assert not index.entries(**{name: text})
    assert not index.by_letter(text, "a")
    assert not index.by_letter("cy", text)
    assert not index.by_topic(text, "cy")
    assert not index.all_sections(text)
    assert index.described([text]) == {}
    assert index.section(text, "cy") is None
    assert index.letters(text) == []


@pytest.mark.parametrize("text", ["AND AND *", "what is ?", "beth yw “”", "define !"])
def test_a_question_about_no_word_is_no_question(index, text):
    assert index.search(text).did_you_mean is None
    assert index.propose(text) == []


def test_operators_are_words(index):
    assert index.search("hotel NOT password").hits != ()
    assert index.search("bail* OR").did_you_mean is None


@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=st.text(st.characters(codec=None), max_size=60))
def test_no_text_is_refused(index, text):
    page, named, _ = ask_everything(index, text)

    ids = [hit.entry_id for hit in page.hits]
    assert len(set(ids)) == len(ids)
    assert len({(one.entry_id, one.lang) for one in named}) == len(named)


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    text=st.lists(
        st.sampled_from(
            ["bail", "police", "AND", '"', "*", "(", ")", "-", "heddlu", "'n", "adr"]
        ),
        max_size=8,
    ).map(" ".join)
)
def test_no_arrangement_of_words_and_signs_is_refused(index, text):
    ask_everything(index, text)
