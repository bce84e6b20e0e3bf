"""A client that openapi-python-client made can do everything, and reads every answer.

Reading means typed objects: a member that lacks, or a value that is on no list, fails.
What they write again is the answer, member for member.
"""

import json
import sys

import pytest

from glossary.api.openapi.examples import EXAMPLES, UNSAID
from tests.contracts.generated import NAME, Client, generate, models
from tests.contracts.test_openapi import OPERATIONS

pytestmark = pytest.mark.django_db
READ = [name for name in OPERATIONS if OPERATIONS[name][1] == "get"]
FIELDS = "sequence id url kind topics in_use languages citations related".split()


@pytest.fixture(scope="module", autouse=True)
def _made(starter_glossary, tmp_path_factory):
    """The client, and all of the starter glossary to ask about."""
    made = generate(tmp_path_factory.mktemp("client"))
    sys.path.insert(0, str(made.parent))
    yield
    sys.path.remove(str(made.parent))
    for name in [name for name in sys.modules if name.startswith(NAME)]:
        del sys.modules[name]


@pytest.fixture
def client(site):
    return Client(site)


def call(client, name, **values):
    (tag,) = OPERATIONS[name][2]["tags"]
    return client.call(tag, name, **values)


def asked(name):
    example = EXAMPLES[name]
    body = {} if example.body is None else {"body": example.body}
    return {**example.path, **example.query, **body}


def test_it_has_every_operation_and_every_shape():
    assert set(EXAMPLES) == set(OPERATIONS)
    assert {"Entry", "EntryPart", "SearchHit", "AnnotateHtml"} <= set(models().__all__)


@pytest.mark.parametrize("name", [name for name in OPERATIONS if name not in UNSAID])
def test_it_can_call_the_operation_and_reads_the_answer(client, name):
    answer = call(client, name, **asked(name))

    assert answer.status_code == 200, answer.content
    assert written(answer.parsed) == json_of(answer)


def test_it_gets_the_document_too(client):
    answer = call(client, "schema")

    assert answer.status_code == 200


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize(
    ("operation", "values"),
    [
        ("entries_list", {"limit": 2}),
        ("entries_retrieve", {"entry_id": "adr149"}),
        ("lookup", {"term": "ADR149"}),
    ],
)
def test_it_reads_a_part_of_an_entry(client, operation, values, name):
    answer = call(client, operation, **values, fields=[name, "as_at"])

    assert written(answer.parsed) == json_of(answer)


@pytest.mark.parametrize(
    ("operation", "values"),
    [
        ("entries_list", {"limit": 200}),
        (
            "entries_list",
            {"limit": 5, "in": ["cy", "en"], "lang": "cy", "letter": "ch"},
        ),
        ("entries_list", {"ids": ["adr149", "none", "dangosydd"], "fields": ["url"]}),
        ("entries_list", {"view": "brief", "limit": 200}),
        ("entries_retrieve", {"entry_id": "adr149", "view": "brief", "in": ["cy"]}),
        ("lookup", {"term": "CSE", "view": "brief"}),
        (
            "lookup_many",
            {"body": {"queries": {"a": {"term": "CSE"}, "b": {"term": " "}}}},
        ),
        ("helplines_list", {"audience": "children", "area": "wales"}),
        ("search", {"q": "heddlu", "limit": 200}),
        ("suggest", {"q": "c", "lang": "en"}),
        ("lookup", {"term": "CSE", "all_tiers": True}),
        ("term_pack", {"include": "short"}),
        ("sources_list", {"limit": 200}),
        ("annotate", {"body": {"html": "<p>CSE and heddlu", "in": ["cy"]}}),
        (
            "annotate",
            {"body": {"text": "CSE", "offsets": "utf-16", "occurrences": "first"}},
        ),
        ("check", {"body": {"text": "The XQZ.", "lang": "en"}}),
    ],
)
def test_it_reads_long_answers_and_those_to_closer_questions(client, operation, values):
    answer = call(client, operation, **values)

    assert answer.status_code == 200, answer.content
    assert written(answer.parsed) == json_of(answer)


@pytest.mark.parametrize(
    ("operation", "values", "status"),
    [
        ("entries_retrieve", {"entry_id": "none"}, 404),
        ("topics_retrieve", {"topic_id": "none"}, 404),
        ("helplines_retrieve", {"helpline_id": "none"}, 404),
        ("entries_list", {"topic": "none"}, 400),
        ("search", {"q": " "}, 400),
        ("annotate", {"body": {"text": "x", "exclude": ["A"]}}, 400),
    ],
)
def test_it_reads_what_went_wrong(client, operation, values, status):
    answer = call(client, operation, **values)

    assert answer.status_code == status
    assert isinstance(answer.parsed, models().ProblemDetails)
    assert written(answer.parsed) == json_of(answer)


def written(parsed):
    """Return what a typed object says, with times as they were written."""
    return _plain(parsed.to_dict())


def _plain(value):
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if isinstance(value, str):
        return value.replace("+00:00", "Z")
    return value


def json_of(answer):
    return json.loads(answer.content)
