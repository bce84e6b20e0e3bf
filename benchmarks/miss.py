"""Answers requests of which nothing is held, and says what each took, as JSON.

``python -m benchmarks.miss`` reads a list of requests from each line of the standard
input, a path with the body that is sent there or null, and prints the CPU time of each
in milliseconds.
"""

from __future__ import annotations

import io
import json
import sys
import time
from typing import TYPE_CHECKING, Any

from benchmarks.asking import ask, environment_of

if TYPE_CHECKING:
    from benchmarks.miss_cells import Asked


def request(path: str, body: str | None, reader: int) -> dict[str, Any]:
    """Return what a server hands on when ``reader`` asks for a path, or sends there."""
    environ = environment_of(path, reader)
    if body is None:
        return environ
    kind = "json" if body[:1] == "{" else "x-www-form-urlencoded"
    return environ | {
        "REQUEST_METHOD": "POST",
        "CONTENT_TYPE": f"application/{kind}",
        "CONTENT_LENGTH": str(len(body.encode())),
        "wsgi.input": io.BytesIO(body.encode()),
    }


def main() -> None:
    """Answer until there is no more."""
    from explainer.wsgi import django_application
    from glossary.answers import HeldAnswers

    application, reader = HeldAnswers(django_application, limit=0), 0

    def time_of(asked: Asked) -> float:
        nonlocal reader
        reader = (reader + 1) % 60_000
        environ = request(*asked, reader)
        begun = time.process_time()
        ask(application, environ)
        return (time.process_time() - begun) * 1000

    for line in sys.stdin:
        print(json.dumps([*map(time_of, json.loads(line))]), flush=True)


if __name__ == "__main__":
    main()
