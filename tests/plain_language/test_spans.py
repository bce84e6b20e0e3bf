"""Words, sentences, quotations, names and addresses in a text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.plain_language import spans
from glossary.plain_language.spans import Span, Spans


def texts(text, found):
    return [text[span.start : span.end] for span in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mae'r heddlu yma.", ["Mae'r", "heddlu", "yma"]),
        ("a full-time job", ["a", "full-time", "job"]),
        ("over 40,000 referrals", ["over", "40,000", "referrals"]),
        ("2023, 2024", ["2023", "2024"]),
        ("and/or - maybe", ["and/or", "maybe"]),
        ("", []),
    ],
    ids=["clitic", "hyphen", "thousands", "list of years", "signs", "empty"],
)
def test_words_are_counted_as_a_reader_counts_them(text, words):
    assert texts(text, spans.word_spans(text)) == words


@pytest.mark.parametrize(
    ("text", "lang", "count"),
    [
        ("One. Two! Three?", "en", 3),
        ("The Rt. Hon. Member spoke.", "en", 1),
        ("It rose to 2.5. Then it fell.", "en", 2),
        ("See www.gov.uk for more.", "en", 1),
        ('She said "No." He left.', "en", 2),
        ("One\nTwo\n\nThree", "en", 3),
        ("Pobl, h.y. Dynion a menywod.", "cy", 1),
        ("Mae'n dod ati. Efallai.", "cy", 2),
        ("Unan. Dew.", "kw", 2),
        ("", "en", 0),
    ],
    ids=[
        "signs",
        "abbreviations",
        "decimal point",
        "address",
        "after a quotation",
        "lines",
        "Welsh abbreviation",
        "Welsh word",
        "unknown language",
        "empty",
    ],
)
def test_sentences(text, lang, count):
    assert len(spans.sentence_spans(text, lang)) == count


@given(st.text("ab. A\n?'\"", max_size=30))
def test_sentences_hold_every_word_once(text):
    sentences = spans.sentence_spans(text, "en")

    words = spans.word_spans(text)

    assert bool(words) == any(map(str.isalpha, text))
    for word in words:
        assert sum(Spans([sentence]).cover(word) for sentence in sentences) <= 1


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “no” twice", ['"no"']),
        ("the word 'proactive' means", ["'proactive'"]),
        ("called 'Her Majesty's' until 2022", ["'Her Majesty's'"]),
        ("mae'r gair 'rhagweithiol' yma", ["'rhagweithiol'"]),
        ("the officers' duty and the force's duty", []),
        ("not ‘closed\nhere’", []),
    ],
    ids=["double", "single", "apostrophe inside", "clitic", "possessives", "two lines"],
)
def test_quotations(text, quoted):
    plain = spans.unify_signs(text)

    assert texts(plain, spans.quoted_spans(plain)) == quoted


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("read Working Together to Safeguard Children now", 1),
        ("yr Independent Inquiry into Grooming Gangs yma", 1),
        ("the Children's Wellbeing and Schools Act", 1),
        ("in Cardiff and elsewhere", 0),
    ],
    ids=["guidance", "inside Welsh", "possessive", "one word"],
)
def test_names_of_several_words(text, names):
    assert len(spans.name_spans(text)) == names


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("see https://www.example.org/a-b. It", "https://www.example.org/a-b."),
        ("write to help@example.org now", "help@example.org"),
        ("on llyw.cymru there", "llyw.cymru"),
        ("on GOV.UK there", "GOV.UK"),
    ],
    ids=["page", "mail", "Welsh site", "capitals"],
)
def test_addresses(text, address):
    assert texts(text, spans.address_spans(text)) == [address]


def test_signs_are_unified_one_for_one():
    text = "Mae’r “heddlu” yma – non‑recent"

    unified = spans.unify_signs(text)

    assert unified == 'Mae\'r "heddlu" yma – non-recent'
    assert len(unified) == len(text)


def test_a_span_is_inside_one_that_is_as_long():
    assert Spans([Span(2, 4)]).cover(Span(2, 4))
    assert not Spans([Span(2, 4), Span(3, 9)]).cover(Span(2, 5))


QUOTED = re.compile(r""""[^"\n]+"|(?<!\w)'(?=\S)(?:[^'\n]|'(?=\w))*(?<=\S)'(?!\w)""")
ADDRESS = re.compile(
    r"(?i)\S+(?:://|@)\S+|(?:[\w-]+\.)+(?:com|cymru|org|uk|wales)\b\S*"
)


@given(st.text("ab.'\" \n", max_size=20))
def test_quotations_are_what_one_slow_pattern_finds(text):
    found = [Span(*one.span()) for one in QUOTED.finditer(text)]

    assert spans.quoted_spans(text) == found


@given(
    st.lists(st.sampled_from([*"a uk COM . - @ :// _ é /".split(), " "])).map("".join)
)
def test_addresses_are_what_one_slow_pattern_finds(text):
    found = [Span(*one.span()) for one in ADDRESS.finditer(text)]

    assert spans.address_spans(text) == found


@pytest.mark.parametrize(
    "unit", ["'a ", " 'a", "'r ", "a", "a-", "a.", "(", '"a', "a@ "]
)
def test_a_line_of_signs_is_read_in_one_go(unit):
    # Read anew from each of its signs, it would take hours.
    line = unit * (300_000 // len(unit))

    assert len(spans.quoted_spans(line)) <= len(line)
    assert len(spans.address_spans(line)) <= len(line)


some_spans = st.builds(
    lambda start, length: Span(start, start + length),
    st.integers(0, 12),
    st.integers(0, 8),
)


@given(st.lists(some_spans), some_spans)
def test_spans_answer_as_if_each_were_asked(some, span):
    known = Spans(some)

    assert known.cover(span) == any(
        one.start <= span.start and span.end <= one.end for one in some
    )
    assert known.count_in(span) == sum(
        span.start <= one.start < span.end for one in some
    )
    assert (span in known) == (span in some)
    assert list(known) == sorted(some)
