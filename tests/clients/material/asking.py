"""Asks questions through the client that openapi-generator made, and prints what came.

Without arguments it prints which operations the client has. It runs in the environment
of the generator, beside the client.
"""

from __future__ import annotations

import importlib
import inspect
import json
import sys
import typing
from pathlib import Path
from typing import Any

ENDING = "_with_http_info"
RESERVED = {"call_schema": "schema", "in": "var_in"}


def calls(address: str) -> dict[str, Any]:
    """Return what the client can call, by the name of the operation."""
    made = importlib.import_module("generated")
    client = made.ApiClient(made.Configuration(host=address))
    apis = [kind(client) for name, kind in vars(made).items() if name.endswith("Api")]
    return {
        RESERVED.get(name.removesuffix(ENDING), name.removesuffix(ENDING)): call
        for api in apis
        for name, call in inspect.getmembers(api)
        if name.endswith(ENDING)
    }


def ask(call: Any, values: dict[str, Any], body: Any) -> dict[str, Any]:
    """Return what comes, and what the objects that read it write again."""
    given = {RESERVED.get(name, name): value for name, value in values.items()}
    if body is not None:
        given |= typed(call, body)
    try:
        came = call(**given)
    except importlib.import_module("generated").ApiException as refusal:
        return told(refusal.status, refusal.body, refusal.data)
    return told(came.status_code, came.raw_data, came.data)


def typed(call: Any, body: Any) -> dict[str, Any]:
    """Return the body as the object that the call takes."""
    (name,) = (
        one for one in inspect.signature(call).parameters if one.endswith("_request")
    )
    hints = typing.get_type_hints(call)
    return {name: hints[name].from_dict(body)}


def told(status: int, body: Any, read: Any) -> dict[str, Any]:
    """Return an answer as it came and as it was read."""
    if isinstance(read, (str, dict)):
        return {"status": status, "answer": read, "known": read}
    return {
        "status": status,
        "answer": json.loads(body),
        "known": as_written(json.loads(read.to_json())),
    }


def as_written(value: Any) -> Any:
    """Return values with times as the site writes them, which say the same."""
    if isinstance(value, dict):
        return {name: as_written(one) for name, one in value.items()}
    if isinstance(value, list):
        return [as_written(one) for one in value]
    return value.replace("+00:00", "Z") if isinstance(value, str) else value


def lose(call: Any) -> dict[str, Any]:
    """Return what the client makes of an answer that lacks its first member."""
    answer = call()
    _, *kept = json.loads(answer.raw_data).items()
    return told(200, answer.raw_data, type(answer.data).from_dict(dict(kept)))


def come(work: Any, *values: Any) -> dict[str, Any]:
    """Return what comes, or what the client has against it."""
    try:
        came: dict[str, Any] = work(*values)
    except ValueError as problem:
        return {"problem": str(problem)}
    return came


def main(address: str, questions: str) -> dict[str, Any]:
    """Ask everything."""
    asked, client = json.loads(Path(questions).read_text("utf-8")), calls(address)
    came = {
        name: come(ask, client[one["operation"]], one["values"], one["body"])
        for name, one in asked["questions"].items()
    }
    return {**came, asked["lost"]: come(lose, client["root"])}


if __name__ == "__main__":
    json.dump(main(*sys.argv[1:]) if sys.argv[1:] else [*calls("")], sys.stdout)
