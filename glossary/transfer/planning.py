"""Makes a plan: what bringing in a content folder would do, and what it would leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.document import SHAPES
from glossary.errors import DocumentError
from glossary.transfer.answers import NO_ANSWERS
from glossary.transfer.loose_ends import erased_ends, loose_ends
from glossary.transfer.plans import Plan
from glossary.transfer.standings import Standings

if TYPE_CHECKING:
    from glossary.errors import Problem
    from glossary.transfer.answers import Answers
    from glossary.transfer.content import Content
    from glossary.transfer.plans import Line


def plan_load(content: Content, answers: Answers = NO_ANSWERS) -> Plan:
    """Return what bringing in ``content`` would do.

    Raises ``DocumentError`` where entries that it would bring in lead to topics,
    sources, languages or entries that do not exist, and ``StateError`` where an
    answer fits nothing.
    """
    lines: list[Line] = []
    problems: list[Problem] = []
    for kind in SHAPES:
        standings = Standings(kind, content, answers)
        lines += standings.lines()
        problems += standings.problems
    problems += loose_ends(content, lines)
    problems += erased_ends(content, lines)
    if problems:
        raise DocumentError("The content does not hold together.", *problems)
    answers.require_used(lines)
    return Plan(content=content, lines=lines)
