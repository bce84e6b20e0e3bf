"""The examples of the OpenAPI document: how each is asked, and what is kept of it.

``python -m tests.contracts.examples`` asks the starter glossary and writes down what
it answers; ``make openapi`` does that before it writes the document.
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from glossary.api.openapi import DOCUMENT
from glossary.api.openapi.examples import ANSWERS, EXAMPLES, UNSAID, Example

BASE = "https://glossary.example"
"""The address that stands for that of every site (RFC 2606)."""
CHANGING = {
    "published_at": "2026-11-28T12:00:00Z",
    "overdue_count": 0,
    "sequence": 118,
    "integrity": "sha256-MB/V+rUlKeWCbv/niqJCMu3aaAlPtChmQIyyBjcC8gk=",
}
"""What is another each time the glossary is loaded, the module changed, or the day."""
LONGEST = 3
_A_MAP = 25  # members; no shape has so many


@dataclass(frozen=True)
class Asked:
    """A request: its method, its address, and its body, which is JSON."""

    method: str
    address: str
    body: Any

    @classmethod
    def of(cls, name: str) -> Asked:
        """Return the request of the example of this operation."""
        method, path = operations()[name]
        return cls(method, address(path, EXAMPLES[name]), EXAMPLES[name].body)


def operations() -> dict[str, tuple[str, str]]:
    """Return the method and the path of each operation of the document."""
    document = json.loads(DOCUMENT.read_text(encoding="utf-8"))
    return {
        operation["operationId"]: (method.upper(), path)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    }


def address(path: str, example: Example) -> str:
    """Return the address that is asked; lists have commas."""
    query = {
        name: ",".join(value) if isinstance(value, list) else value
        for name, value in example.query.items()
    }
    return path.format_map(example.path) + ("?" + urlencode(query) if query else "")


def kept(answer: Any) -> Any:
    """Return what an example keeps of an answer: of long lists and maps, the first."""
    if isinstance(answer, list):
        return [kept(one) for one in answer[:LONGEST]]
    if isinstance(answer, dict):
        names = list(answer)[: LONGEST if len(answer) > _A_MAP else None]
        return {
            name: CHANGING[name] if name in CHANGING else kept(answer[name])
            for name in names
        }
    return answer


def main() -> None:
    """Ask for every example and write the answers down."""
    from tests.browser.server import starter_site

    with (
        tempfile.TemporaryDirectory(prefix="plain-words-") as folder,
        starter_site(Path(folder)) as site,
    ):
        answers = {name: _ask(site, name) for name in EXAMPLES if name not in UNSAID}
    text = json.dumps(answers, ensure_ascii=False, indent=1)
    ANSWERS.write_text(text + "\n", encoding="utf-8")


def _ask(site: str, name: str) -> Any:
    asked = Asked.of(name)
    body = None if asked.body is None else json.dumps(asked.body).encode()
    request = Request(
        site.rstrip("/") + asked.address,
        data=body,
        method=asked.method,
        headers={"Content-Type": "application/json"} if body else {},
    )
    with urlopen(request) as answer:
        text = answer.read().decode().replace(site.rstrip("/"), BASE)
    return kept(json.loads(text))


if __name__ == "__main__":
    main()
