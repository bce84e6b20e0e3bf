"""Whom a reader can turn to: helplines, with what was checked and when."""

from __future__ import annotations

from django.db import models


class Helpline(models.Model):
    """Somebody to ring, write to or find on a page.

    A row that is not checked holds no number. After ``review_by`` no row is
    shown as checked, whatever its status says.
    """

    class Audience(models.TextChoices):
        """Who may turn to it."""

        EMERGENCY = "emergency"
        CHILDREN = "children"
        ADULTS = "adults"

    class Status(models.TextChoices):
        """Whether its number was seen on a page that can be trusted."""

        CHECKED = "checked"
        NOT_CHECKED = "not-checked"

    id = models.SlugField(primary_key=True, max_length=60)
    position = models.PositiveSmallIntegerField()
    audience = models.CharField(max_length=20, choices=Audience)
    areas = models.JSONField(default=list)
    speaks = models.JSONField(default=list)
    phone = models.CharField(max_length=20, blank=True)
    text = models.CharField(max_length=20, blank=True)
    web = models.URLField(max_length=500)
    chat = models.BooleanField(default=False)
    status = models.CharField(max_length=20, choices=Status)
    source = models.URLField(max_length=500, blank=True)
    checked_on = models.DateField()
    review_by = models.DateField()

    class Meta:
        """Helplines keep the order in which they were written down."""

        ordering = ("position", "id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(audience__in=["emergency", "children", "adults"]),
                name="helpline_audience_known",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=["checked", "not-checked"]),
                name="helpline_status_known",
            ),
            models.CheckConstraint(
                condition=models.Q(status="checked") | models.Q(phone="", text=""),
                name="no_number_that_was_not_checked",
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
    who_for = models.TextField()
    hours = models.TextField(blank=True)
    cost = models.TextField(blank=True)
    notes = models.TextField(blank=True)
    checked_where = models.TextField()

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
