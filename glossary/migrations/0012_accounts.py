"""Lets people be allowed to manage accounts."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    """Adds the permission; it is stored when the migrations are through."""

    dependencies = [
        ("glossary", "0011_loads"),
    ]

    operations = [
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
                    ("manage_accounts", "Make accounts, and say what each may do"),
                ],
                "verbose_name": "user",
                "verbose_name_plural": "users",
            },
        ),
    ]
