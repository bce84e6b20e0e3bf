"""An example of every operation: what is asked, and what is answered.

What is asked stands here. The answers are those of the starter glossary; a test asks
again and compares, and ``make openapi`` writes them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:
    from collections.abc import Mapping

UNSAID = frozenset({"schema", "matching_module"})
"""The operations whose answer is this document itself, or a script."""
ANSWERS = Path(__file__).with_name("examples.json")
"""What was answered, by the name of the operation."""


@dataclass(frozen=True, kw_only=True)
class Example:
    """One request. A body that is a string is a plain text."""

    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, Any] = field(default_factory=dict)
    body: Any = None


EXAMPLES: Mapping[str, Example] = {
    "root": Example(),
    "schema": Example(query={"format": "json"}),
    "letters": Example(query={"lang": "cy"}),
    "entries_list": Example(
        query={"topic": "police-data", "fields": ["kind", "as_at"], "limit": 2}
    ),
    "topics_list": Example(),
    "topics_retrieve": Example(path={"topic_id": "police-data"}, query={"in": ["cy"]}),
    "helplines_list": Example(query={"area": "wales", "speaks": "cy", "in": ["cy"]}),
    "helplines_retrieve": Example(path={"helpline_id": "emergency-999"}),
    "entries_retrieve": Example(
        path={"entry_id": "problem-profile"}, query={"in": ["cy"]}
    ),
    "entries_history": Example(path={"entry_id": "problem-profile"}),
    "lookup": Example(query={"term": "ADR 149", "fields": ["url", "as_at"]}),
    "lookup_many": Example(
        body={
            "queries": {
                "first": {"term": "proffil problem"},
                "second": {"term": "strategic assesment", "lang": "en"},
            },
            "fields": ["url"],
        }
    ),
    "search": Example(query={"q": "police data", "in": ["en"], "limit": 1}),
    "search_privately": Example(body={"q": "heddlu", "in": ["cy"], "limit": 1}),
    "suggest": Example(query={"q": "prob", "limit": 2}),
    "suggest_privately": Example(body={"q": "heddl", "lang": "cy", "limit": 2}),
    "annotate": Example(
        body={"text": "The problem profile uses ADR 149.", "in": ["en"]}
    ),
    "check": Example(body={"text": "It is not unusual that the polise met."}),
    "term_pack": Example(query={"lang": "cy"}),
    "matching_module": Example(),
    "matching_cases": Example(),
    "sources_list": Example(query={"limit": 1}),
    "sources_retrieve": Example(path={"source_id": "hmicfrs-2023"}),
}


def example_of(name: str) -> Example:
    """Return the example of an operation."""
    return EXAMPLES[name]


@cache
def answers() -> dict[str, Any]:
    """Return what was answered to each."""
    found: dict[str, Any] = orjson.loads(ANSWERS.read_bytes())
    return found
