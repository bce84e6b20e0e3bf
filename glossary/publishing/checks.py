"""Who has checked each text of what is published: what readers are told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from glossary.closed_lists import Change, SignOffRole
from glossary.models import Arrival, Publication
from glossary.review import places_changed, signed_off_by
from glossary.review.differences import changed_languages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary.document import ReviewRecord
    from glossary.models import Revision

    Checks = Mapping[str, tuple[SignOffRole, ...]]


def checked_by(
    revision: Revision, record: ReviewRecord | None, before: Publication | None
) -> Checks:
    """Return the roles in which the text of each language was signed off.

    Of what was reviewed elsewhere the record says it. Of what was written here the
    sign-offs do; a language that did not change keeps what was said of it before.
    """
    if revision.arrival != Arrival.WRITTEN_HERE:
        return record.signed_off if record else {}
    shown = _last_shown(before)
    said = _said(shown.body) if shown else {}
    now = signed_off_by(revision)
    if shown and shown.revision_id == revision.pk:  # the same text: what was said holds
        return {lang: _both(said, now, lang) for lang in {*said, *now}}
    changed = changed_languages(places_changed(revision))
    kept = {lang: roles for lang, roles in said.items() if lang not in changed}
    return {lang: _both(kept, now, lang) for lang in {*kept, *now}}


def _both(one: Checks, other: Checks, lang: str) -> tuple[SignOffRole, ...]:
    found = {*one.get(lang, ()), *other.get(lang, ())}
    return tuple(role for role in SignOffRole if role in found)


def _last_shown(before: Publication | None) -> Publication | None:
    """Return what readers last saw: before a tombstone, what was withdrawn."""
    if before is None or before.change != Change.WITHDRAWN:
        return before
    rows = Publication.objects.of_kind(before.name.kind).of([before.key])
    return rows.exclude(change=Change.WITHDRAWN).order_by("-sequence").first()


def _said(body: str) -> Checks:
    sections = orjson.loads(body).get("languages") or {}
    return {
        lang: tuple(map(SignOffRole, section.get("checked_by") or ()))
        for lang, section in sections.items()
    }
