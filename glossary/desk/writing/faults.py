"""What a document lacks before it can be submitted, in words of our own.

The shapes say it in English, and by codes of the library that checks them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from glossary.desk.writing.remarks import Remark, Weight
from glossary.document import SHAPES, parse_shape
from glossary.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrPromise

    from glossary.desk.writing.node import Node
    from glossary.desk.writing.slots import Slot
    from glossary.document import Document, DocumentKind
    from glossary.errors import Problem
    from glossary.review import Draft

_OTHERWISE = _("This cannot stand here as it is.")
_DAY = _("Write a day as 2026-06-30.")
_ADDRESS = _("Write a whole address, such as https://www.gov.uk/.")
_CODES = {
    "missing": _("Fill this in."),
    "string-too-short": _("Fill this in."),
    "too-short": _("At least one is needed."),
    "enum": _("Choose one from the list."),
    "literal-error": _("Choose one from the list."),
    "extra-forbidden": _("Nothing of this name belongs in the document."),
    "string-pattern-mismatch": _("It has signs that cannot stand here."),
    "greater-than-equal": _("Write a number, 0 or more."),
    "int-type": _("Write a number, 0 or more."),
    "url-parsing": _ADDRESS,
    "url-scheme": _ADDRESS,
    "url-too-long": _("The address is too long."),
}
_PARTS = {"/unless/", "/only/"}
_PATTERN = _("This pattern cannot be read. The guide for writers explains patterns.")
SAID: dict[str, _StrPromise] = {
    "a page cannot be younger than the day on which it was seen": _(
        "A page cannot be younger than the day on which it was seen."
    ),
    "a number must be seen on the body's or an authority's page": _(
        "A number needs a page of the body itself, or of a public authority, that "
        "shows it."
    ),
    "nobody can have rung where there is no number": _(
        "Nobody can have rung where there is no number."
    ),
    "the review must come after the pages were seen": _(
        "The day by which to look again must come after the pages were seen."
    ),
    "an address begins with https://": _("The address must begin with https://."),
    "a rendering has an address or a file, and not both": _(
        "Give an address or a file, and not both."
    ),
    "nobody can sign off what was not made yet": _(
        "Nobody can sign off what was not made yet."
    ),
    "an attested name must name its source": _(
        "Where a public body uses the name, its source is needed."
    ),
    "exactly one term is preferred, and it comes first": _(
        "Exactly one name is preferred, and it comes first."
    ),
    "is stated by the other entry: one of": _(
        "The other entry says this. Choose one from the list."
    ),
    "the same relation is given twice": _("The same related word is there twice."),
    "an entry cannot be related to itself": _("An entry cannot be related to itself."),
    "contains the character U+": _("It holds a sign that nobody can see or type."),
}
"""What the shapes say, as it begins, and what we say for it."""


def faults_in(
    kind: DocumentKind, draft: Draft
) -> tuple[Document | None, tuple[Problem, ...]]:
    """Return the document that a draft is, or what is wrong with it."""
    try:
        return parse_shape(SHAPES[kind], orjson.loads(orjson.dumps(draft))), ()
    except DocumentError as error:
        return None, error.problems


def remark_on(problem: Problem, nodes: Mapping[str, Node]) -> tuple[str, Remark]:
    """Return what to say of a problem, and at which place."""
    node = nodes.get(problem.place)
    text = _sentence(problem, node.slot if node else None)
    return problem.place, Remark(text, Weight.WRONG)


def _sentence(problem: Problem, slot: Slot | None) -> str:
    if problem.code in {"string-too-long", "too-long"} and slot and slot.most:
        said = gettext("It is too long. At most so many signs: %(most)s.")
        return said % {"most": slot.most}
    if problem.code.startswith("date-"):
        return str(_DAY)
    if problem.code == "value-error":
        if any(part in problem.place for part in _PARTS):
            return str(_PATTERN)
        known = (ours for said, ours in SAID.items() if problem.detail.startswith(said))
        return str(next(known, _OTHERWISE))
    return str(_CODES.get(problem.code, _OTHERWISE))
