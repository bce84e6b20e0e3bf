"""A document has one text, a name, and says where it points and what differs."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.document import (
    SHAPES,
    DocumentKind,
    HelplineDocument,
    Name,
    ReviewRecord,
    SourceDocument,
    SourceText,
    TopicDocument,
    compare_documents,
    from_json,
    parse_document,
    parse_shape,
    pointers,
    read_json,
    short_code,
    to_json,
)
from glossary.errors import DocumentError
from tests.factories import document, entry_data, section
from tests.helplines import helpline

slugs = st.from_regex(r"[a-z][a-z0-9]{0,9}", fullmatch=True)
texts = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30
)
optional = st.none() | texts
years = st.sampled_from([None, "1999", "2001-09", "2024-02-29"])
terms = st.fixed_dictionaries(
    {
        "text": texts,
        "type": st.sampled_from(["full-form", "acronym", "code"]),
        "plural": optional,
        "context_only": st.booleans(),
        "forms": st.lists(texts, max_size=2),
        "unless": st.lists(st.sampled_from(["no ~", "~ (of|) MONEY", "parish"])),
        "only": st.lists(st.sampled_from(["FIELD", "police ~", "a b*"])),
        "sort_as": optional,
        "provenance": st.sampled_from(
            [
                None,
                {"status": "proposed", "note": "Nobody else uses it."},
                {"status": "attested", "source": "report-2023"},
            ]
        ),
    }
)


grammars = {
    "en": st.just({}),
    "cy": st.fixed_dictionaries(
        {
            "gender": st.sampled_from([None, "masculine", "both"]),
            "article": st.sampled_from([None, "none", "yr"]),
            "mutates": st.booleans(),
            "match_mutated": st.booleans(),
        }
    ),
}


@st.composite
def sections(draw, lang, other):
    names = draw(st.lists(terms, min_size=1, max_size=3))
    return {
        "slug": draw(slugs),
        "hidden": draw(st.lists(texts, max_size=2)),
        "terms": [
            name
            | {
                "status": "admitted" if place else "preferred",
                "grammar": draw(grammars[lang]),
            }
            for place, name in enumerate(names)
        ],
        "short": draw(texts),
        "explanation": draw(optional),
        "for_you": draw(optional),
        "ask": draw(optional),
        "detail": draw(optional),
        "update": draw(optional),
        "notice": draw(optional),
        "edition": draw(st.integers(1, 9)),
        "matches": {other: draw(st.integers(1, 9))},
    }


@st.composite
def documents(draw):
    return parse_document(
        entry_data(
            languages={
                "en": draw(sections("en", "cy")),
                "cy": draw(sections("cy", "en")),
            },
            in_use={"from": draw(years), "to": draw(years)},
            applies_in=draw(
                st.lists(st.sampled_from(["england", "wales"]), min_size=1)
            ),
            related=draw(
                st.sampled_from([[], [{"relation": "broader", "id": "police-force"}]])
            ),
        )
    )


@settings(max_examples=80, deadline=None)
@given(documents())
def test_what_is_written_is_what_is_read(given_document):
    text = to_json(given_document)

    assert from_json(text) == given_document
    assert to_json(from_json(text)) == text


OTHERS: dict[DocumentKind, dict[str, Any]] = {
    DocumentKind.TOPIC: {
        "id": "people",
        "position": 20,
        "languages": {"en": {"label": "People", "description": "Who they are."}},
    },
    DocumentKind.SOURCE: {
        "id": "report-2023",
        "kind": "document",
        "title": "A report",
        "publisher": "The inspectors",
        "publisher_names": {"cy": "Yr arolygwyr"},
        "url": "https://report.example",
        "lang": "en",
    },
    DocumentKind.HELPLINE: helpline(),
    DocumentKind.REVIEW: {"record": "a-review", "statement": {"en": "Nobody."}},
    DocumentKind.TEXT: {"source": "report-2023", "text": "Its words.\f"},
    DocumentKind.ENTRY: entry_data(),
}


@pytest.mark.parametrize("kind", DocumentKind)
def test_every_kind_is_read_as_it_is_written_and_has_a_name(kind):
    found = parse_shape(SHAPES[kind], OTHERS[kind])

    assert read_json(SHAPES[kind], to_json(found)) == found
    assert found.name.kind == kind
    assert Name.parse(str(found.name)) == found.name


def test_a_name_without_a_kind_is_that_of_an_entry():
    assert Name.parse("grooming") == Name(DocumentKind.ENTRY, "grooming")
    with pytest.raises(ValueError, match="nonsense"):
        Name.parse("nonsense/grooming")


def test_kinds_are_stored_by_names_that_stay():
    assert [str(kind) for kind in DocumentKind] == [
        "review",
        "source",
        "topic",
        "helpline",
        "text",
        "entry",
    ]
    assert list(SHAPES) == list(DocumentKind)


def test_a_document_says_in_which_languages_it_says_something():
    topic = parse_shape(TopicDocument, OTHERS[DocumentKind.TOPIC])
    source = parse_shape(SourceDocument, OTHERS[DocumentKind.SOURCE])

    assert document().languages_said == ("en", "cy")
    assert (topic.languages_said, source.languages_said) == (("en",), ())


def test_an_entry_rests_on_what_it_cites_and_on_where_its_names_were_seen():
    names = section("one")["terms"]
    names += [
        {"text": text, "type": "code", "status": "admitted", "provenance": provenance}
        for text, provenance in {
            "two": {"status": "attested", "source": "dictionary"},
            "three": {"status": "attested", "source": "dictionary"},
            "four": {"status": "proposed"},
        }.items()
    ]
    found = document(
        languages={"en": section("one", terms=names)},
        citations=[{"source": "report", "lang": "en"}] * 2,
    )

    assert found.source_ids == frozenset({"report", "dictionary"})


def test_an_address_is_written_out_as_browsers_do():
    given = OTHERS[DocumentKind.SOURCE]

    assert parse_shape(SourceDocument, given).url == "https://report.example/"
    with pytest.raises(DocumentError):
        parse_shape(SourceDocument, given | {"url": "javascript:alert(1)"})


def test_a_document_says_when_somebody_went_through_it_and_has_to_again():
    entry, line = document(), parse_shape(HelplineDocument, helpline())
    topic = parse_shape(TopicDocument, OTHERS[DocumentKind.TOPIC])

    assert (entry.seen_on, entry.due_on) == (
        entry.review.checked_on,
        entry.review.check_due,
    )
    assert (line.seen_on, line.due_on) == (line.seen[0].seen_on, line.review_by)
    assert (topic.seen_on, topic.due_on) == (None, None)


def test_an_entry_points_to_what_it_names_once():
    words = section(
        "one",
        explanation="A [force](entry:police-force), a [force](entry:police-force).",
        update="The [other](entry:grooming).",
    )
    words["terms"][0]["provenance"] = {"status": "attested", "source": "dictionary"}
    found = document(
        topics=["people", "police-data"],
        languages={"en": words},
        related=[{"relation": "broader", "id": "police-force"}],
        citations=[{"source": f"report-{n}", "lang": "en"} for n in (5, 2, 4, 1, 3)],
    )

    assert [(row.relation, str(row.other)) for row in pointers(found)] == [
        ("broader", "entry/police-force"),
        ("mention", "entry/police-force"),
        ("mention", "entry/grooming"),
        ("rests-on", "source/dictionary"),
        *(("rests-on", f"source/report-{n}") for n in range(1, 6)),
        ("listed-under", "topic/people"),
        ("listed-under", "topic/police-data"),
    ]


def test_the_text_of_a_source_points_to_it_and_others_point_nowhere():
    text = parse_shape(SourceText, OTHERS[DocumentKind.TEXT])
    review = parse_shape(ReviewRecord, OTHERS[DocumentKind.REVIEW])

    (pointer,) = pointers(text)
    assert (pointer.relation, str(pointer.other)) == ("text-of", "source/report-2023")
    assert pointers(review) == []


def test_differences_are_places():
    new = entry_data(kind="data", languages={"en": section("other")})

    places = compare_documents(document(), parse_document(new))

    assert places == [
        "/kind",
        "/languages/cy",
        "/languages/en/slug",
        "/languages/en/terms",
        "/languages/en/short",
    ]


LANGUAGES = ("fr", "cy", "de", "ga", "en", "nl", "es")


def test_languages_are_compared_in_their_order():
    old = document(languages={lang: section(lang, lang) for lang in LANGUAGES})
    new = document(
        languages={lang: section(lang, lang, short="x") for lang in LANGUAGES}
    )

    assert compare_documents(old, new) == [
        f"/languages/{lang}/short" for lang in sorted(LANGUAGES)
    ]


def test_a_language_that_comes_and_one_that_goes_are_differences():
    english, both = document(languages={"en": section("one")}), document()

    assert "/languages/cy" in compare_documents(english, both)
    assert "/languages/cy" in compare_documents(both, english)


@pytest.mark.parametrize("field", ["explanation", "notice"])
def test_a_text_that_goes_is_a_difference(field):
    old = document(languages={"en": section("one", **{field: "More."})})
    new = document(languages={"en": section("one")})

    assert compare_documents(old, new) == [f"/languages/en/{field}"]
    assert compare_documents(new, old) == [f"/languages/en/{field}"]


def test_what_was_counted_is_no_difference_to_a_file_that_does_not_count():
    counted = section("one", edition=3, matches={"cy": 2})

    stored = document(languages={"en": counted})

    assert compare_documents(stored, document(languages={"en": section("one")})) == []


def test_what_a_file_says_of_something_uncounted_is_a_difference():
    stored = document(languages={"en": section("one")})
    says = document(languages={"en": section("one", matches={"cy": 2})})

    assert compare_documents(stored, says) == ["/languages/en/matches"]


def test_what_a_file_says_of_editions_must_hold():
    english = section("one", edition=3)
    stored = document(
        languages={"en": english, "cy": section("un", "cy", matches={"en": 2})}
    )

    def places(**welsh):
        cy = section("un", "cy", **welsh)
        return compare_documents(stored, document(languages={"en": english, "cy": cy}))

    assert places() == []
    assert places(matches={"en": 2}) == []
    assert places(matches={}) == []
    assert places(matches={"en": 3}) == ["/languages/cy/matches"]
    assert places(edition=2) == ["/languages/cy/edition"]


def test_any_two_documents_of_a_kind_are_compared_field_by_field():
    old = parse_shape(TopicDocument, OTHERS[DocumentKind.TOPIC])
    new = old.model_copy(update={"position": 30})

    assert compare_documents(old, old) == []
    assert compare_documents(old, new) == ["/position"]


def test_the_short_code_rests_on_the_id_alone():
    assert short_code("problem-profile") == "3v4ori"
    assert short_code("grooming") == "6qlbvr"
