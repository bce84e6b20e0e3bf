"""Composing a document from the tables and applying one to them are inverse."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary.document import (
    apply_documents,
    compare_documents,
    compose_documents,
    parse_document,
)
from glossary.models import Entry
from tests.factories import document, entry_data, section, source

pytestmark = pytest.mark.django_db

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


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(documents())
def test_what_is_applied_is_what_is_composed(db, given_document):
    source()
    apply_documents([document("police-force")])

    apply_documents([given_document])

    assert compose_documents([given_document.id]) == {given_document.id: given_document}


def test_editions_count_changes_of_content_only():
    source()
    apply_documents([document()])
    changed = entry_data()
    changed["languages"]["en"]["short"] = "Something else."

    apply_documents([parse_document(changed)])
    apply_documents([parse_document(changed)])

    composed = compose_documents(["problem-profile"])["problem-profile"]
    assert composed.languages["en"].edition == 2
    assert composed.languages["cy"].edition == 1
    assert composed.languages["cy"].matches == {"en": 1}
    assert composed.languages["en"].matches == {"cy": 1}


def test_a_file_that_was_applied_does_not_differ():
    source()
    apply_documents([document()])

    stored = compose_documents(["problem-profile"])["problem-profile"]

    assert compare_documents(stored, document()) == []


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


@pytest.mark.parametrize("count", [1, 40])
def test_writing_takes_as_many_queries_for_one_as_for_many(
    django_assert_max_num_queries, count
):
    source()
    apply_documents([document("police-force")])
    related = [{"relation": "broader", "id": "police-force"}]
    given = [document(f"entry-{number}", related=related) for number in range(count)]
    apply_documents(given)

    with django_assert_max_num_queries(20):
        apply_documents(given)

    assert Entry.objects.count() == count + 1


def test_the_short_code_rests_on_the_id_alone():
    source()
    apply_documents([document(), document("grooming")])

    codes = dict(Entry.objects.values_list("id", "short_code"))

    assert codes == {"problem-profile": "3v4ori", "grooming": "6qlbvr"}


def test_the_longest_values_have_room():
    long_id = "x" * 80
    term = {
        "text": "ŵ" * 200,
        "type": "short-form",
        "status": "preferred",
        "plural": "ŵ" * 200,
        "sort_as": "ŵ" * 200,
    }
    given = document(
        long_id,
        languages={"en": section("a", slug="x" * 120, terms=[term])},
        in_use={"from": "2001-02-03", "to": "2004-05-06"},
    )
    source()

    apply_documents([given])

    (composed,) = compose_documents([long_id]).values()
    assert composed.languages["en"].preferred.text == "ŵ" * 200
