"""How often readers found a page clear: numbers only, nothing about anybody."""

from __future__ import annotations

from django.db import models

from glossary.models.entries import Entry


class FeedbackAnswer(models.TextChoices):
    """What can be answered to "Was this clear?". Stored untranslated."""

    YES = "yes"
    NO = "no"
    TOO_LONG = "too-long"
    HARD_WORDS = "hard-words"
    NOT_MY_QUESTION = "not-my-question"
    SOMETHING_WRONG = "something-wrong"


class FeedbackCount(models.Model):
    """How often one answer was given about one page in one month.

    A month, not a day or a time: nobody can tell from it when a reader came.
    """

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="feedback")
    lang = models.CharField(max_length=20)
    answer = models.CharField(max_length=20, choices=FeedbackAnswer)
    month = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        """The newest month comes first; each number is kept once."""

        ordering = ("-month", "entry_id", "lang", "answer")
        constraints = (
            models.UniqueConstraint(
                fields=["entry", "lang", "answer", "month"],
                name="one_count_per_page_answer_and_month",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    answer__in=[
                        "yes",
                        "no",
                        "too-long",
                        "hard-words",
                        "not-my-question",
                        "something-wrong",
                    ]
                ),
                name="feedback_answer_known",
            ),
        )

    def __str__(self) -> str:
        """Show the page, the answer and the number."""
        return f"{self.entry_id} ({self.lang}) {self.answer}: {self.count}"
