"""Who has checked each text of what is published: what readers are told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary import languages
from glossary.models import Arrival, Revision
from glossary.review import (
    changed_languages,
    places_changed,
    roles_of,
    signed_off_by,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from glossary.closed_lists import SignOffRole
    from glossary.document import ReviewRecord

    Checks = Mapping[str, Sequence[SignOffRole]]


def checked_by(
    revision: Revision, record_of: Callable[[str], ReviewRecord | None]
) -> Checks:
    """Return the roles in which the text of each language was signed off.

    Of what was reviewed elsewhere the record says it. Of what was written here the
    sign-offs do, each language by those of the revision that last changed it.
    """
    found: dict[str, set[SignOffRole]] = {lang: set() for lang in languages.codes()}
    wanted = set(languages.codes())
    row: Revision | None = revision
    while row is not None and wanted:
        if row.arrival != Arrival.WRITTEN_HERE:
            record = record_of(row.review)
            for lang in wanted:
                found[lang].update(record.signed_off.get(lang, ()) if record else ())
            break
        mine = wanted.intersection(changed_languages(places_changed(row)))
        signed = signed_off_by(row)
        for lang in wanted:
            found[lang].update(signed[lang])
        wanted -= mine
        row = row.base.revision if row.base else None
    return {lang: _in_order(lang, roles) for lang, roles in found.items()}


def _in_order(lang: str, roles: Collection[SignOffRole]) -> list[SignOffRole]:
    """Return the roles in the order of the site's; those that it lacks come last."""
    known = roles_of(lang)
    return [*(role for role in known if role in roles), *sorted({*roles} - {*known})]
