"""Who has to sign a text off, who has, and who may.

The rule: nobody signs off what they had a part in. Authors of a revision are all who
saved, imported, translated, merged or edited anything in it since the publication that
it departs from, whoever submitted it. They are compared as persons, not as accounts,
and the same for everybody, whatever they may do otherwise.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

import orjson
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from glossary import languages
from glossary.closed_lists import SignOffRole
from glossary.errors import PermissionDeniedError, StateError
from glossary.models import Publication, Revision, RevisionState, SignOff, User
from glossary.permissions import can_review, can_sign_off
from glossary.review.authors import authors_of
from glossary.review.differences import changed_languages, changed_places

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from glossary.models import Actor

SIGNABLE = (RevisionState.SUBMITTED, RevisionState.APPROVED)
"""The states of what can be signed off: its text stands still."""


class Asked(NamedTuple):
    """A sign-off: in which role, of the text in which language."""

    role: SignOffRole
    lang: str


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

    A claim that a language needs no change stands at the language's own place: who
    signs that language off judges the claim. Where one of the two texts was erased,
    they are known from before.
    """
    if revision.places is not None:
        return list(revision.places)
    base = revision.base.revision.document if revision.base else "null"
    places = changed_places(orjson.loads(base), orjson.loads(revision.document))
    return [*places, *(f"/languages/{lang}" for lang in revision.untouched)]


def required_sign_offs(revision: Revision) -> list[Asked]:
    """Return the sign-offs without which a revision is not approved: one at least.

    ``GLOSSARY_REQUIRED_SIGN_OFFS`` has the roles of each language.
    """
    required = settings.GLOSSARY_REQUIRED_SIGN_OFFS
    found = [
        Asked(SignOffRole(role), lang)
        for lang in changed_languages(places_changed(revision))
        for role in required.get(lang, required["*"])
    ]
    return found or [Asked(SignOffRole.EDITOR, languages.codes()[0])]


def given_sign_offs(revision: Revision) -> list[SignOff]:
    """Return the sign-offs that hold: of this text, beside what is public now.

    What was given longer than ``SIGN_OFF_DAYS`` ago has to be given again, and so has
    what was given before the document was withdrawn, or by somebody who may not sign
    off in that role any more.
    """
    since = timezone.now() - dt.timedelta(days=settings.SIGN_OFF_DAYS)
    gone = _withdrawn_at(revision)
    return [
        row
        for row in _honest(revision)
        if row.given_at > since
        and row.sequence >= gone
        and can_sign_off(row.user, SignOffRole(row.role))
    ]


def _honest(revision: Revision) -> list[SignOff]:
    """Return the sign-offs of this very text by persons who had no part in it."""
    persons = authors_of(revision)
    if not persons or not revision.is_intact:
        return []
    rows = SignOff.objects.of_the_text().filter(revision=revision)
    found = rows.select_related("user")
    return [row for row in found if row.user.person not in persons]


def _withdrawn_at(revision: Revision) -> int:
    """Return the sequence of the tombstone, if the document is withdrawn, else 0."""
    rows = Publication.objects.withdrawn().of_kind(revision.name.kind)
    at: int | None = rows.of([revision.key]).values_list("sequence", flat=True).first()
    return at or 0


def signed_off_by(revision: Revision) -> dict[str, tuple[SignOffRole, ...]]:
    """Return in which roles a revision was signed off, for each language.

    However long ago: who has looked at a text has looked at it.
    """
    given = {(row.role, row.lang) for row in _honest(revision)}
    return {
        lang: tuple(role for role in roles_of(lang) if (role, lang) in given)
        for lang in languages.codes()
    }


def still_required(revision: Revision) -> list[Asked]:
    """Return what is missing before a revision can be published."""
    given = {(row.role, row.lang) for row in given_sign_offs(revision)}
    return [one for one in required_sign_offs(revision) if one not in given]


def require_reviewer(actor: Actor) -> User:
    """Return the person who reviews. Raises ``PermissionDeniedError``."""
    if not can_review(actor):
        raise PermissionDeniedError(_("You may not review this."))
    return actor


def require_may_sign_off(revision: Revision, asked: Asked, actor: Actor) -> User:
    """Return the person who signs off, or refuse.

    Raises ``PermissionDeniedError`` where ``actor`` may not, or had a part in it, and
    ``StateError`` where this text cannot be signed off now, or not so.
    """
    reviewer = require_reviewer(actor)
    if not can_sign_off(reviewer, asked.role):
        raise PermissionDeniedError(_("You may not sign this off."))
    if asked.lang not in languages.codes() or asked.role not in roles_of(asked.lang):
        raise StateError(_("There is no such sign-off in this language."))
    if revision.state not in SIGNABLE:
        raise StateError(_("Only what was submitted can be signed off."))
    require_up_to_date(revision)
    persons = authors_of(revision)
    if persons is None:
        raise PermissionDeniedError(
            _("It is not known who wrote this, so nobody can sign it off.")
        )
    if reviewer.person in persons:
        raise PermissionDeniedError(
            _("You had a part in this text. Somebody else has to sign it off.")
        )
    given = {(row.role, row.lang) for row in given_sign_offs(revision)}
    if asked in given and not _waits_for_nothing(revision):
        raise StateError(_("This was signed off already."))
    return reviewer


def _waits_for_nothing(revision: Revision) -> bool:
    """Tell whether a submitted text has all that it needs: somebody has to approve it.

    So it is where less is asked for than when it was signed off.
    """
    is_submitted = revision.state == RevisionState.SUBMITTED
    return is_submitted and not still_required(revision)


def require_up_to_date(revision: Revision) -> None:
    """Refuse what departs from an earlier text than the public one.

    Raises ``StateError``.
    """
    rows = Publication.objects.current().of_kind(revision.name.kind)
    current = rows.of([revision.key]).values_list("revision_id", flat=True).first()
    base = revision.base.revision_id if revision.base else None
    if current not in {base, revision.pk}:
        detail = _("“%(name)s” was changed since this revision was begun.")
        raise StateError(detail % {"name": revision.name})
