"""The shape of an entry document, and what is said of one that is wrong."""

import pytest

from glossary.document import from_json, parse_document, to_json
from glossary.errors import DocumentError
from tests.factories import document, entry_data, section

PREFERRED = {"text": "a", "type": "full-form", "status": "preferred"}
ADMITTED = PREFERRED | {"status": "admitted"}


def test_a_document_survives_json():
    given = document()

    assert from_json(to_json(given)) == given


def test_what_is_usual_is_left_out_of_its_text():
    given = document(in_use={"from": "2009", "to": None})

    assert '"in_use":{"from":"2009"}' in to_json(given)
    assert "for_you" not in to_json(given)


def test_text_is_kept_in_normal_form_c():
    given = document(languages={"cy": section("dw\u0302r", "cy", slug="dwr")})

    assert given.languages["cy"].preferred.text == "d\u0175r"


@pytest.mark.parametrize(
    ("change", "place", "code"),
    [
        pytest.param({"colour": "red"}, "/colour", "extra-forbidden", id="unknown"),
        pytest.param({"id": "Not A Slug"}, "/id", "string-pattern-mismatch", id="id"),
        pytest.param({"id": "x" * 81}, "/id", "string-too-long", id="long-id"),
        pytest.param(
            {"in_use": {"from": "soon"}},
            "/in_use/from",
            "string-pattern-mismatch",
            id="year",
        ),
        pytest.param(
            {"in_use": {"start": "2009"}},
            "/in_use/start",
            "extra-forbidden",
            id="start",
        ),
        pytest.param({"kind": "poem"}, "/kind", "enum", id="kind"),
        pytest.param({"topics": []}, "/topics", "too-short", id="no-topic"),
        pytest.param({"citations": []}, "/citations", "too-short", id="no-citation"),
        pytest.param({"languages": {}}, "/languages", "too-short", id="no-language"),
        pytest.param(
            {"as_at": "soon"}, "/as_at", "date-from-datetime-parsing", id="date"
        ),
    ],
)
def test_a_wrong_field_is_named(change, place, code):
    with pytest.raises(DocumentError) as caught:
        parse_document(entry_data() | change)

    assert [(row.place, row.code) for row in caught.value.problems] == [(place, code)]


@pytest.mark.parametrize(
    ("rules", "place", "reason"),
    [
        pytest.param({"unless": ["a", "b ~ ~"]}, "unless/1", "once", id="unless"),
        pytest.param({"only": ["(a"]}, "only/0", "“(” at character 1", id="only"),
        pytest.param({"unless": ["FIELD"]}, "unless/0", "not when", id="field"),
        pytest.param({"forms": ["x" * 201]}, "forms/0", "200", id="long-form"),
    ],
)
def test_a_wrong_rule_is_named_with_its_place(rules, place, reason):
    with pytest.raises(DocumentError) as caught:
        document(languages={"en": section("charge", terms=[PREFERRED | rules])})

    (problem,) = caught.value.problems
    assert problem.place == f"/languages/en/terms/0/{place}"
    assert reason in problem.detail


@pytest.mark.parametrize(
    ("terms", "reason"),
    [
        pytest.param([ADMITTED], "preferred", id="none-preferred"),
        pytest.param([ADMITTED, PREFERRED], "preferred", id="not-first"),
        pytest.param([PREFERRED, PREFERRED], "preferred", id="twice"),
        pytest.param(
            [PREFERRED | {"provenance": {"status": "attested"}}],
            "source",
            id="unsourced",
        ),
        pytest.param(
            [PREFERRED | {"context_only": "no"}], "boolean", id="not-a-boolean"
        ),
        pytest.param([PREFERRED | {"gender": "feminine"}], "Extra", id="moved-field"),
        pytest.param([PREFERRED | {"text": "a\u0000b"}], "U+0000", id="nul"),
        pytest.param([PREFERRED | {"text": "a\ue000b"}], "U+E000", id="private-use"),
    ],
)
def test_wrong_terms_are_refused_with_a_reason(terms, reason):
    data = entry_data(languages={"en": section("a", terms=terms)})

    with pytest.raises(DocumentError) as caught:
        parse_document(data)

    (problem,) = caught.value.problems
    assert problem.place.startswith("/languages/en")
    assert reason in problem.detail


