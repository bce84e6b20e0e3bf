"""Remembers what was loaded, on what a publication rests, and who did what."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the loaded documents, the cited sources, and a name to every event."""

    dependencies = [
        ("glossary", "0010_publisher_names"),
    ]

    operations = [
        migrations.CreateModel(
            name="CitedSource",
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
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="LoadedDocument",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("entry", "Entry"),
                            ("source", "Source"),
                            ("topic", "Topic"),
                            ("helpline", "Helpline"),
                            ("review", "Review"),
                        ],
                        max_length=20,
                    ),
                ),
                ("key", models.CharField(max_length=120)),
                ("document", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("is_last", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.AlterModelOptions(
            name="user",
            options={
                "permissions": [
                    ("publish", "Publish and restore entries"),
                    ("withdraw", "Withdraw entries"),
                    ("load_reviewed_content", "Load what was reviewed elsewhere"),
                    ("add_document_texts", "Add the texts of public documents"),
                    ("manage_keys", "Issue and revoke API keys"),
                    ("forget_suggestions", "Delete words that readers sent"),
                ],
                "verbose_name": "user",
                "verbose_name_plural": "users",
            },
        ),
        migrations.RemoveConstraint(
            model_name="publication",
            name="publication_kind_known",
        ),
        migrations.AddField(
            model_name="event",
            name="actor_name",
            field=models.CharField(default="command line", max_length=150),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="publication",
            name="note_lang",
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AlterField(
            model_name="publication",
            name="kind",
            field=models.CharField(
                choices=[
                    ("published", "Published"),
                    ("updated", "Updated"),
                    ("refreshed", "Refreshed"),
                    ("withdrawn", "Withdrawn"),
                    ("restored", "Restored"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(("actor_name", ""), _negated=True),
                name="somebody_did_it",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        ["published", "updated", "refreshed", "withdrawn", "restored"],
                    )
                ),
                name="publication_kind_known",
            ),
        ),
        migrations.AddField(
            model_name="citedsource",
            name="entry",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="cited_sources",
                to="glossary.entry",
            ),
        ),
        migrations.AddField(
            model_name="citedsource",
            name="source",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="cited_by",
                to="glossary.source",
            ),
        ),
        migrations.AddField(
            model_name="loadeddocument",
            name="load",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="documents",
                to="glossary.event",
            ),
        ),
        migrations.AddConstraint(
            model_name="citedsource",
            constraint=models.UniqueConstraint(
                fields=("entry", "source"), name="one_row_per_entry_and_source"
            ),
        ),
        migrations.AddIndex(
            model_name="loadeddocument",
            index=models.Index(fields=["digest"], name="loaded_before"),
        ),
        migrations.AddConstraint(
            model_name="loadeddocument",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_last", True)),
                fields=("kind", "key"),
                name="one_last_load_per_document",
            ),
        ),
        migrations.AddConstraint(
            model_name="loadeddocument",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["entry", "source", "topic", "helpline", "review"])
                ),
                name="document_kind_known",
            ),
        ),
    ]
