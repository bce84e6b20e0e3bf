"""What the API answers is what its shapes are, byte for byte, and its document says."""

import json

import orjson
import pytest
from jsonschema import Draft202012Validator

from glossary.api.openapi import DOCUMENT
from glossary.api.responses import (
    dataset,
    entries,
    finding,
    helplines,
    matching,
    sources,
    term_pack,
    texts,
    topics,
)
from glossary.api.responses.base import to_json
from glossary.api.responses.problems import ProblemDetails
from glossary.matching import FORMAT

pytestmark = pytest.mark.django_db
TOLD = json.loads(DOCUMENT.read_text(encoding="utf-8"))
V1 = "/api/v1"
ENTRY = f"{V1}/entries/{{entry_id}}/"
READ = [
    pytest.param("/", "/", dataset.Root, id="root"),
    pytest.param("/entries/?limit=200", "/entries/", entries.EntryPage, id="entries"),
    pytest.param(
        "/entries/?limit=2&in=cy", "/entries/", entries.EntryPage, id="entries-in-welsh"
    ),
    pytest.param(
        "/entries/?ids=adr149,none,iicsa",
        "/entries/",
        entries.EntryPage,
        id="entries-by-id",
    ),
    pytest.param(
        "/entries/?view=brief&limit=200",
        "/entries/",
        entries.EntryPage,
        id="entries-in-brief",
    ),
    pytest.param(
        "/entries/adr149/?view=brief&in=cy",
        "/entries/{entry_id}/",
        entries.EntryAnswer,
        id="entry-in-brief",
    ),
    pytest.param(
        "/entries/adr149/", "/entries/{entry_id}/", entries.EntryAnswer, id="entry"
    ),
    pytest.param(
        "/entries/adr149/history/",
        "/entries/{entry_id}/history/",
        entries.History,
        id="history",
    ),
    pytest.param(
        "/lookup/?term=CSE&all_tiers=true",
        "/lookup/",
        finding.LookupAnswer,
        id="lookup",
    ),
    pytest.param(
        "/lookup/?term=strategic+assesment",
        "/lookup/",
        finding.LookupAnswer,
        id="lookup-of-a-slip",
    ),
    pytest.param(
        "/search/?q=heddlu&limit=200", "/search/", finding.SearchAnswer, id="search"
    ),
    pytest.param(
        "/search/?q=heddlu&limit=1", "/search/", finding.SearchAnswer, id="search-on"
    ),
    pytest.param(
        "/lookup/?term=CSE&view=brief",
        "/lookup/",
        finding.LookupAnswer,
        id="lookup-in-brief",
    ),
    pytest.param("/topics/", "/topics/", topics.Topics, id="topics"),
    pytest.param(
        "/topics/police-data/", "/topics/{topic_id}/", topics.Topic, id="topic"
    ),
    pytest.param("/helplines/", "/helplines/", helplines.Helplines, id="helplines"),
    pytest.param(
        "/helplines/emergency-999/?in=cy",
        "/helplines/{helpline_id}/",
        helplines.Helpline,
        id="helpline",
    ),
    pytest.param("/suggest/?q=c", "/suggest/", finding.Suggestions, id="suggest"),
    pytest.param("/letters/?lang=cy", "/letters/", dataset.Letters, id="letters"),
    pytest.param(
        "/term-pack/?include=short", "/term-pack/", term_pack.TermPack, id="pack"
    ),
    pytest.param(
        "/term-pack/?lang=cy", "/term-pack/", term_pack.TermPack, id="welsh-pack"
    ),
    pytest.param(
        f"/term-pack/{FORMAT}/cases.json",
        f"/term-pack/{FORMAT}/cases.json",
        matching.ConformanceCases,
        id="cases",
    ),
    pytest.param("/sources/?limit=200", "/sources/", sources.SourcePage, id="sources"),
    pytest.param(
        "/sources/hmicfrs-2023/",
        "/sources/{source_id}/",
        sources.SourceDetail,
        id="source",
    ),
]
SENT = [
    pytest.param(
        "/annotate/", {"text": "CSE, heddlu"}, texts.AnnotateAnswer, id="text"
    ),
    pytest.param(
        "/annotate/",
        {"html": "<p>CSE, heddlu", "in": ["cy"]},
        texts.AnnotateAnswer,
        id="html",
    ),
    pytest.param(
        "/check/",
        {"text": "The polise of HMICFRS are XQZ."},
        texts.CheckAnswer,
        id="check",
    ),
    pytest.param(
        "/check/", {"text": "", "in": ["cy"]}, texts.CheckAnswer, id="check-nothing"
    ),
    pytest.param(
        "/lookup/",
        {"queries": {"a": {"term": "CSE"}, 'b"': {"term": "heddlu", "lang": "cy"}}},
        finding.LookupAnswers,
        id="look-ups",
    ),
    pytest.param(
        "/lookup/",
        {"queries": {"a": {"term": "CSE"}, "b": {}, "c": 1}, "view": "brief"},
        finding.LookupAnswers,
        id="look-ups-one-wrong",
    ),
    pytest.param(
        "/search/",
        {"q": "heddlu", "limit": 1},
        finding.PrivateSearchAnswer,
        id="private-search",
    ),
]
REFUSED = [
    pytest.param("get", "/entries/none/", "/entries/{entry_id}/", None, 404, id="404"),
    pytest.param("get", "/lookup/", "/lookup/", None, 400, id="no-term"),
    pytest.param("get", "/entries/?in=fr&x=1", "/entries/", None, 400, id="two-things"),
    pytest.param("post", "/annotate/", "/annotate/", {"text": 1}, 400, id="no-text"),
    pytest.param(
        "post", "/check/", "/check/", {"text": "", "lang": "xx"}, 400, id="language"
    ),
]


