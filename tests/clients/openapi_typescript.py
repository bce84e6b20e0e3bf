"""The types of openapi-typescript, with openapi-fetch, which asks by them.

Types are gone when a program runs. So every answer that came is written down as a value
of its type, which the compiler holds it against, member for member.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from tests.clients.came import LOST, given
from tests.clients.workshop import done
from tests.contracts.test_openapi import OPERATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tests.clients.workshop import Workshop
    from tests.contracts.questions import Question

_ERROR = re.compile(r"^answers\.ts\((\d+),\d+\): (.*)", re.MULTILINE)
_OPERATION = re.compile(r': operations\["(\w+)"\];$', re.MULTILINE)


def make(workshop: Workshop) -> None:
    """Generate the types."""
    done(workshop.tool("openapi-typescript", "openapi.json", "--output=schema.ts"))


def operations(workshop: Workshop) -> list[str]:
    """Return the operations that the types tell of."""
    return _OPERATION.findall(workshop.read("schema.ts"))


def ask(
    workshop: Workshop, address: str, questions: Iterable[Question]
) -> dict[str, Any]:
    """Compile the questions, ask them all, and return what came, judged."""
    asked = list(questions)
    workshop.write("questions.ts", _program(address, asked))
    done(workshop.tool("tsc"))
    came = json.loads(done(workshop.node("made/questions.js")))
    _judge(workshop, asked, came)
    return came


def _program(address: str, questions: Iterable[Question]) -> str:
    lines = [
        'import createClient from "openapi-fetch";',
        'import { ask, tell } from "./asking.js";',
        'import type { paths } from "./schema.js";',
        f"const api = createClient<paths>({{ baseUrl: {json.dumps(address)} }});",
        *(_call(question) for question in questions),
        "tell();",
    ]
    return "\n".join(lines)


def _call(question: Question) -> str:
    path, method, _ = OPERATIONS[question.operation]
    params = given(path=question.given.path, query=question.given.query)
    values = given(params=params, body=question.given.body)
    if path.endswith(".js"):
        values["parseAs"] = "text"
    call = f"api.{method.upper()}({json.dumps(path)}, {json.dumps(values)})"
    return f"await ask({json.dumps(str(question))}, () => {call});"


def _judge(workshop: Workshop, questions: list[Question], came: dict[str, Any]) -> None:
    """Add what the compiler has against each answer, and against one that lacks much."""
    first, *_ = questions
    whole = came[str(first)]
    came[LOST] = whole | {"answer": dict([*whole["answer"].items()][1:])}
    names = {str(one): one.operation for one in questions} | {LOST: first.operation}
    judged = [name for name in names if "answer" in came[name]]
    lines = [_value(names[name], came[name]) for name in judged]
    workshop.write("answers.ts", "\n".join([_IMPORT, *lines]))
    said = workshop.tool("tsc", "--noEmit").stdout
    for line, problem in _ERROR.findall(said):
        came[judged[int(line) - 2]]["problem"] = problem


_IMPORT = 'import type { operations } from "./schema.js";'


def _value(operation: str, came: Mapping[str, Any]) -> str:
    """Return a line that says of an answer that it is of its type."""
    place = [operation, "responses", came["status"], "content", came["type"]]
    kind = "operations" + "".join(f"[{json.dumps(name)}]" for name in place)
    return f"({json.dumps(came['answer'])}) satisfies {kind};"
