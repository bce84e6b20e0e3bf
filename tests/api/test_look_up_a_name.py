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
    ],
)
def test_the_tier_says_how_it_matched(site, term, entry_id, tier, form):
    (result,) = site.get(ADDRESS, {"term": term}).json["items"]

    assert result["entry"]["id"] == entry_id
    assert (result["match"]["tier"], result["match"]["form"]) == (tier, form)


def test_an_inflected_form_leads_to_its_entry_and_is_no_name_of_it(site):
    term = {"text": "bail", "type": "full-form", "status": "preferred"}
    languages = {"en": section("bail", terms=[term | {"forms": ["bailed"]}])}
    published("bail-conditions", languages=languages)

    (result,) = site.get(ADDRESS, {"term": "Bailed"}).json["items"]

    assert result["entry"]["id"] == "bail-conditions"
    assert result["match"]["form"] == "inflected"
    entry = site.get("/api/v1/entries/bail-conditions/")
    assert "bailed" not in entry.text


NAME = {"text": "problem profile", "lang": "en", "provenance": None}
PROFILE = {
    "id": "problem-profile",
    "name": NAME,
    "type": "full-form",
    "label": NAME,
    "url": "http://testserver/en/terms/problem-profile/",
}


@pytest.mark.parametrize(
    "term", ["problm profile", "problem prof", "our problem profile"]
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_names_like_it_are_suggested_and_no_results(site, term, method):
    if method == "get":
        answer = site.get(ADDRESS, {"term": term}).json
    else:
        query = {"queries": {"a": {"term": term}}}
        answer = site.post(ADDRESS, query).json["answers"]["a"]

    assert answer["items"] == []
    assert answer["suggestions"] == [PROFILE]


def test_a_close_spelling_is_a_result_where_all_tiers_are_asked_for(site):
    query = {"term": "problm profile", "all_tiers": "true"}

    (result,) = site.get(ADDRESS, query).json["items"]

    assert result["match"]["tier"] == "close-spelling"
    assert result["match"]["name"] == NAME


@pytest.mark.parametrize(
    "term", ["NFA", "CCE", "ADR194", "adr1499", "rape", "case law", "maps", "zebra"]
)
@pytest.mark.parametrize("all_tiers", ["true", "false"])
def test_codes_short_words_and_words_of_texts_suggest_nothing(site, term, all_tiers):
    published("law", languages={"en": section("bail", short="It maps a case in law.")})

    answer = site.get(ADDRESS, {"term": term, "all_tiers": all_tiers}).json

    assert answer["items"] == answer["suggestions"] == []


@pytest.fixture
def old_name(db):
    """An entry with a name to avoid, and a hidden one."""
    names = section("indecent images of children", hidden=["CSAX"])
    avoid = {"text": "child pornography", "type": "full-form", "status": "deprecated"}
    names["terms"].append(avoid)
    published("indecent-images", languages={"en": names})


@pytest.mark.parametrize(
    ("term", "older"),
    [
        ("child pornography", True),
        ("Child-pornography", True),
        ("what is child pornography", True),
        ("csax", False),
    ],
)
def test_a_name_that_is_not_shown_leads_to_the_preferred_one(
    site, old_name, term, older
):
    (result,) = site.get(ADDRESS, {"term": term}).json["items"]
    (hit, *_) = site.get("/api/v1/search/", {"q": term}).json["items"]

    assert result["entry"]["id"] == hit["entry"]["id"] == "indecent-images"
    for match in (result["match"], hit["match"]):
        assert match["name"]["text"] == "indecent images of children"
        assert match["older_name"] is older
    assert result["match"]["status"] == "preferred"


@pytest.mark.parametrize(
    "term", ["child p", "child pornograhpy", "porn", "csa", "csxa"]
)
def test_a_name_that_is_not_shown_is_never_suggested(site, old_name, term):
    answers = [
        site.get(ADDRESS, {"term": term, "all_tiers": "true"}),
        site.get("/api/v1/suggest/", {"q": term}),
        site.get("/api/v1/search/", {"q": term}),
    ]

    for answer in answers:
        said = answer.text.replace(f'"{term}"', "")
        assert "pornography" not in said
        assert "CSAX" not in said
    assert answers[1].json["items"] == []


def test_a_hidden_word_is_in_no_answer(site, old_name):
    shown = (
        "/api/v1/entries/indecent-images/",
        "/api/v1/term-pack/",
        "/en/terms/indecent-images-of-children/",
    )

    for address in shown:
        assert "CSAX" not in site.get(address).text


@pytest.mark.parametrize(
    "term", ["ADR149\n", "\tADR149", "problem\nprofile", "problem\r\n\u00a0 profile "]
)
def test_line_ends_and_tabs_are_white_space(site, term):
    answer = site.get(ADDRESS, {"term": term})

    assert len(answer.json["items"]) == 1
    assert answer.json["term"] == " ".join(term.split())


def test_one_language_can_be_looked_in(site):
    assert site.get(ADDRESS, {"term": "heddlu", "lang": "en"}).json["items"] == []
    assert site.get(ADDRESS, {"term": "heddlu", "lang": "cy"}).json["items"] != []


def test_many_names_come_back_under_the_callers_keys(site):
    queries = {"a": {"term": "ADR149"}, "b": {"term": "nobody has this", "lang": "cy"}}

    answer = site.post(ADDRESS, {"queries": queries, "in": ["cy"]})

    answers = answer.json["answers"]
    assert answers["a"]["items"][0]["entry"]["languages"] == {
        "cy": {"state": "missing"}
    }
    assert answers["b"]["items"] == []
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
    assert len(site.get(ADDRESS, query).json["items"]) == 2
    settings.SEQUENCE_CHECK_SECONDS = 60
    withdrawn("first-one")

    results = site.get(ADDRESS, query | {"lang": "en"}).json["items"]

    assert [(row["match"]["name"]["text"], row["entry"]["id"]) for row in results] == [
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
    ("body", "english", "welsh"),
    [
        pytest.param(b'{"a" 1}', "from character 6 on", "o nod 6 ymlaen", id="broken"),
        pytest.param(b"\xff\xfe", "is not UTF-8", "ddim yn UTF-8", id="not-utf-8"),
        pytest.param(
            '{"a": "\u00e9"}'.encode("latin-1"),
            "not UTF-8",
            "ddim yn UTF-8",
            id="latin-1",
        ),
        pytest.param(
            b'\xef\xbb\xbf{"a": 1}', "byte order mark", "trefn beitiau", id="a-bom"
        ),
        pytest.param(
            b'{"a": {"b": 1, "b": 2}}', "comes twice", "ddwywaith", id="twice"
        ),
        pytest.param(b'{"a": -Infinity}', "-Infinity is", "yw -Infinity", id="number"),
        pytest.param(
            b'{"a": "\\ud83d"}', "surrogate pair", "pâr dirprwyol", id="half-a-pair"
        ),
        pytest.param(b"[]", "one JSON object", "un gwrthrych JSON", id="a-list"),
    ],
)
def test_a_body_that_cannot_be_read_says_why(site, body, english, welsh):
    in_english = site.post(ADDRESS, body, accept_language="en")
    in_welsh = site.post(ADDRESS, body, accept_language="cy")

    assert english in assert_problem(in_english, 400, "malformed-body")["detail"]
    assert welsh in assert_problem(in_welsh, 400, "malformed-body")["detail"]


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        pytest.param({}, "/queries", "required", id="missing"),
        pytest.param({"queries": {}}, "/queries", "empty", id="empty"),
        pytest.param({"queries": []}, "/queries", "not-a-dict", id="list"),
        pytest.param(
            {"queries": {"a": {"term": "x"}}, "format": "json"},
            "/format",
            "unknown-parameter",
            id="format-is-of-the-address",
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
    problem = assert_problem(site.post(ADDRESS, body), 400, "invalid-body")

    assert [(row["pointer"], row["code"]) for row in problem["errors"]] == [
        (pointer, code)
    ]


WRONG = [
    pytest.param("a", {}, "/term", "required", id="no-term"),
    pytest.param("a", {"term": 7}, "/term", "invalid", id="a-number"),
    pytest.param("a", {"term": None}, "/term", "null", id="null"),
    pytest.param("a", {"term": " "}, "/term", "blank", id="blank"),
    pytest.param("a", {"term": "a" * 201}, "/term", "max-length", id="too-long"),
    pytest.param("a", {"term": "a\x07b"}, "/term", "control-characters", id="bell"),
    pytest.param("a", {"term": "x", "lang": "fr"}, "/lang", "unknown-lang", id="lang"),
    pytest.param("a", {"term": "x", "y/z": 1}, "/y~1z", "unknown-parameter", id="name"),
    pytest.param("a", "x", "", "invalid", id="a-text"),
    pytest.param("a", None, "", "null", id="nothing"),
    pytest.param("a", ["x"], "", "invalid", id="a-list"),
    pytest.param("a/b~c", {}, "/term", "required", id="a-key-with-a-slash"),
    pytest.param("message", {}, "/term", "required", id="a-key-of-the-library"),
    pytest.param("", {}, "/term", "required", id="a-key-of-nothing"),
    pytest.param("7", {}, "/term", "required", id="a-key-that-is-a-number"),
]


@pytest.mark.parametrize(("key", "question", "place", "code"), WRONG)
def test_a_wrong_question_refuses_no_other(site, key, question, place, code):
    queries = {"first": {"term": "ADR149"}, key: question, "last": {"term": "heddlu"}}

    answer = site.post(ADDRESS, {"queries": queries})

    assert answer.status == 200
    answers = answer.json["answers"]
    assert [*answers] == [*queries]
    assert [row["entry"]["id"] for row in answers["first"]["items"]] == ["adr149"]
    assert [row["entry"]["id"] for row in answers["last"]["items"]] == ["police-force"]
    pointer = f"/queries/{key.replace('~', '~0').replace('/', '~1')}"
    problem = answers[key]
    assert (problem["code"], problem["pointer"]) == ("invalid-body", pointer)
    assert problem["detail"]
    (error,) = problem["errors"]
    assert (error["pointer"], error["code"]) == (pointer + place, code)


def test_one_bad_question_of_two_hundred_is_told_by_itself(site):
    queries = {str(number): {"term": "heddlu"} for number in range(199)}

    answers = site.post(ADDRESS, {"queries": queries | {"bad": {}}}).json["answers"]

    assert [key for key, one in answers.items() if "code" in one] == ["bad"]
    assert {one["total"] for key, one in answers.items() if key != "bad"} == {1}


def test_a_problem_of_a_question_is_the_one_that_a_whole_request_would_have(site):
    whole = site.post(ADDRESS, {"queries": []}, accept_language="cy").json
    part = site.post(ADDRESS, {"queries": {"a": {}}}, accept_language="cy").json

    (problem,) = part["answers"].values()
    told = ("type", "title", "status", "detail", "instance", "code")
    assert {name: problem[name] for name in told} == {
        name: whole[name] for name in told
    }
    assert problem.keys() - whole.keys() == {"pointer"}


def test_with_a_body_nothing_is_in_the_query(site):
    answer = site.post(f"{ADDRESS}?all_tiers=true", {"queries": {"a": {"term": "x"}}})

    problem = assert_problem(answer, 400, "invalid-query")
    assert problem["errors"][0]["parameter"] == "all_tiers"


def test_another_media_type_is_refused(site):
    answer = site.post(
        ADDRESS, b"a=b", content_type="application/x-www-form-urlencoded"
    )

    problem = assert_problem(answer, 415, "unsupported-media-type")
    assert "application/json" in problem["detail"]
    assert "text/plain" not in problem["detail"]


@pytest.mark.parametrize("path", ["annotate", "check"])
def test_a_wrong_media_type_is_told_those_that_are_taken(site, path):
    answer = site.post(f"/api/v1/{path}/", b"a,b", content_type="text/csv")

    problem = assert_problem(answer, 415, "unsupported-media-type")
    assert problem["detail"].endswith("application/json, text/plain.")
