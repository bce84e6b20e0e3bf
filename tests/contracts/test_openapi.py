"""The OpenAPI document is a file: a change to the API is a visible difference.

What is asked of it here is what linters of such documents ask (Spectral's `oas` and
Redocly's recommended rules), and more. Addresses end with a slash: that alone they
would have otherwise.
"""

import json
import re
from collections import Counter

import pytest
from drf_spectacular.generators import SchemaGenerator
from openapi_spec_validator import validate

from glossary.api.openapi import DOCUMENT
from glossary.api.openapi.examples import EXAMPLES
from glossary.api.openapi.shapes import MORE
from glossary.api.openapi.tags import TAGS
from glossary.serving.sizes import size_for

TOLD = json.loads(DOCUMENT.read_text(encoding="utf-8"))
OPERATIONS = {
    operation["operationId"]: (path, method, operation)
    for path, methods in TOLD["paths"].items()
    for method, operation in methods.items()
}
SHAPES = TOLD["components"]["schemas"]
REQUESTS = {"AnnotateText", "AnnotateHtml", "CheckRequest", "LookupRequest"} | {
    "LookupItem",
    "SearchRequest",
    "SuggestRequest",
}
each_operation = pytest.mark.parametrize("name", OPERATIONS)
each_shape = pytest.mark.parametrize("name", SHAPES)


def inside(value, path=()):
    """Yield every object in a document, with the names that lead to it."""
    if isinstance(value, dict):
        yield path, value
        for name, inner in value.items():
            if name not in {"example", "examples"}:
                yield from inside(inner, (*path, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from inside(inner, (*path, number))


def resolved(reference):
    found = TOLD
    for name in reference.removeprefix("#/").split("/"):
        found = found[name.replace("~1", "/").replace("~0", "~")]
    return found


def parameters(operation):
    return [
        resolved(one["$ref"]) if "$ref" in one else one
        for one in operation["parameters"]
    ]


def test_the_file_is_what_the_views_say():
    generated = SchemaGenerator().get_schema(request=None, public=True)

    assert json.loads(json.dumps(generated)) == TOLD, "make openapi writes it again"


def test_the_file_is_valid_openapi():
    validate(TOLD)


def test_it_says_who_gives_it_and_on_what_terms():
    assert TOLD["openapi"].startswith("3.1")
    assert all(
        TOLD["info"][name] for name in ("title", "version", "description", "contact")
    )
    assert TOLD["info"]["license"]["url"].startswith("https://")
    assert all(server["description"] for server in TOLD["servers"])


def test_every_tag_is_described_and_used():
    assert {one["name"]: one["description"] for one in TOLD["tags"]} == TAGS
    used = {tag for _, _, operation in OPERATIONS.values() for tag in operation["tags"]}
    assert used == set(TAGS)


def test_every_operation_has_an_example():
    assert set(EXAMPLES) == set(OPERATIONS)


@each_operation
def test_an_operation_says_what_it_is_for(name):
    operation = OPERATIONS[name][2]

    assert operation["summary"]
    assert not operation["summary"].endswith(".")
    assert operation["description"].endswith(".")
    assert len(operation["tags"]) == 1


@each_operation
def test_no_operation_needs_a_key(name):
    assert OPERATIONS[name][2]["security"] == [{}, {"key": []}]


@each_operation
def test_every_parameter_is_described_and_has_no_default(name):
    path, _, operation = OPERATIONS[name]
    found = parameters(operation)

    names = Counter((one["name"], one["in"]) for one in found)
    assert set(names.values()) == {1}
    for one in found:
        assert one["description"].endswith(".")
        assert "default" not in one["schema"]
    in_path = {one["name"] for one in found if one["in"] == "path"}
    assert in_path == set(re.findall(r"{(\w+)}", path))


@each_operation
def test_an_operation_says_how_its_answers_come(name):
    _, method, operation = OPERATIONS[name]
    answers = operation["responses"]

    every = {"200", "308", "400", "401", "405", "406", "414", "429", "431", "500"}
    more = {"304", "412"} if method == "get" else {"408", "413", "415"}
    assert every | more | {"503"} <= set(answers)
    for status, one in answers.items():
        answer = resolved(one["$ref"]) if "$ref" in one else one
        assert answer["description"].strip()
        assert answer["headers"]
        for kind in answer.get("content", {}).values():
            assert kind["schema"]
        assert ("content" in answer) is (status not in {"304", "308", "412"})


@pytest.mark.parametrize(
    ("status", "header"),
    [
        ("304", "ETag"),
        ("308", "Location"),
        ("401", "WWW-Authenticate"),
        ("405", "Allow"),
        ("429", "Retry-After"),
        ("429", "RateLimit"),
        ("503", "Retry-After"),
    ],
)
def test_a_failure_says_which_headers_come_with_it(status, header):
    answer = OPERATIONS["entries_list"][2]["responses"][status]

    assert header in resolved(answer["$ref"])["headers"]


@pytest.mark.parametrize(
    "name", [name for name, (_, method, _) in OPERATIONS.items() if method == "post"]
)
def test_a_body_is_required_and_knows_its_names(name):
    body = OPERATIONS[name][2]["requestBody"]

    assert body["required"] is True
    assert "example" in body["content"]["application/json"]
    shape = resolved(body["content"]["application/json"]["schema"]["$ref"])
    for one in shape.get("oneOf", [shape]):
        found = resolved(one["$ref"]) if "$ref" in one else one
        assert found["additionalProperties"] is False
        assert found["required"]


@pytest.mark.parametrize(
    "path", [path for path, method, _ in OPERATIONS.values() if method == "post"]
)
def test_the_server_lets_a_body_through(path):
    """Without this a request is refused before Django, as no test without one sees."""
    assert size_for(path, None).most >= 64 * 1024


def has_limits(schema):
    """Tell whether a description says how much there can be of what it describes."""
    names = set(schema)
    if schema.get("type") == "string":
        return bool({"enum", "maxLength", "pattern", "format"} & names)
    if schema.get("type") == "integer":
        return {"minimum", "maximum"} <= names
    if isinstance(schema.get("additionalProperties"), dict):
        return {"minProperties", "maxProperties"} <= names
    return True


@pytest.mark.parametrize("name", sorted(REQUESTS))
def test_a_request_says_its_limits(name):
    kinds = list(inside(SHAPES[name]["properties"]))

    assert len(kinds) > 2
    assert [place for place, schema in kinds if not has_limits(schema)] == []


@each_shape
def test_a_shape_and_each_of_its_members_is_described(name):
    shape = SHAPES[name]

    assert shape["description"].strip()
    for member, schema in shape.get("properties", {}).items():
        assert schema.get("description", "").strip(), member


@each_shape
def test_a_shape_has_no_default_and_no_title(name):
    schemas = [
        schema
        for place, schema in inside(SHAPES[name])
        if not place or place[-1] != "properties"
    ]

    assert schemas
    assert [one for one in schemas if {"default", "title"} & set(one)] == []


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, shape in SHAPES.items()
        if name not in REQUESTS and shape.get("type") == "object"
    ],
)
def test_every_member_of_an_answer_is_always_there_if_nothing_else_is_said(name):
    shape = SHAPES[name]
    can_lack = {
        "AbsentEntry": {"tombstone"},
        "AnnotateAnswer": {"text", "html"},
        "EntryPage": {"resolved", "problems"},
        "FieldProblem": {"parameter", "pointer"},
        "Pattern": {"before", "after", "phrases", "field"},
        "TermPack": {"briefs"},
        "EntryPart": set(shape.get("properties", ())) - {"id"},
    }.get(name, set())

    assert set(shape["properties"]) - set(shape.get("required", ())) == can_lack


