"""The examples of the OpenAPI document are what the starter glossary answers."""

import json

import pytest
from jsonschema import Draft202012Validator

from glossary.api.openapi import DOCUMENT
from glossary.api.openapi.examples import EXAMPLES, UNSAID, answers
from tests.contracts.examples import BASE, Asked, kept, operations

pytestmark = pytest.mark.django_db

TOLD = json.loads(DOCUMENT.read_text(encoding="utf-8"))
WITH_BODY = [name for name, one in EXAMPLES.items() if one.body is not None]


@pytest.fixture(scope="module", autouse=True)
def _content(starter_glossary):
    """All of this is asked of the starter glossary."""


def ask(site, asked):
    body = b"" if asked.body is None else json.dumps(asked.body).encode()
    kind = {"content_type": "application/json"} if body else {}
    return site.ask(asked.method, asked.address, body=body, **kind)


def faults(schema, value):
    validator = Draft202012Validator(
        {**schema, "components": TOLD["components"]},
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
    return [error.message for error in validator.iter_errors(value)]


def operation(name):
    method, path = operations()[name]
    return TOLD["paths"][path][method.lower()]


@pytest.mark.parametrize("name", [name for name in EXAMPLES if name not in UNSAID])
def test_what_an_example_asks_is_answered_as_it_says(site, name):
    answer = ask(site, Asked.of(name))

    assert answer.status == 200
    said = kept(json.loads(answer.text.replace("http://testserver", BASE)))
    assert said == answers()[name], "make openapi writes it again"
    content = operation(name)["responses"]["200"]["content"]["application/json"]
    assert content["example"] == said


@pytest.mark.parametrize("name", [name for name in EXAMPLES if name not in UNSAID])
def test_an_example_keeps_to_the_shape_of_its_answer(name):
    content = operation(name)["responses"]["200"]["content"]["application/json"]

    assert faults(content["schema"], content["example"]) == []


@pytest.mark.parametrize("name", WITH_BODY)
def test_what_an_example_asks_keeps_to_the_shape_of_its_request(name):
    content = operation(name)["requestBody"]["content"]["application/json"]

    assert faults(content["schema"], content["example"]) == []


@pytest.mark.parametrize(
    ("name", "place", "parameter", "value"),
    [
        (name, place, parameter, value)
        for name, one in EXAMPLES.items()
        for place, values in (("path", one.path), ("query", one.query))
        for parameter, value in values.items()
    ],
)
def test_a_parameter_of_an_example_is_allowed(name, place, parameter, value):
    (found,) = (
        one
        for one in operation(name)["parameters"]
        if (one.get("in"), one.get("name")) == (place, parameter)
    )

    assert faults(found["schema"], value) == []
    assert found["example"] == value


@pytest.mark.parametrize("name", ["annotate", "check"])
def test_the_text_of_an_example_can_be_sent_as_it_is(site, name):
    text = EXAMPLES[name].body["text"]
    content = operation(name)["requestBody"]["content"]["text/plain"]

    answer = site.post(
        operations()[name][1], content["example"].encode(), content_type="text/plain"
    )

    assert content["example"] == text
    assert answer.json["items"] == ask(site, Asked.of(name)).json["items"]
