"""What the clients that others generate ask of the starter glossary.

Each operation as its example does, each member of an entry alone, long answers and
closer questions, and what goes wrong.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from glossary.api.openapi.examples import EXAMPLES, Example
from tests.contracts.test_openapi import OPERATIONS, parameters

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, eq=False)
class Question:
    """An operation, what it is given, and the status of the answer."""

    operation: str
    given: Example
    status: int = 200
    malformed: bool = False
    """Whether the document forbids it: who checks what they send does not send it."""

    @property
    def values(self) -> dict[str, Any]:
        """What is given, wherever it is put."""
        body = {} if self.given.body is None else {"body": self.given.body}
        return {**self.given.path, **self.given.query, **body}

    def __str__(self) -> str:
        """Return what tells it from the others."""
        values = json.dumps(self.values, ensure_ascii=False)
        return f"{self.operation} {values}"


def _asked(operation: str, **query: Any) -> Question:
    return Question(operation, Example(query=query))


def _sent(operation: str, **body: Any) -> Question:
    return Question(operation, Example(body=body))


def _parts() -> Iterator[Question]:
    """Ask for each member of an entry by itself, wherever that can be asked."""
    (fields,) = (
        parameter["schema"]["items"]["enum"]
        for parameter in parameters(OPERATIONS["entries_list"][2])
        if parameter["name"] == "fields"
    )
    for name in fields:
        part = {"fields": [name]}
        yield _asked("entries_list", limit=2, **part)
        yield _asked("lookup", term="ADR149", **part)
        yield _sent("lookup_many", queries={"a": {"term": "ADR149"}}, **part)
        one = Example(path={"entry_id": "adr149"}, query=part)
        yield Question("entries_retrieve", one)


EXEMPLARY = tuple(Question(name, EXAMPLES[name]) for name in EXAMPLES)
PARTS = tuple(_parts())
CLOSER = (
    _asked("entries_list", limit=200),
    _asked("entries_list", **{"in": ["cy", "en"]}, limit=5, lang="cy", letter="ch"),
    _asked("entries_list", ids=["adr149", "none", "dangosydd"], fields=["url"]),
    _asked("entries_list", view="brief", limit=200),
    Question(
        "entries_retrieve",
        Example(path={"entry_id": "adr149"}, query={"view": "brief", "in": ["cy"]}),
    ),
    _asked("lookup", term="CSE", view="brief"),
    _asked("lookup", term="CSE", all_tiers=True),
    _asked("helplines_list", audience="children", area="wales"),
    _asked("search", q="heddlu", limit=200),
    _asked("suggest", q="c", lang="en"),
    _asked("term_pack", include="short"),
    _asked("sources_list", limit=200),
    _sent("annotate", html="<p>CSE and heddlu", **{"in": ["cy"]}),
    _sent("annotate", text="CSE", offsets="utf-16", occurrences="first"),
    _sent("check", text="The XQZ.", lang="en"),
    replace(
        _sent("lookup_many", queries={"a": {"term": "CSE"}, "b": {"term": " "}}),
        malformed=True,
    ),
)
FAILING = (
    Question("entries_retrieve", Example(path={"entry_id": "none"}), 404),
    Question("topics_retrieve", Example(path={"topic_id": "none"}), 404),
    Question("helplines_retrieve", Example(path={"helpline_id": "none"}), 404),
    replace(_asked("entries_list", topic="none"), status=400),
    replace(_asked("search", q=" "), status=400, malformed=True),
    replace(
        _sent("annotate", text="x", exclude=["A"]),
        status=400,
        malformed=True,
    ),
)
QUESTIONS = EXEMPLARY + PARTS + CLOSER + FAILING
