"""Remarks: what a reviewer asks of those who wrote a text."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from glossary.closed_lists import NEEDS_WORDS, RemarkReason
from glossary.document import clean_text
from glossary.models.revisions import Revision

MOST_PLACE = 200
MOST_WORDS = 5_000


class Remark(models.Model):
    """Why a text was returned: at which place, for which reason, in whose words.

    ``place`` is a JSON pointer (RFC 6901) into the document; empty for all of it.
    ``digest`` is that of the text that it speaks of. ``suggestion`` is how somebody
    would word what stands there, and ``stood`` are the words that stood there then, or
    in all of the document where nothing is suggested: whoever suggests words is no
    author, unless they are taken over (``review.suggestions``). Whoever erases a
    document empties the words of these rows too.
    """

    revision = models.ForeignKey(Revision, models.PROTECT, related_name="remarks")
    digest = models.CharField(max_length=64)
    place = models.CharField(max_length=MOST_PLACE, blank=True)
    reason = models.CharField(
        max_length=30, choices=[(code.value, code.value) for code in RemarkReason]
    )
    text = models.TextField(blank=True)
    suggestion = models.TextField(blank=True)
    stood = models.TextField(blank=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """The oldest comes first."""

        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(reason__in=RemarkReason.values()),
                name="remark_reason_known",
            ),
            models.CheckConstraint(
                condition=models.Q(suggestion="") | ~models.Q(place=""),
                name="words_are_suggested_for_a_place",
            ),
            models.CheckConstraint(
                condition=~models.Q(reason__in=[code.value for code in NEEDS_WORDS])
                | ~models.Q(text="")
                | ~models.Q(suggestion=""),
                name="a_remark_says_what_it_means",
            ),
        )

    @property
    def can_be_kept(self) -> bool:
        """Whether it has a known reason, says what it means, and has a place if any."""
        words = f"{self.text}{self.suggestion}".strip()
        return (
            self.reason in RemarkReason.values()
            and len(self.place) <= MOST_PLACE
            and bool(self.place or not self.suggestion)
            and bool(words or self.reason not in NEEDS_WORDS)
            and len(words) <= MOST_WORDS
            and _can_be_read(words)
        )

    def __str__(self) -> str:
        """Show where and why."""
        return f"{self.place} {self.reason}"


def _can_be_read(words: str) -> bool:
    """Tell whether these are signs that people can see and type."""
    try:
        clean_text(words)
    except ValueError:
        return False
    return True
