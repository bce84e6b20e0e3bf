"""Who has checked each text of what is published: what readers are told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary import languages
from glossary.closed_lists import SignOffRole
from glossary.review import (
    changed_languages,
    places_changed,
    roles_of,
    signed_off_by,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from glossary.document import ReviewRecord
    from glossary.models import Revision

    Checks = Mapping[str, Sequence[SignOffRole]]


def checked_by(
    revision: Revision, record_of: Callable[[str], ReviewRecord | None]
) -> Checks:
    """Return the roles in which the text of each language was signed off.

    Of what was reviewed elsewhere the record says it. Of what was written here the
    sign-offs do, each language by those of the revision that last changed it.
    """
    found: dict[str, set[SignOffRole]] = {lang: set() for lang in languages.codes()}
    for row, langs in texts_behind(revision):
        if row.review:
            record = record_of(row.review)
            signed = record.signed_off if record else {}
        else:
            signed = signed_off_by(row)
        for lang in langs:
            found[lang].update(signed.get(lang, ()))
    return {lang: _in_order(lang, roles) for lang, roles in found.items()}


def texts_behind(revision: Revision) -> Iterator[tuple[Revision, set[str]]]:
    """Yield the revisions by which a text came to say what it does, the newest first.

    Each comes with the languages that were not changed since. What came in reviewed
    elsewhere did so as a whole, so it is the last.
    """
    row: Revision | None = revision
    left = set(languages.codes())
    while row is not None and left:
        yield row, left
        if row.review:
            return
        left = left.difference(changed_languages(places_changed(row)))
        row = row.base.revision if row.base else None


def _in_order(lang: str, roles: Collection[SignOffRole]) -> list[SignOffRole]:
    """Return the roles in the order of the site's; those that it lacks come last."""
    every = dict.fromkeys([*roles_of(lang), *SignOffRole])
    return [role for role in every if role in roles]
