"""Counts what readers say by publication, and keeps the words that they suggest.

The counts so far do not say which edition they are about: they begin anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import django.db.models.deletion
from django.db import migrations, models

if TYPE_CHECKING:
    from django.apps.registry import Apps
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ANSWERS = [
    ("yes", "Yes"),
    ("no", "No"),
    ("too-long", "Too Long"),
    ("hard-words", "Hard Words"),
    ("not-my-question", "Not My Question"),
    ("something-missing", "Something Missing"),
    ("could-hurt", "Could Hurt"),
    ("fact-wrong", "Fact Wrong"),
    ("out-of-date", "Out Of Date"),
    ("language-wrong", "Language Wrong"),
    ("name-not-used", "Name Not Used"),
    ("does-not-work", "Does Not Work"),
    ("something-wrong", "Something Wrong"),
]
PLACES = [
    ("police-letter", "Police Letter"),
    ("court-paper", "Court Paper"),
    ("social-services-letter", "Social Services Letter"),
    ("school-letter", "School Letter"),
    ("report", "Report"),
    ("news", "News"),
    ("website", "Website"),
    ("elsewhere", "Elsewhere"),
]
ACTIONS = [
    ("content-loaded", "Content Loaded"),
    ("entry-published", "Entry Published"),
    ("entry-refreshed", "Entry Refreshed"),
    ("entry-withdrawn", "Entry Withdrawn"),
    ("entry-restored", "Entry Restored"),
    ("document-text-added", "Document Text Added"),
    ("key-issued", "Key Issued"),
    ("key-revoked", "Key Revoked"),
    ("suggestions-forgotten", "Suggestions Forgotten"),
]


def begin_anew(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Forget the counts."""
    apps.get_model("glossary", "FeedbackCount").objects.all().delete()


class Migration(migrations.Migration):
    """Makes two tables, and gives the counts another key."""

    dependencies = (("glossary", "0007_marking_rules"),)

    operations = (
        migrations.RunPython(begin_anew, begin_anew),
        migrations.AlterModelOptions(
            name="feedbackcount",
            options={"ordering": ("-month", "publication_id", "lang", "answer")},
        ),
        migrations.RemoveConstraint(
            model_name="feedbackcount", name="one_count_per_page_answer_and_month"
        ),
        migrations.RemoveConstraint(
            model_name="feedbackcount", name="feedback_answer_known"
        ),
        migrations.RemoveField(model_name="feedbackcount", name="entry"),
        migrations.AddField(
            model_name="feedbackcount",
            name="publication",
            field=models.ForeignKey(
                default=None,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="feedback",
                to="glossary.publication",
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="feedbackcount",
            name="answer",
            field=models.CharField(choices=ANSWERS, max_length=20),
        ),
        migrations.AddConstraint(
            model_name="feedbackcount",
            constraint=models.UniqueConstraint(
                fields=("publication", "lang", "answer", "month"),
                name="one_count_per_publication_answer_and_month",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedbackcount",
            constraint=models.CheckConstraint(
                condition=models.Q(answer__in=[code for code, _ in ANSWERS]),
                name="feedback_answer_known",
            ),
        ),
        migrations.CreateModel(
            name="SuggestedWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("key", models.CharField(max_length=60)),
                ("word", models.CharField(max_length=60)),
                ("lang", models.CharField(max_length=20)),
                ("met_in", models.CharField(choices=PLACES, max_length=30)),
                ("count", models.PositiveIntegerField(default=1)),
                ("first_month", models.DateField()),
                ("last_month", models.DateField()),
            ],
            options={
                "ordering": ("-count", "key", "lang", "met_in"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("key", "lang", "met_in"),
                        name="one_suggestion_per_word_language_and_place",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(met_in__in=[code for code, _ in PLACES]),
                        name="suggestion_place_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(count__gte=1), name="suggestion_came_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(first_month__lte=models.F("last_month")),
                        name="suggestion_months_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SuggestionDay",
            fields=[
                (
                    "id",
                    models.PositiveSmallIntegerField(
                        default=1, primary_key=True, serialize=False
                    ),
                ),
                ("day", models.DateField()),
                ("new_words", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(id=1), name="there_is_one_suggestion_day"
                    )
                ],
            },
        ),
        migrations.AlterField(
            model_name="event",
            name="action",
            field=models.CharField(choices=ACTIONS, max_length=40),
        ),
    )
