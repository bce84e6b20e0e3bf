"""What the plain-language checks find in the fields that a revision changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import orjson

from glossary.desk.reviewing.comparison import is_about
from glossary.document import SHAPES, parse_shape
from glossary.document_checks import CHECKED, findings_in
from glossary.errors import DocumentError
from glossary.review import is_check, language_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.utils.functional import _StrPromise

    from glossary.desk.reviewing.comparison import Group, Part
    from glossary.models import Revision
    from glossary.plain_language import Finding
    from glossary.plain_language.sentences import Said


class Found(NamedTuple):
    """A finding as the page shows it, with the field that it is about."""

    severity: str
    language: str
    field: str | _StrPromise
    excerpt: str
    lang: str
    reason: Said
    suggestion: Said


def found_in(
    revision: Revision, groups: Iterable[Group], lang: str
) -> list[Found] | None:
    """Return what is found where a revision changes something, the heaviest first.

    Of a check that is all of it. What nobody words, or is not finished, is not gone
    through here.
    """
    kind = revision.name.kind
    if kind not in CHECKED:
        return None
    try:
        document = parse_shape(SHAPES[kind], orjson.loads(revision.document))
    except DocumentError:
        return None
    findings = findings_in(document)
    said = {"same", "added", "changed"} if is_check(revision) else {"added", "changed"}
    parts = [(group, part) for group in groups for part in group.parts]
    return _shown(findings, [row for row in parts if row[1].kind in said], lang)


def _shown(
    findings: Iterable[Finding], parts: Sequence[tuple[Group, Part]], lang: str
) -> list[Found]:
    return [
        Found(
            one.severity,
            group.name,
            part.label,
            one.excerpt,
            language_of(one.place),
            one.reason(lang),
            one.suggestion(lang),
        )
        for one in findings
        for group, part in parts
        if is_about(part, one.place)
    ]
