"""Answers requests of which nothing is held, and says what each took, as JSON.

``python -m benchmarks.miss`` reads a list of requests from each line of the standard
input, ``[path, body or null]`` each, and prints the CPU time of each in milliseconds.
"""

from __future__ import annotations

import io
import json
import sys
import time
from typing import TYPE_CHECKING, Any

from benchmarks.asking import ask, environment_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def requests(
    asked: list[tuple[str, str | None]], first: int
) -> Iterator[dict[str, Any]]:
    """Yield the requests, each from another reader."""
    for reader, (path, body) in enumerate(asked, first):
        environ = environment_of(path, reader % 60_000)
        if body is not None:
            kind = "json" if body[:1] == "{" else "x-www-form-urlencoded"
            sent = body.encode()
            environ |= {
                "REQUEST_METHOD": "POST",
                "CONTENT_TYPE": f"application/{kind}",
                "CONTENT_LENGTH": str(len(sent)),
                "wsgi.input": io.BytesIO(sent),
            }
        yield environ


def main() -> None:
    """Answer until there is no more."""
    from explainer.wsgi import application, django_application

    unheld, reader = type(application)(django_application, limit=0), 0
    for line in sys.stdin:
        asked, times = json.loads(line), []
        for environ in requests(asked, reader):
            begun = time.process_time()
            ask(unheld, environ)
            times.append((time.process_time() - begun) * 1000)
        reader += len(asked)
        print(json.dumps(times), flush=True)


if __name__ == "__main__":
    main()