@pytest.mark.parametrize("lang", ["en", "cy", "gd"])
@pytest.mark.parametrize("slug", ["Heddlu", "tŷ", "a--b", "-a", "a b", "a/b", "משטרה"])
def test_an_address_is_what_its_language_allows(lang, slug):
    with pytest.raises(DocumentError) as caught:
        document(languages={lang: section("a", lang, slug=slug)})

    (problem,) = caught.value.problems
    assert problem.place == f"/languages/{lang}/slug"
    assert problem.code == "string-pattern-mismatch"


def test_the_id_is_the_address_of_a_text_without_one_of_its_own():
    words = section("a")
    del words["slug"]

    given = document("police-force", languages={"en": words})

    assert given.languages["en"].slug == "police-force"
    assert from_json(to_json(given)) == given


@pytest.mark.parametrize(
    ("lang", "grammar", "place", "reason"),
    [
        pytest.param("en", {"gender": "both"}, "gender", "not permitted", id="english"),
        pytest.param("cy", {"gender": "neuter"}, "gender", "masculine", id="gender"),
        pytest.param("cy", {"mutates": "no"}, "mutates", "boolean", id="no-boolean"),
        pytest.param("cy", {"dual": "x"}, "dual", "not permitted", id="unknown"),
    ],
)
def test_the_grammar_of_a_name_is_checked_by_its_language(lang, grammar, place, reason):
    terms = [PREFERRED, ADMITTED | {"grammar": grammar}]
    data = entry_data(languages={lang: section("a", lang, terms=terms)})

    with pytest.raises(DocumentError) as caught:
        parse_document(data)

    (problem,) = caught.value.problems
    assert problem.place == f"/languages/{lang}/terms/1/grammar/{place}"
    assert reason in problem.detail


def test_every_language_tells_what_it_refuses():
    wrong = [PREFERRED | {"grammar": {"a": 1, "b": 2}}]
    languages = {lang: section("a", lang, terms=wrong) for lang in ("en", "cy")}

    with pytest.raises(DocumentError) as caught:
        parse_document(entry_data(languages=languages))

    places = [problem.place.split("/") for problem in caught.value.problems]
    assert [(place[2], place[-1]) for place in places] == [
        *(("en", "a"), ("en", "b"), ("cy", "a"), ("cy", "b")),
    ]


def test_what_is_usual_in_the_grammar_of_a_name_is_left_out():
    terms = [PREFERRED | {"grammar": {"mutates": True, "gender": None}}]
    given = document(languages={"cy": section("a", "cy", terms=terms)})

    assert given.languages["cy"].preferred.grammar == {}


def test_a_language_that_is_not_here_keeps_its_grammar():
    terms = [PREFERRED | {"grammar": {"initial": "lenited"}}]
    given = document(languages={"gd": section("a", "gd", terms=terms)})

    assert given.languages["gd"].preferred.grammar == {"initial": "lenited"}


def test_what_was_stored_is_read_whatever_its_language_knows_now():
    terms = [PREFERRED | {"grammar": {"gender": "both"}}]
    given = document(languages={"cy": section("a", "cy", terms=terms)})
    stored = to_json(given).replace('"gender"', '"genus"')

    assert from_json(stored).languages["cy"].preferred.grammar == {"genus": "both"}


@pytest.mark.parametrize(
    "related",
    [
        pytest.param([{"relation": "related", "id": "problem-profile"}], id="itself"),
        pytest.param([{"relation": "related", "id": "grooming"}] * 2, id="twice"),
    ],
)
def test_wrong_relations_are_refused(related):
    with pytest.raises(DocumentError):
        parse_document(entry_data(related=related))


def test_a_reason_is_told_in_our_own_words():
    with pytest.raises(DocumentError) as caught:
        parse_document(entry_data(languages={"en": section("a", terms=[ADMITTED])}))

    (problem,) = caught.value.problems
    assert problem.detail == "exactly one term is preferred, and it comes first"
    assert (problem.place, problem.code) == ("/languages/en", "value-error")


def test_what_is_wrong_in_a_part_is_told_beside_what_is_wrong_elsewhere():
    data = entry_data(languages={"en": section("a", terms=[PREFERRED | {"x": 1}])})

    with pytest.raises(DocumentError) as caught:
        parse_document(data | {"colour": "red"})

    assert {row.place for row in caught.value.problems} == {
        "/languages/en/terms/0/x",
        "/colour",
    }


def test_every_problem_is_told_at_once():
    with pytest.raises(DocumentError) as caught:
        parse_document(entry_data() | {"kind": "poem", "as_at": "soon"})

    assert len(caught.value.problems) == 2
