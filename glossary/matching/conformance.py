"""What an engine must find, whoever wrote it: texts, packs, and the terms in them.

Both of ours pass these cases. Others get them with the vocabularies as packs, which is
what an engine elsewhere reads.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from glossary.matching.forms import Form
from glossary.matching.term_pack import pack
from glossary.matching.vocabulary import build_vocabulary
from glossary.text import Folding

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glossary.matching.term_pack import Pack
    from glossary.matching.vocabulary import Vocabulary

_FILE = Path(__file__).with_suffix(".json")


class Case(NamedTuple):
    """One text, what it is read with, and what must be found, in code points."""

    name: str
    vocabulary: str
    text: str
    langs: Sequence[str] | None
    exclude: Sequence[str]
    matches: Sequence[Mapping[str, Any]]


@cache
def cases() -> Sequence[Case]:
    """Return every case."""
    return [
        Case(
            name=row["name"],
            vocabulary=row["vocabulary"],
            text=row["text"],
            langs=row["options"].get("langs"),
            exclude=row["options"].get("exclude", ()),
            matches=row["matches"],
        )
        for row in _content()["cases"]
    ]


@cache
def vocabularies() -> Mapping[str, Vocabulary]:
    """Return what the cases are read with, by name."""
    found = _content()["vocabularies"].items()
    return {name: _vocabulary(**facts) for name, facts in found}


@cache
def packs() -> Mapping[str, Pack]:
    """Return the same as packs."""
    return {name: pack(one) for name, one in vocabularies().items()}


@cache
def _content() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return content


def _vocabulary(
    *,
    forms: Sequence[Mapping[str, Any]],
    clitics: Mapping[str, Sequence[str]],
    conjunctions: Mapping[str, Sequence[str]] = MappingProxyType({}),
    foldings: Mapping[str, Mapping[str, Any]] = MappingProxyType({}),
    field: Sequence[str] = (),
) -> Vocabulary:
    return build_vocabulary(
        [_form(**facts) for facts in forms],
        clitics=clitics,
        conjunctions=conjunctions,
        foldings={lang: _folding(**facts) for lang, facts in foldings.items()},
        field=field,
    )


def _form(
    *, unless: Sequence[str] = (), only: Sequence[str] = (), **facts: Any
) -> Form:
    return Form(**facts, unless=tuple(unless), only=tuple(only))


def _folding(*, small: Sequence[Sequence[str]], **facts: Any) -> Folding:
    return Folding(**facts, small=tuple((capital, letter) for capital, letter in small))
