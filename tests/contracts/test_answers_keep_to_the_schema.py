"""What the API answers is what its OpenAPI document says."""

import json

import pytest
from jsonschema import Draft202012Validator

from glossary.api.dataset import OPENAPI_FILE

pytestmark = pytest.mark.django_db
SCHEMA = json.loads(OPENAPI_FILE.read_text())
ANSWERS = [
    pytest.param("get", "/api/v1/", "/api/v1/", 200, id="root"),
    pytest.param(
        "get", "/api/v1/entries/?limit=200", "/api/v1/entries/", 200, id="entries"
    ),
    pytest.param(
        "get", "/api/v1/entries/adr149/", "/api/v1/entries/{entry_id}/", 200, id="entry"
    ),
    pytest.param(
        "get",
        "/api/v1/entries/none/",
        "/api/v1/entries/{entry_id}/",
        404,
        id="unknown-entry",
    ),
    pytest.param(
        "get",
        "/api/v1/entries/adr149/history/",
        "/api/v1/entries/{entry_id}/history/",
        200,
        id="history",
    ),
    pytest.param(
        "get",
        "/api/v1/lookup/?term=CSE&all_tiers=true",
        "/api/v1/lookup/",
        200,
        id="lookup",
    ),
    pytest.param(
        "get", "/api/v1/lookup/", "/api/v1/lookup/", 400, id="lookup-without-term"
    ),
    pytest.param(
        "get", "/api/v1/search/?q=heddlu&limit=200", "/api/v1/search/", 200, id="search"
    ),
    pytest.param("get", "/api/v1/suggest/?q=c", "/api/v1/suggest/", 200, id="suggest"),
    pytest.param(
        "get", "/api/v1/letters/?lang=cy", "/api/v1/letters/", 200, id="letters"
    ),
    pytest.param(
        "get",
        "/api/v1/term-pack/?include=short",
        "/api/v1/term-pack/",
        200,
        id="term-pack",
    ),
    pytest.param(
        "get", "/api/v1/term-pack/?lang=cy", "/api/v1/term-pack/", 200, id="welsh-pack"
    ),
    pytest.param(
        "get", "/api/v1/sources/?limit=200", "/api/v1/sources/", 200, id="sources"
    ),
    pytest.param(
        "get",
        "/api/v1/sources/hmicfrs-2023/",
        "/api/v1/sources/{source_id}/",
        200,
        id="source",
    ),
]


def schema_of(path, method, status):
    contents = SCHEMA["paths"][path][method]["responses"][str(status)]["content"]
    kind = "application/json" if status == 200 else "application/problem+json"
    return contents[kind]["schema"]


def faults(answer, path, method, status):
    validator = Draft202012Validator(
        {**schema_of(path, method, status), "components": SCHEMA["components"]},
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
    return [error.message for error in validator.iter_errors(answer.json)]


@pytest.mark.parametrize(("method", "address", "path", "status"), ANSWERS)
def test_an_answer_keeps_to_the_schema(
    site, starter_glossary, method, address, path, status
):
    answer = getattr(site, method)(address)

    assert answer.status == status
    assert faults(answer, path, method, status) == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        pytest.param({"text": "CSE, heddlu"}, 200, id="text"),
        pytest.param({"html": "<p>CSE, heddlu", "in": ["cy"]}, 200, id="html"),
        pytest.param({"text": 1}, 400, id="no-text"),
    ],
)
def test_an_annotated_text_keeps_to_the_schema(site, starter_glossary, body, status):
    answer = site.post("/api/v1/annotate/", body)

    assert answer.status == status
    assert faults(answer, "/api/v1/annotate/", "post", status) == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        pytest.param({"text": "The polise of HMICFRS are XQZ."}, 200, id="found"),
        pytest.param({"text": "", "in": ["cy"]}, 200, id="nothing"),
        pytest.param({"text": "Kath.", "lang": "xx"}, 400, id="no-language"),
    ],
)
def test_a_checked_text_keeps_to_the_schema(site, starter_glossary, body, status):
    answer = site.post("/api/v1/check/", body)

    assert answer.status == status
    assert faults(answer, "/api/v1/check/", "post", status) == []


def test_a_member_that_the_schema_does_not_know_is_not_sent(site, starter_glossary):
    known = set(SCHEMA["components"]["schemas"]["Entry"]["properties"])

    entries = site.get("/api/v1/entries/?limit=200").json["entries"]

    assert len(entries) > 100
    assert [entry["id"] for entry in entries if set(entry) != known] == []
