"""What linters of other people have to say about the OpenAPI document: nothing."""

from __future__ import annotations

import json

import pytest

LINTERS = {
    "spectral": ["lint", "--ruleset=.spectral.yaml", "--fail-severity=hint"],
    "redocly": ["lint", "--config=redocly.yaml", "--max-problems=1000"],
}
each_linter = pytest.mark.parametrize("linter", LINTERS)


def lint(workshop, linter):
    """Return the rules that are broken, those that only warn and hint among them."""
    told = workshop.tool(linter, *LINTERS[linter], "--format=json", "openapi.json")
    found, _ = json.JSONDecoder().raw_decode(told.stdout)
    if linter == "redocly":
        return [problem["ruleId"] for problem in found["problems"]]
    return [problem["code"] for problem in found]


@each_linter
def test_a_linter_finds_nothing(workshop, linter):
    assert lint(workshop, linter) == []


@pytest.mark.parametrize(
    ("linter", "rule"),
    [("spectral", "operation-tags"), ("redocly", "operation-summary")],
)
def test_a_linter_finds_what_lacks(workshop, linter, rule):
    document = json.loads(workshop.read("openapi.json"))
    operation = document["paths"]["/api/v1/search/"]["get"]
    del operation["tags"], operation["summary"]
    workshop.write("openapi.json", json.dumps(document))

    assert rule in lint(workshop, linter)


@pytest.mark.parametrize(
    ("linter", "settings", "rule"),
    [
        ("spectral", ".spectral.yaml", "path-keys-no-trailing-slash"),
        ("redocly", "redocly.yaml", "no-path-trailing-slash"),
    ],
)
def test_a_linter_is_told_to_leave_the_closing_slash_alone(
    workshop, linter, settings, rule
):
    told = workshop.read(settings)
    workshop.write(settings, told.replace(": off", ": warn"))

    assert set(lint(workshop, linter)) == {rule}
    assert told.count(": off") == 1
