"""Makes a plan: what bringing in a content folder would do, and what it would leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from glossary.errors import DocumentError
from glossary.transfer.answers import NO_ANSWERS
from glossary.transfer.entries import Entries
from glossary.transfer.loaded import Loaded, digest_of
from glossary.transfer.loose_ends import loose_ends
from glossary.transfer.plans import Line, Plan, Sides, Standing
from glossary.transfer.reviews import plan_review
from glossary.transfer.sources import Sources
from glossary.transfer.support import Helplines
from glossary.transfer.topics import Topics
from glossary.transfer.values import canonical, differences, in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from glossary.transfer.answers import Answers
    from glossary.transfer.content import Content
    from glossary.transfer.parts import Part
    from glossary.transfer.values import Values

PARTS: tuple[Part, ...] = (Sources(), Topics(), Helplines())
"""What stands beside the entries, in the order in which it is written."""


def plan_load(content: Content, answers: Answers = NO_ANSWERS) -> Plan:
    """Return what bringing in ``content`` would do.

    Raises ``DocumentError`` where entries lead to topics, sources, languages or
    entries that do not exist, and ``StateError`` where an answer fits nothing.
    """
    problems = list(loose_ends(content))
    review = plan_review(content, answers)
    entries = Entries(content, review, answers)
    lines = [
        review.line,
        *(answers.to(line) for part in PARTS for line in _lines(part, content)),
        *entries.lines(),
    ]
    problems += entries.problems
    if problems:
        raise DocumentError("The content does not hold together.", *problems)
    answers.require_used(lines)
    return Plan(
        content=content,
        lines=lines,
        review=review.record,
        reordered=[part.kind for part in PARTS if _is_reordered(part, content)],
    )


def _lines(part: Part, content: Content) -> Iterator[Line]:
    """Yield a line for each document of the folder, then for each that is gone."""
    file = part.in_folder(content)
    if file is None:
        return
    loaded, here = Loaded(part.kind), part.here()
    texts = loaded.texts(file)
    before = loaded.before(_digests(file))
    for key, values in file.items():
        stored = here.get(key)
        sides = Sides(
            file=digest_of(canonical(values)),
            loaded=loaded.last.get(key),
            is_here=stored is not None,
            agrees=stored is not None and not differences(stored, values),
            is_edited=stored is not None and _is_edited(stored, texts.get(key)),
            is_older=key in before or _is_seen_earlier(part, values, stored),
        )
        yield _line(part, key, sides, differences(stored or values, values))
    for key in sorted(loaded.last.keys() & (here.keys() - file.keys())):
        yield Line(part.kind, key, Standing.GONE)


def _is_seen_earlier(part: Part, file: Values, stored: Values | None) -> bool:
    return stored is not None and part.is_seen_earlier(file, stored)


def _digests(file: Mapping[str, Values]) -> dict[str, str]:
    return {key: digest_of(canonical(values)) for key, values in file.items()}


def _is_edited(stored: Values, loaded: str | None) -> bool:
    return loaded is None or bool(differences(stored, orjson.loads(loaded)))


def _line(part: Part, key: str, sides: Sides, places: list[str]) -> Line:
    return Line(part.kind, key, sides.standing, places, is_settled=sides.is_settled)


def _is_reordered(part: Part, content: Content) -> bool:
    file, here = part.in_folder(content), list(part.here())
    return bool(part.is_ordered and file) and in_order(file or (), here) != here
