"""A client that openapi-python-client made can do everything, and reads every answer.

Reading means typed objects: a member that lacks, or a value that is on no list, fails.
What they write again is the answer, member for member.
"""

import json
import sys

import pytest

from glossary.api.openapi.examples import UNSAID
from tests.contracts.generated import NAME, Client, generate, models
from tests.contracts.questions import CLOSER, EXEMPLARY, FAILING, PARTS
from tests.contracts.test_openapi import OPERATIONS

pytestmark = pytest.mark.django_db


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


def call(client, question):
    (tag,) = OPERATIONS[question.operation][2]["tags"]
    return client.call(tag, question.operation, **question.values)


def test_it_has_every_operation_and_every_shape():
    assert {question.operation for question in EXEMPLARY} == set(OPERATIONS)
    assert {"Entry", "EntryPart", "SearchHit", "AnnotateHtml"} <= set(models().__all__)


@pytest.mark.parametrize(
    "question",
    [one for one in EXEMPLARY if one.operation not in UNSAID] + [*PARTS, *CLOSER],
    ids=str,
)
def test_it_reads_every_answer(client, question):
    answer = call(client, question)

    assert answer.status_code == 200, answer.content
    assert written(answer.parsed) == json_of(answer)


@pytest.mark.parametrize(
    "question", [one for one in EXEMPLARY if one.operation in UNSAID], ids=str
)
def test_it_gets_the_document_and_the_module_too(client, question):
    answer = call(client, question)

    assert answer.status_code == 200


@pytest.mark.parametrize("question", FAILING, ids=str)
def test_it_reads_what_went_wrong(client, question):
    answer = call(client, question)

    assert answer.status_code == question.status
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
