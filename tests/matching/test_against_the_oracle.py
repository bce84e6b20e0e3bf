"""The matcher finds what a slow and obvious one finds, whatever the text."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.matching import Form, build_vocabulary
from tests.matching import oracle
from tests.matching.strategies import (
    CLITICS,
    CONJUNCTIONS,
    FIELD,
    FOLDINGS,
    any_text,
    cases,
)

WRITING: dict[str, Any] = {
    "conjunctions": CONJUNCTIONS,
    "field": FIELD,
    "foldings": FOLDINGS,
}


@settings(max_examples=300, deadline=None)
@given(cases())
def test_it_finds_what_the_oracle_finds(case):
    vocabulary = build_vocabulary(case.forms, clitics=CLITICS, **WRITING)

    found = vocabulary.find(case.text, **case.options)

    assert found == oracle.find(
        case.forms, CLITICS, case.text, **case.options, **WRITING
    )
    edges = [edge for match in found for edge in (match.start, match.end)]
    assert edges == sorted(edges)


@settings(max_examples=200, deadline=None)
@given(any_text(), st.data())
def test_it_finds_what_the_oracle_finds_in_any_text(text, data):
    ends = st.integers(0, len(text))
    cuts = data.draw(st.lists(st.tuples(ends, ends).map(sorted), max_size=4))
    lang = data.draw(st.sampled_from(["en", "xx"]))
    forms = [
        Form(text[start:end], f"{start}-{end}", lang, case_sensitive=start % 2 > 0)
        for start, end in cuts
    ]

    found = build_vocabulary(forms, **WRITING).find(text)

    assert found == oracle.find(forms, {}, text, **WRITING)