@pytest.fixture(scope="module", autouse=True)
def _content(starter_glossary):
    """All of this is asked of the starter glossary."""


def resolved(reference):
    found = TOLD
    for name in reference.removeprefix("#/").split("/"):
        found = found[name]
    return found


def schema_of(path, method, status):
    answer = TOLD["paths"][V1 + path][method]["responses"][str(status)]
    answer = resolved(answer["$ref"]) if "$ref" in answer else answer
    kind = "application/json" if status == 200 else "application/problem+json"
    return answer["content"][kind]["schema"]


def faults(answer, path, method):
    validator = Draft202012Validator(
        {
            **schema_of(path, method, answer.status),
            "components": TOLD["components"],
        },
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
    return [error.message for error in validator.iter_errors(answer.json)]


def written_again(shape, answer):
    """Return an answer that its shape has read, as the shape writes it."""
    return to_json(shape.model_validate_json(answer.body))


@pytest.mark.parametrize(("address", "path", "shape"), READ)
def test_an_answer_is_its_shape_and_keeps_to_the_document(site, address, path, shape):
    answer = site.get(V1 + address)

    assert answer.status == 200
    assert faults(answer, path, "get") == []
    assert written_again(shape, answer) == answer.body


@pytest.mark.parametrize(("path", "body", "shape"), SENT)
def test_so_is_an_answer_to_what_is_sent(site, path, body, shape):
    answer = site.post(V1 + path, body)

    assert answer.status == 200, answer.text
    assert faults(answer, path, "post") == []
    assert written_again(shape, answer) == answer.body


@pytest.mark.parametrize(("method", "address", "path", "body", "status"), REFUSED)
def test_so_is_a_failure(site, method, address, path, body, status):
    asked = (body,) if method == "post" else ()

    answer = getattr(site, method)(V1 + address, *asked)

    assert answer.status == status
    assert faults(answer, path, method) == []
    assert orjson.loads(written_again(ProblemDetails, answer)) == answer.json


@pytest.mark.parametrize("name", TOLD["components"]["schemas"]["Entry"]["properties"])
def test_any_member_can_be_had_by_itself(site, name):
    whole = site.get(f"{V1}/entries/adr149/").json
    answer = site.get(f"{V1}/entries/adr149/?fields={name}")
    several = site.get(f"{V1}/entries/?fields={name}&limit=2")
    named = site.get(f"{V1}/lookup/?term=ADR149&fields={name}")

    assert answer.json == {"id": "adr149"} | {name: whole[name]}
    assert faults(answer, "/entries/{entry_id}/", "get") == []
    assert faults(several, "/entries/", "get") == []
    assert faults(named, "/lookup/", "get") == []
    (part,) = named.json["items"]
    assert part["entry"] == answer.json


@pytest.mark.parametrize(
    ("address", "path"),
    [(address, path) for address, path, _ in (one.values for one in READ)],
)
def test_the_headers_of_an_answer_are_those_of_the_document(site, address, path):
    said = TOLD["paths"][V1 + path]["get"]["responses"]["200"]["headers"]
    known = {name.lower() for name in TOLD["components"]["headers"]}

    answer = site.get(V1 + address)

    sent = known & set(answer.headers)
    assert sent <= {name.lower() for name in said}
    assert {name.lower() for name in said} - sent <= {"link"}


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_a_sentence_takes_under_three_hundred_bytes(site, lang):
    answer = site.get(f"{V1}/entries/?view=brief&limit=200&in={lang}")

    items = answer.json["items"]
    assert len(items) > 100
    assert len(answer.body) / len(items) < 300
    assert max(len(orjson.dumps(row | {"short": ""})) for row in items) < 180
