"""An app has a name and wants what it means."""

import pytest

from tests.api.problems import assert_problem
from tests.factories import published, section, withdrawn

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/lookup/"


@pytest.fixture(autouse=True)
def _entries(db):
    published("problem-profile")
    published("police-force")
    published(
        "adr149",
        languages={
            "en": section(
                "ADR149",
                slug="adr149",
                terms=[{"text": "ADR149", "type": "code", "status": "preferred"}],
            )
        },
    )


@pytest.mark.parametrize(
    ("term", "entry_id", "tier", "form"),
    [
        pytest.param(
            "problem profile", "problem-profile", "preferred-exact", "exact", id="exact"
        ),
        pytest.param(
            "PROBLEM Profile",
            "problem-profile",
            "preferred-folded",
            "exact",
            id="folded",
        ),
        pytest.param(
            "adr 149", "adr149", "preferred-folded", "exact", id="spaced-code"
        ),
        pytest.param(
            "phroffil problem",
            "problem-profile",
            "generated-form",
            "aspirate-mutation",
            id="mutated",
        ),
        pytest.param(
            "problm profile", "problem-profile", "close-spelling", "exact", id="typo"
        ),
    ],
)
def test_the_tier_says_how_it_matched(site, term, entry_id, tier, form):
    (result,) = site.get(ADDRESS, {"term": term}).json["results"]

    assert result["entry"]["id"] == entry_id
    assert (result["match"]["tier"], result["match"]["form"]) == (tier, form)


def test_nothing_found_is_an_empty_list_with_suggestions(site):
    answer = site.get(ADDRESS, {"term": "profile of a problem that nobody has"})

    assert answer.status == 200
    assert answer.json["results"] == []
    assert isinstance(answer.json["suggestions"], list)


def test_one_language_can_be_looked_in(site):
    assert site.get(ADDRESS, {"term": "heddlu", "lang": "en"}).json["results"] == []
    assert site.get(ADDRESS, {"term": "heddlu", "lang": "cy"}).json["results"] != []


def test_many_names_come_back_under_the_callers_keys(site):
    queries = {"a": {"term": "ADR149"}, "b": {"term": "nobody has this", "lang": "cy"}}

    answer = site.post(ADDRESS, {"queries": queries, "in": ["cy"]})

    results = answer.json["results"]
    assert results["a"]["results"][0]["entry"]["languages"] == {
        "cy": {"state": "missing"}
    }
    assert results["b"]["results"] == []
    assert answer.headers["cache-control"] == "no-store"


def test_each_match_has_its_own_entry_while_another_is_being_withdrawn(site, settings):
    for entry_id, name in (("first-one", "QZX"), ("second-one", "qzx")):
        terms = [
            {"text": f"the {entry_id}", "type": "full-form", "status": "preferred"},
            {"text": name, "type": "abbreviation", "status": "admitted"},
        ]
        published(
            entry_id, languages={"en": section("the one", terms=terms, slug=entry_id)}
        )
    query = {"term": "QZX", "all_tiers": "true"}
    assert len(site.get(ADDRESS, query).json["results"]) == 2
    settings.SEQUENCE_CHECK_SECONDS = 60
    withdrawn("first-one")

    results = site.get(ADDRESS, query | {"lang": "en"}).json["results"]

    assert [(row["match"]["label"], row["entry"]["id"]) for row in results] == [
        ("qzx", "second-one")
    ]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        pytest.param({}, "required", id="missing"),
        pytest.param({"term": ""}, "blank", id="empty"),
        pytest.param({"term": "a" * 201}, "max-length", id="too-long"),
        pytest.param({"term": "a\x00b"}, "control-characters", id="nul"),
        pytest.param({"term": "a\x07b"}, "control-characters", id="bell"),
    ],
)
def test_a_name_that_cannot_be_one_is_refused(site, query, code):
    problem = assert_problem(site.get(ADDRESS, query), 400, "invalid-query")

    assert problem["errors"][0] == problem["errors"][0] | {
        "parameter": "term",
        "code": code,
    }


def test_a_query_that_is_not_utf_8_is_refused(site):
    problem = assert_problem(site.get(f"{ADDRESS}?term=%ff"), 400, "invalid-query")

    assert problem["errors"][0]["code"] == "not-utf-8"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        pytest.param(b"{", 400, "malformed-body", id="broken"),
        pytest.param(b"[]", 400, "malformed-body", id="not-an-object"),
        pytest.param(b"\xff\xfe", 400, "malformed-body", id="not-utf-8"),
        pytest.param(b'{"a": 1, "a": 2}', 400, "malformed-body", id="key-twice"),
        pytest.param(b'{"a": NaN}', 400, "malformed-body", id="nan"),
        pytest.param(b"[" * 100_000, 400, "malformed-body", id="deep"),
        pytest.param(b" " * 1_048_577, 413, "too-large", id="too-large"),
    ],
)
def test_a_body_that_cannot_be_read_is_refused(site, body, status, code):
    assert_problem(site.post(ADDRESS, body), status, code)


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        pytest.param({}, "/queries", "required", id="missing"),
        pytest.param({"queries": {}}, "/queries", "empty", id="empty"),
        pytest.param({"queries": []}, "/queries", "not-a-dict", id="list"),
        pytest.param(
            {"queries": {"a": {}}}, "/queries/a/term", "required", id="no-term"
        ),
        pytest.param(
            {"queries": {"a": {"term": 7}}}, "/queries/a/term", "invalid", id="number"
        ),
        pytest.param(
            {"queries": {"a": {"term": "x", "y": 1}}},
            "/queries/a/y",
            "unknown-parameter",
            id="unknown",
        ),
        pytest.param(
            {"queries": {"a": {"term": "x"}}, "format": "json"},
            "/format",
            "unknown-parameter",
            id="format-is-of-the-address",
        ),
        pytest.param({"queries": {"a": "x"}}, "/queries/a", "invalid", id="a-text"),
        pytest.param(
            {"queries": {"a/b~c": {}}},
            "/queries/a~1b~0c/term",
            "required",
            id="a-key-with-a-slash",
        ),
        pytest.param(
            {"queries": {str(n): {"term": "x"} for n in range(201)}},
            "/queries",
            "too-many",
            id="too-many",
        ),
    ],
)
def test_a_wrong_place_in_a_body_is_named(site, body, pointer, code):
    problem = assert_problem(site.post(ADDRESS, body), 400, "invalid-query")

    assert [(row["pointer"], row["code"]) for row in problem["errors"]] == [
        (pointer, code)
    ]


def test_keys_may_be_any_words(site):
    answer = site.post(ADDRESS, {"queries": {"message": {}, "code": {}}})

    problem = assert_problem(answer, 400, "invalid-query")
    assert [(row["pointer"], row["code"]) for row in problem["errors"]] == [
        ("/queries/message/term", "required"),
        ("/queries/code/term", "required"),
    ]


def test_with_a_body_nothing_is_in_the_query(site):
    answer = site.post(f"{ADDRESS}?all_tiers=true", {"queries": {"a": {"term": "x"}}})

    problem = assert_problem(answer, 400, "invalid-query")
    assert problem["errors"][0]["parameter"] == "all_tiers"


def test_another_media_type_is_refused(site):
    answer = site.post(
        ADDRESS, b"a=b", content_type="application/x-www-form-urlencoded"
    )

    assert_problem(answer, 415, "unsupported-media-type")
