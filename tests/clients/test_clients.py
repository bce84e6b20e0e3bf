"""Clients that others generate can do everything, and judge every answer.

They ask the real server. What is asked is compiled strictly, where there is a compiler.
"""

from __future__ import annotations

import pytest

from tests.clients import hey_api, openapi_generator, openapi_typescript
from tests.clients.came import LOST
from tests.clients.workshop import Workshop
from tests.contracts.questions import EXEMPLARY, QUESTIONS
from tests.contracts.test_openapi import OPERATIONS

CLIENTS = {
    "hey-api": hey_api,
    "openapi-generator": openapi_generator,
    "openapi-typescript": openapi_typescript,
}
MALFORMED = [question for question in QUESTIONS if question.malformed]
FORMED = [question for question in QUESTIONS if not question.malformed]


@pytest.fixture(scope="module", params=CLIENTS)
def client(request):
    return CLIENTS[request.param]


@pytest.fixture(scope="module")
def made(client, tmp_path_factory):
    """A workshop in which the client was generated."""
    workshop = Workshop(tmp_path_factory.mktemp("client"))
    client.make(workshop)
    return workshop


@pytest.fixture(scope="module")
def came(client, made, starter):
    """What came when the client had asked everything."""
    return client.ask(made, starter, QUESTIONS)


def test_every_operation_is_asked():
    assert {question.operation for question in EXEMPLARY} == set(OPERATIONS)


def test_a_client_has_every_operation(client, made):
    assert sorted(client.operations(made)) == sorted(OPERATIONS)


@pytest.mark.parametrize("question", FORMED, ids=str)
def test_a_client_has_nothing_against_an_answer(came, question):
    answer = came[str(question)]

    assert answer.get("problem") is None
    assert answer["status"] == question.status
    assert answer["known"] == answer["answer"]


@pytest.mark.parametrize("client", ["hey-api"], indirect=True)
@pytest.mark.parametrize("question", MALFORMED, ids=str)
def test_a_client_with_validators_sends_nothing_that_is_forbidden(came, question):
    assert "Invalid string" in came[str(question)]["problem"]


@pytest.mark.parametrize("client", ["openapi-typescript"], indirect=True)
@pytest.mark.parametrize("question", MALFORMED, ids=str)
def test_a_client_with_types_alone_is_answered_all_the_same(came, question):
    assert came[str(question)].get("problem") is None
    assert came[str(question)]["status"] == question.status


def test_a_client_has_something_against_an_answer_that_lacks_a_member(came):
    assert came[LOST]["problem"]
