"""Who has to sign a text off, who has, and who may.

The rule: nobody signs off what they had a part in. Authors of a revision are all who
saved, imported, translated, merged or edited anything in it since the publication that
it departs from, whoever submitted it. They are compared as persons, not as accounts,
and the same for everybody, whatever they may do otherwise.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

import orjson
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from glossary import languages
from glossary.closed_lists import SignOffRole
from glossary.errors import PermissionDeniedError, StateError
from glossary.models import Revision, RevisionState, SignOff, User
from glossary.permissions import can_review, can_sign_off
from glossary.review.authors import is_check, seen_before
from glossary.review.differences import changed_languages, changed_places
from glossary.review.evidence import Evidence, evidence_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from glossary.models import Actor

SIGNABLE = (RevisionState.SUBMITTED, RevisionState.APPROVED)
"""The states of what can be signed off: its text stands still."""


class Asked(NamedTuple):
    """A sign-off: in which role, of the text in which language."""

    role: SignOffRole
    lang: str


class Void(Enum):
    """Why a sign-off does not hold any more."""

    UNKNOWN_AUTHOR = auto()
    HAD_A_PART = auto()
    CHANGED = auto()
    TOO_OLD = auto()
    WITHDRAWN = auto()
    MAY_NOT = auto()


def missing_sign_offs(
    done: Mapping[str, Collection[str]],
) -> dict[str, list[SignOffRole]]:
    """Return, for each language, the sign-offs that nobody has given."""
    return {
        lang: [role for role in roles_of(lang) if role not in done.get(lang, ())]
        for lang in languages.codes()
    }


def roles_of(lang: str) -> list[SignOffRole]:
    """Return the roles in which a text in ``lang`` can be signed off."""
    return [
        SignOffRole(role)
        for role, only in settings.GLOSSARY_SIGN_OFFS.items()
        if not only or lang in only
    ]


def places_changed(revision: Revision) -> list[str]:
    """Return the places at which a revision differs from what it departs from.

    What comes back after it was withdrawn differs in everything. A claim that a
    language needs no change stands at the language's own place: who signs that
    language off judges the claim. Where one of the two texts was erased, the places are
    known from before.
    """
    if revision.places is not None:
        return list(revision.places)
    places = changed_places(seen_before(revision), orjson.loads(revision.document))
    return [*places, *(f"/languages/{lang}" for lang in revision.untouched)]


def required_sign_offs(
    revision: Revision, known: Evidence | None = None
) -> list[Asked]:
    """Return the sign-offs without which a revision is not approved: one at least.

    ``GLOSSARY_REQUIRED_SIGN_OFFS`` has the roles of each language in which something
    changes, or readers are told of it. Of what is withdrawn every language is looked at
    anew; of a check no role in particular is required (``still_required``).
    """
    required = settings.GLOSSARY_REQUIRED_SIGN_OFFS
    places = places_changed(revision)
    if (known or evidence_of(revision)).withdrawn_at:
        places += changed_places(None, orjson.loads(revision.document))
    langs = {*changed_languages(places), revision.note_lang}
    found = [
        Asked(SignOffRole(role), lang)
        for lang in languages.codes()
        if lang in langs
        for role in required.get(lang, required["*"])
    ]
    return found or [Asked(SignOffRole.EDITOR, languages.codes()[0])]


def possible_sign_offs(revision: Revision) -> list[Asked]:
    """Return the sign-offs that can be given: of all that it says or changes."""
    said = orjson.loads(revision.document).get("languages") or ()
    changed = changed_languages(places_changed(revision))
    langs = {*said, *changed, revision.note_lang}
    return [
        Asked(role, lang)
        for lang in languages.codes()
        if lang in langs
        for role in roles_of(lang)
    ]


def given_sign_offs(revision: Revision, known: Evidence | None = None) -> list[SignOff]:
    """Return the sign-offs that hold: of this text, beside what is public now.

    What was given longer than ``SIGN_OFF_DAYS`` ago has to be given again, and so has
    what was given before the document was withdrawn, or by somebody who may not sign
    off in that role any more. ``known`` is for whoever asks of many.
    """
    known = known or evidence_of(revision)
    return [row for row, void in _judged(revision, known.sign_offs, known) if not void]


def judged_sign_offs(revision: Revision) -> list[tuple[SignOff, Void | None]]:
    """Return all sign-offs of a revision, and why those that do not hold are void."""
    rows = revision.sign_offs.select_related("user")
    return list(_judged(revision, rows, evidence_of(revision)))


def _judged(
    revision: Revision, rows: Iterable[SignOff], known: Evidence
) -> Iterator[tuple[SignOff, Void | None]]:
    since = timezone.now() - dt.timedelta(days=settings.SIGN_OFF_DAYS)
    of_the_text = {row.pk for row in known.sign_offs if revision.is_intact}
    for row in rows:
        yield row, _void(row, known, is_of_the_text=row.pk in of_the_text, since=since)


def _void(
    row: SignOff, known: Evidence, *, is_of_the_text: bool, since: dt.datetime
) -> Void | None:
    """Return why a sign-off does not hold, if it does not."""
    why = {
        Void.UNKNOWN_AUTHOR: known.persons is None,
        Void.HAD_A_PART: row.user.person in (known.persons or ()),
        Void.CHANGED: not is_of_the_text,
        Void.TOO_OLD: row.given_at <= since,
        Void.WITHDRAWN: row.sequence < known.withdrawn_at,
        Void.MAY_NOT: not can_sign_off(row.user, SignOffRole(row.role)),
    }
    return next((void for void, is_so in why.items() if is_so), None)


def honest_sign_offs(revision: Revision) -> list[SignOff]:
    """Return the sign-offs of this very text by persons who had no part in it."""
    known = evidence_of(revision)
    if not known.persons or not revision.is_intact:
        return []
    return [row for row in known.sign_offs if row.user.person not in known.persons]


def signed_off_by(revision: Revision) -> dict[str, tuple[SignOffRole, ...]]:
    """Return in which roles a revision was signed off, for each language.

    However long ago: who has looked at a text has looked at it.
    """
    given = {(row.role, row.lang) for row in honest_sign_offs(revision)}
    return {
        lang: tuple(role for role in roles_of(lang) if (role, lang) in given)
        for lang in languages.codes()
    }


def still_required(revision: Revision, known: Evidence | None = None) -> list[Asked]:
    """Return what is missing before a revision can be published.

    Of a check it is any one of these: whoever gives one has gone through the text. What
    is withdrawn comes back as everything else.
    """
    known = known or evidence_of(revision)
    given = {(row.role, row.lang) for row in given_sign_offs(revision, known)}
    if is_check(revision) and not known.withdrawn_at:
        return [] if given else possible_sign_offs(revision)
    return [one for one in required_sign_offs(revision, known) if one not in given]


def require_reviewer(actor: Actor) -> User:
    """Return the person who reviews. Raises ``PermissionDeniedError``."""
    if not can_review(actor):
        raise PermissionDeniedError(_("You may not review this."))
    return actor


def require_may_sign_off(
    revision: Revision, asked: Asked, actor: Actor, known: Evidence | None = None
) -> User:
    """Return the person who signs off, or refuse.

    Raises ``PermissionDeniedError`` where ``actor`` may not, or had a part in it, and
    ``StateError`` where this text cannot be signed off now, or not so.
    """
    reviewer = require_reviewer(actor)
    if not can_sign_off(reviewer, asked.role):
        raise PermissionDeniedError(_("You may not sign this off."))
    known = known or evidence_of(revision)
    if asked not in require_signable(revision, known):
        raise StateError(_("There is no such sign-off in this language."))
    if reviewer.person in (known.persons or ()):
        raise PermissionDeniedError(
            _("You had a part in this text. Somebody else has to sign it off.")
        )
    given = {(row.role, row.lang) for row in given_sign_offs(revision, known)}
    if asked in given and not _waits_for_nothing(revision, known):
        raise StateError(_("This was signed off already."))
    return reviewer


def require_signable(revision: Revision, known: Evidence | None = None) -> list[Asked]:
    """Return the sign-offs that a revision can be given now, or refuse.

    Raises ``PermissionDeniedError`` where nobody may sign it off, and ``StateError``
    where this text cannot be signed off now.
    """
    if revision.state not in SIGNABLE:
        raise StateError(_("Only what was submitted can be signed off."))
    known = known or evidence_of(revision)
    if known.shown == revision.pk and not known.withdrawn_at:
        raise StateError(_("Readers see this already. Ask for a check of it."))
    require_up_to_date(revision, known)
    if known.persons is None:
        raise PermissionDeniedError(
            _("It is not known who wrote this, so nobody can sign it off.")
        )
    return possible_sign_offs(revision)


def _waits_for_nothing(revision: Revision, known: Evidence) -> bool:
    """Tell whether a submitted text has all that it needs: somebody has to approve it.

    So it is where less is asked for than when it was signed off.
    """
    is_submitted = revision.state == RevisionState.SUBMITTED
    return is_submitted and not still_required(revision, known)


def require_up_to_date(revision: Revision, known: Evidence | None = None) -> None:
    """Refuse what departs from an earlier text than the public one.

    Raises ``StateError``.
    """
    known = known or evidence_of(revision)
    base = revision.base.revision_id if revision.base else None
    if known.shown not in {base, revision.pk}:
        detail = _("“%(name)s” was changed since this revision was begun.")
        raise StateError(detail % {"name": revision.name})
