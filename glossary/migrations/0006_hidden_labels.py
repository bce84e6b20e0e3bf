"""Lets a section have hidden labels: words that lead to it and are shown nowhere."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the hidden labels of a section."""

    dependencies = (("glossary", "0005_document_texts"),)

    operations = (
        migrations.AddField(
            model_name="languagesection",
            name="hidden",
            field=models.JSONField(default=list),
        ),
    )
