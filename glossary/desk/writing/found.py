"""What the checks of plain language found, beside the words that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.desk.writing.remarks import Remark, Weight
from glossary.document_checks import findings_in, findings_in_draft, hinders
from glossary.plain_language import Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from glossary.document import Document
    from glossary.plain_language import Finding
    from glossary.review import Draft

_WEIGHTS = {
    Severity.ERROR: Weight.LOOK,
    Severity.WARNING: Weight.LOOK,
    Severity.NOTE: Weight.THINK,
}


def remarks_on(
    document: Document | None, draft: Draft, places: Collection[str], lang: str
) -> Iterator[tuple[str, Remark]]:
    """Yield what the checks say of a draft, in ``lang``, and of which place.

    ``document`` is the draft, where it is finished; it changes at ``places``.
    """
    found = findings_in(document) if document else findings_in_draft(draft)
    for finding in found:
        yield finding.place, _remark(finding, places, lang)


def _remark(finding: Finding, places: Collection[str], lang: str) -> Remark:
    said = [finding.suggestion(lang), finding.for_editors(lang)]
    return Remark(
        finding.reason(lang).text,
        Weight.WRONG if hinders(finding, places) else _WEIGHTS[finding.severity],
        words=finding.excerpt,
        more=" ".join(one.text for one in said if one),
    )
