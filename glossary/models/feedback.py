"""What readers say without a trace: numbers and single words, nothing about anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from glossary.closed_lists import FeedbackAnswer, MetIn
from glossary.models.publications import Publication

if TYPE_CHECKING:
    import datetime as dt
    from typing import Self


class FeedbackCount(models.Model):
    """How often one answer was given about one publication in one month.

    The publication tells editors which edition was meant. A month, not a day or a
    time: nobody can tell from it when a reader came.
    """

    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="feedback"
    )
    lang = models.CharField(max_length=20)
    answer = models.CharField(max_length=20)
    month = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        """The newest month comes first; each number is kept once."""

        ordering = ("-month", "publication_id", "lang", "answer")
        constraints = (
            models.UniqueConstraint(
                fields=["publication", "lang", "answer", "month"],
                name="one_count_per_publication_answer_and_month",
            ),
            models.CheckConstraint(
                condition=models.Q(answer__in=FeedbackAnswer.values()),
                name="feedback_answer_known",
            ),
        )

    def __str__(self) -> str:
        """Show the publication, the answer and the number."""
        return f"{self.publication_id} ({self.lang}) {self.answer}: {self.count}"


class SuggestedWordQuerySet(models.QuerySet["SuggestedWord"]):
    """Questions about the words that readers sent."""

    def last_sent_before(self, month: dt.date) -> Self:
        """Return the words that nobody has sent since the beginning of a month."""
        return self.filter(last_month__lt=month)


class SuggestedWord(models.Model):
    """A word that readers met in one kind of place, and that we do not explain.

    ``key`` is the same for all spellings of it, ``word`` is the first of them.
    ``count`` is how often it came: one person can have sent it several times.
    """

    key = models.CharField(max_length=60)
    word = models.CharField(max_length=60)
    lang = models.CharField(max_length=20)
    met_in = models.CharField(max_length=30)
    count = models.PositiveIntegerField(default=1)
    first_month = models.DateField()
    last_month = models.DateField()

    objects = SuggestedWordQuerySet.as_manager()

    class Meta:
        """What came most often comes first; each word is kept once for a place."""

        ordering = ("-count", "key", "lang", "met_in")
        constraints = (
            models.UniqueConstraint(
                fields=["key", "lang", "met_in"],
                name="one_suggestion_per_word_language_and_place",
            ),
            models.CheckConstraint(
                condition=models.Q(met_in__in=MetIn.values()),
                name="suggestion_place_known",
            ),
            models.CheckConstraint(
                condition=models.Q(count__gte=1), name="suggestion_came_once"
            ),
            models.CheckConstraint(
                condition=models.Q(first_month__lte=models.F("last_month")),
                name="suggestion_months_in_order",
            ),
        )

    def __str__(self) -> str:
        """Show the word, the place and the number."""
        return f"{self.word} ({self.lang}) {self.met_in}: {self.count}"


class SuggestionDay(models.Model):
    """The one row that says how many new words came on the last day that had any.

    It is locked while a word is counted, so that no flood gets past the limit. The
    words themselves have no day.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    day = models.DateField()
    new_words = models.PositiveIntegerField(default=0)

    class Meta:
        """There is one row."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(id=1), name="there_is_one_suggestion_day"
            ),
        )

    def __str__(self) -> str:
        """Show the day and the number."""
        return f"{self.day}: {self.new_words}"
