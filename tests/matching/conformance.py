"""The test cases that both engines pass, the server's and the browser's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from glossary.matching import Form, Vocabulary, build_vocabulary
from glossary.text import Folding

_FILE = Path(__file__).with_suffix(".json")
_CONTENT = json.loads(_FILE.read_text(encoding="utf-8"))


class Case(NamedTuple):
    """One text, what it is read with, and what must be found."""

    name: str
    vocabulary: Vocabulary
    text: str
    options: dict[str, Any]
    matches: list[dict[str, Any]]


def _vocabulary(content: dict[str, Any]) -> Vocabulary:
    forms = [
        Form(
            **{
                **facts,
                **{side: tuple(facts.get(side, ())) for side in ("unless", "only")},
            }
        )
        for facts in content["forms"]
    ]
    return build_vocabulary(
        forms,
        clitics=content["clitics"],
        foldings={
            lang: Folding(**{**facts, "small": tuple(map(tuple, facts["small"]))})
            for lang, facts in content.get("foldings", {}).items()
        },
        field=content.get("field", ()),
    )


_VOCABULARIES = {
    name: _vocabulary(content) for name, content in _CONTENT["vocabularies"].items()
}
CASES = [
    Case(**{**case, "vocabulary": _VOCABULARIES[case["vocabulary"]]})
    for case in _CONTENT["cases"]
]
