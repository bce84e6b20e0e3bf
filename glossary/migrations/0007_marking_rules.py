"""Lets a term have rules for marking and further forms, in place of phrases."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """Moves what keeps a term from being marked to the term, and adds its forms."""

    dependencies = (("glossary", "0006_hidden_labels"),)

    operations = (
        migrations.RemoveField(model_name="entry", name="not_inside"),
        migrations.AddField(
            model_name="term",
            name="forms",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="term",
            name="unless",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="term",
            name="only",
            field=models.JSONField(default=list),
        ),
    )
