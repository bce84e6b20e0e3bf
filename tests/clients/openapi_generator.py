"""The client of openapi-generator in Python, with models of pydantic."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.clients.came import LOST
from tests.clients.workshop import done

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.clients.workshop import Workshop
    from tests.contracts.questions import Question

_LEFT_OUT = "apiTests=false,modelTests=false,apiDocs=false,modelDocs=false"


def make(workshop: Workshop) -> None:
    """Generate the client."""
    options = ["--package-name=generated", f"--global-property={_LEFT_OUT}"]
    places = ["--input-spec=openapi.json", "--output=."]
    command = ["generate", "--generator-name=python", *options, *places]
    done(workshop.run("openapi-generator-cli", *command))


def operations(workshop: Workshop) -> list[str]:
    """Return the operations that the client has."""
    names: list[str] = json.loads(done(workshop.run("python", "asking.py")))
    return names


def ask(
    workshop: Workshop, address: str, questions: Iterable[Question]
) -> dict[str, Any]:
    """Let the client ask everything, and return what came."""
    told = {
        str(question): {
            "operation": question.operation,
            "values": {**question.given.path, **question.given.query},
            "body": question.given.body,
        }
        for question in questions
    }
    workshop.write("questions.json", json.dumps({"lost": LOST, "questions": told}))
    said = done(workshop.run("python", "asking.py", address, "questions.json"))
    came: dict[str, Any] = json.loads(said)
    return came
