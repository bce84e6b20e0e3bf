"""Sign-offs: who has looked at which text, for what, in which language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from glossary.closed_lists import SignOffRole
from glossary.models.publications import Publication
from glossary.models.revisions import Revision

if TYPE_CHECKING:
    from typing import Self


class SignOffQuerySet(models.QuerySet["SignOff"]):
    """Questions about sign-offs."""

    def of_the_text(self) -> Self:
        """Return those that were given for the text as it is.

        A text that changed, also one that was changed back, and one that is compared
        with another publication have to be looked at again.
        """
        return self.filter(
            models.Q(base=models.F("revision__base"))
            | models.Q(base=None, revision__base=None),
            digest=models.F("revision__digest"),
            submission=models.F("revision__submissions"),
        )


class SignOff(models.Model):
    """Somebody's word on a text as it then was, beside what then was public.

    ``digest`` is that of the text, ``submission`` counts how often it had been
    submitted, ``base`` is the publication that it was compared with, and ``sequence``
    the newest of all publications.
    """

    revision = models.ForeignKey(Revision, models.PROTECT, related_name="sign_offs")
    digest = models.CharField(max_length=64)
    base = models.ForeignKey(Publication, models.PROTECT, null=True, related_name="+")
    role = models.CharField(
        max_length=30, choices=[(role.value, role.value) for role in SignOffRole]
    )
    lang = models.CharField(max_length=20)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="sign_offs"
    )
    given_at = models.DateTimeField()
    submission = models.PositiveIntegerField()
    sequence = models.PositiveBigIntegerField()

    objects = SignOffQuerySet.as_manager()

    class Meta:
        """The oldest comes first."""

        ordering = ("given_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(lang="") & ~models.Q(digest=""),
                name="a_sign_off_is_of_a_text_in_a_language",
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=SignOffRole.values()),
                name="sign_off_role_known",
            ),
        )

    def __str__(self) -> str:
        """Show what it is for."""
        return f"{self.role} {self.lang} of {self.revision}"
