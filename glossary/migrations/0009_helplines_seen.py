"""Makes the tables of helplines anew: with the pages on which each was seen.

They hold nothing that is not in the content folder; ``load_glossary`` fills them.
"""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

AUDIENCES = (
    "emergency",
    "children",
    "adults",
    "parents",
    "reporting",
    "behaviour",
)


class Migration(migrations.Migration):
    """Drops both tables, and creates them in their new shape."""

    dependencies = (("glossary", "0008_reader_reports"),)

    operations = (
        migrations.DeleteModel("HelplineText"),
        migrations.DeleteModel("Helpline"),
        migrations.CreateModel(
            name="Helpline",
            fields=[
                (
                    "id",
                    models.SlugField(max_length=60, primary_key=True, serialize=False),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "audience",
                    models.CharField(
                        choices=[(one, one.title()) for one in AUDIENCES],
                        max_length=20,
                    ),
                ),
                ("areas", models.JSONField(default=list)),
                ("speaks", models.JSONField(default=list)),
                ("phone", models.CharField(blank=True, max_length=20)),
                ("text", models.CharField(blank=True, max_length=20)),
                ("web", models.URLField(max_length=500)),
                ("chat", models.BooleanField(default=False)),
                ("seen", models.JSONField(default=list)),
                ("number_seen_on", models.DateField(blank=True, null=True)),
                ("number_dated", models.DateField(blank=True, null=True)),
                ("rung_on", models.DateField(blank=True, null=True)),
                ("review_by", models.DateField()),
            ],
            options={
                "ordering": ("position", "id"),
                "constraints": (
                    models.CheckConstraint(
                        condition=models.Q(audience__in=list(AUDIENCES)),
                        name="helpline_audience_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(number_seen_on__isnull=False)
                        | models.Q(phone="", text=""),
                        name="no_number_that_was_not_seen",
                    ),
                ),
            },
        ),
        migrations.CreateModel(
            name="HelplineText",
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
                ("lang", models.CharField(max_length=20)),
                ("name", models.CharField(max_length=120)),
                ("name_lang", models.CharField(blank=True, max_length=20)),
                ("brief", models.CharField(max_length=120)),
                ("who_for", models.TextField()),
                ("hours", models.TextField(blank=True)),
                ("cost", models.TextField(blank=True)),
                ("notes", models.TextField(blank=True)),
                (
                    "helpline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="texts",
                        to="glossary.helpline",
                    ),
                ),
            ],
            options={
                "ordering": ("helpline_id", "id"),
                "constraints": (
                    models.UniqueConstraint(
                        fields=("helpline", "lang"),
                        name="one_text_per_helpline_and_language",
                    ),
                ),
            },
        ),
    )