def test_closed_lists_say_that_new_values_may_come():
    found = [
        (place, schema)
        for place, schema in inside(TOLD)
        if isinstance(schema.get("enum"), list)
    ]
    lists = {place: schema.get("description", "") for place, schema in found}

    assert len(lists) > 30
    for place, said in lists.items():
        assert MORE in (said or _said_of_parameter(place)), place


def _said_of_parameter(place):
    _, path, method, _, number, _ = place
    return TOLD["paths"][path][method]["parameters"][number]["description"]


def test_every_reference_leads_somewhere_and_nothing_is_unused():
    said = {
        schema["$ref"]
        for _, schema in inside(TOLD)
        if isinstance(schema.get("$ref"), str)
    }
    said |= {
        reference
        for _, schema in inside(TOLD)
        for reference in schema.get("discriminator", {}).get("mapping", {}).values()
    }
    for reference in said:
        assert resolved(reference)
    parts = {
        f"#/components/{kind}/{name}"
        for kind, parts in TOLD["components"].items()
        for name in parts
        if kind != "securitySchemes"
    }
    assert parts - said == set()


def test_every_array_says_what_is_in_it():
    arrays = [one for _, one in inside(TOLD) if one.get("type") == "array"]

    assert len(arrays) > 20
    assert all("items" in one for one in arrays)


def test_every_object_says_which_members_it_has_or_that_it_may_have_any():
    objects = [one for _, one in inside(TOLD) if one.get("type") == "object"]

    assert len(objects) > 20
    assert [
        one for one in objects if not {"properties", "additionalProperties"} & set(one)
    ] == []


SNAKE, CAMEL = re.compile(r"[a-z]+(_[a-z]+)*"), re.compile(r"([A-Z][a-z]+)+")
MEMBERS = {name for one in SHAPES.values() for name in one.get("properties", ())}


@pytest.mark.parametrize(
    ("names", "kind"),
    [(set(OPERATIONS), SNAKE), (MEMBERS, SNAKE), (set(SHAPES), CAMEL)],
)
def test_names_are_of_one_kind(names, kind):
    assert len(names) > 10
    assert {name for name in names if not kind.fullmatch(name)} == set()
