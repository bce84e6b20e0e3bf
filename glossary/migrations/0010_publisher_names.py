"""Lets a publisher be called by the name that it has in each language."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the names of a source's publisher."""

    dependencies = (("glossary", "0009_helplines_seen"),)

    operations = (
        migrations.AddField(
            model_name="source",
            name="publisher_names",
            field=models.JSONField(default=dict),
        ),
    )
