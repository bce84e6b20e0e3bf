"""Whom a reader can turn to: helplines, with the pages on which they were seen."""

from __future__ import annotations

from django.db import models


class Helpline(models.Model):
    """Somebody to ring, write to or find on a page.

    ``seen`` holds the pages on which it was seen (``document.SeenPage`` as JSON).
    ``number_seen_on`` and ``number_dated`` are derived from them: the last day on
    which the number was seen, and the day of the newest page that shows it.
    """

    class Audience(models.TextChoices):
        """Who may turn to it."""

        EMERGENCY = "emergency"
        CHILDREN = "children"
        ADULTS = "adults"
        PARENTS = "parents"
        REPORTING = "reporting"
        BEHAVIOUR = "behaviour"

    id = models.SlugField(primary_key=True, max_length=60)
    position = models.PositiveSmallIntegerField()
    audience = models.CharField(max_length=20, choices=Audience)
    areas = models.JSONField(default=list)
    speaks = models.JSONField(default=list)
    phone = models.CharField(max_length=20, blank=True)
    text = models.CharField(max_length=20, blank=True)
    web = models.URLField(max_length=500)
    chat = models.BooleanField(default=False)
    seen = models.JSONField(default=list)
    number_seen_on = models.DateField(null=True, blank=True)
    number_dated = models.DateField(null=True, blank=True)
    rung_on = models.DateField(null=True, blank=True)
    review_by = models.DateField()

    class Meta:
        """Helplines keep the order in which they were written down."""

        ordering = ("position", "id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(
                    audience__in=[
                        "emergency",
                        "children",
                        "adults",
                        "parents",
                        "reporting",
                        "behaviour",
                    ]
                ),
                name="helpline_audience_known",
            ),
            models.CheckConstraint(
                condition=models.Q(number_seen_on__isnull=False)
                | models.Q(phone="", text=""),
                name="no_number_that_was_not_seen",
            ),
        )

    def __str__(self) -> str:
        """Show the id."""
        return self.id


class HelplineText(models.Model):
    """What is said of a helpline in one language."""

    helpline = models.ForeignKey(Helpline, models.CASCADE, related_name="texts")
    lang = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    name_lang = models.CharField(max_length=20, blank=True)
    brief = models.CharField(max_length=120)
    who_for = models.TextField()
    hours = models.TextField(blank=True)
    cost = models.TextField(blank=True)
    notes = models.TextField(blank=True)

    class Meta:
        """One text for each language."""

        ordering = ("helpline_id", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["helpline", "lang"], name="one_text_per_helpline_and_language"
            ),
        )

    def __str__(self) -> str:
        """Show the name."""
        return self.name
