"""The client of @hey-api/openapi-ts: TypeScript, with shapes of zod that judge.

What is asked stands in a program word for word, so that compiling it strictly holds
every value against the types of the client.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from tests.clients.came import LOST, given
from tests.clients.workshop import done

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.clients.workshop import Workshop
    from tests.contracts.questions import Question

_FUNCTION = re.compile(r"^export const (\w+) =", re.MULTILINE)


def make(workshop: Workshop) -> None:
    """Generate the client."""
    done(workshop.tool("openapi-ts", "--no-log-file"))


def operations(workshop: Workshop) -> list[str]:
    """Return the operations that the client has, as the document names them."""
    names = _FUNCTION.findall(workshop.read("hey/sdk.gen.ts"))
    return [re.sub("([A-Z])", r"_\1", name).lower() for name in names]


def ask(
    workshop: Workshop, address: str, questions: Iterable[Question]
) -> dict[str, Any]:
    """Compile the client, let it ask everything, and return what came."""
    workshop.write("questions.ts", _program(address, questions))
    done(workshop.tool("tsc"))
    came: dict[str, Any] = json.loads(done(workshop.node("made/questions.js")))
    return came


def _program(address: str, questions: Iterable[Question]) -> str:
    lines = [
        'import { ask, losing, tell } from "./asking.js";',
        'import { client } from "./hey/client.gen.js";',
        'import * as sdk from "./hey/sdk.gen.js";',
        'import * as shapes from "./hey/zod.gen.js";',
        f"client.setConfig({{ baseUrl: {json.dumps(address)} }});",
        *(_call(question) for question in questions),
        f"await ask({json.dumps(LOST)}, () => sdk.root({{ fetch: losing }}));",
        "tell();",
    ]
    return "\n".join(lines)


def _call(question: Question) -> str:
    first, *others = question.operation.split("_")
    name = first + "".join(word.capitalize() for word in others)
    shape = f"shapes.z{name[0].upper()}{name[1:]}Response"
    values = given(
        path=question.given.path, query=question.given.query, body=question.given.body
    )
    call = f"sdk.{name}({json.dumps(values)})"
    return f"await ask({json.dumps(str(question))}, () => {call}, {shape});"
