"""The checks of everything that ships: a content folder and the catalogues."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from glossary import languages
from glossary.helplines import overdue
from glossary.management.content_terms import content_vocabulary
from glossary.plain_language import (
    Code,
    Context,
    Finding,
    Severity,
    check_catalogue,
    check_document,
    check_translations,
    find_unchecked,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from glossary.transfer import Content


def check_content(
    content: Content, catalogues: Iterable[Path], today: dt.date
) -> Iterator[Finding]:
    """Yield what is wrong with ``content`` and ``catalogues``, file by file.

    The places begin with the name of the file.
    """
    context = Context(terms=content_vocabulary(content.entries.values()))
    for language in languages.all_languages():
        yield from find_unchecked(language.code, language.name)
    for entry in content.entries.values():
        found = check_document(entry, context)
        yield from _placed(found, f"entries/{entry.id}.yaml#")
    yield from _placed(_check_topics(content, context), "topics.yaml#")
    statement = check_translations(content.review.statement, "/statement", context)
    yield from _placed(statement, "review.yaml#")
    yield from _placed(_check_helplines(content, context, today), "helplines.yaml#")
    for path in catalogues:
        folder = path.parent.parent.name
        yield from _placed(check_catalogue(path, context), f"locale/{folder}/")


def _check_topics(content: Content, context: Context) -> Iterator[Finding]:
    for topic in content.topics.values():
        for part in ("label", "description"):
            texts = {lang: getattr(row, part) for lang, row in topic.languages.items()}
            yield from check_translations(texts, f"/{topic.id}/{part}", context)


def _check_helplines(
    content: Content, context: Context, today: dt.date
) -> Iterator[Finding]:
    helplines = content.helplines or {}
    for late in overdue(helplines.values(), today):
        yield Finding(
            severity=Severity.ERROR,
            place=f"/{late.id}/review_by",
            code=Code.HELPLINE_OVERDUE,
            excerpt=late.review_by.isoformat(),
        )
    for helpline in helplines.values():
        for part in ("brief", "who_for", "hours", "cost", "notes"):
            rows = helpline.languages.items()
            texts = {lang: getattr(row, part) for lang, row in rows}
            said = {lang: text for lang, text in texts.items() if text}
            yield from check_translations(said, f"/{helpline.id}/{part}", context)
        for number, page in enumerate(helpline.seen):
            place = f"/{helpline.id}/seen/{number}"
            yield from check_translations(page.languages, place, context)


def _placed(findings: Iterable[Finding], file: str) -> Iterator[Finding]:
    for finding in findings:
        yield replace(finding, place=f"{file}{finding.place}")
