import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import glossary.closed_lists.publications
import glossary.models.revisions
from glossary.database.append_only import (
    append_only,
    frozen_once_public,
    key_goes,
)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="ApiKey",
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
                ("name", models.CharField(max_length=100, unique=True)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("created_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ("name",),
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("review", "review"),
                            ("source", "source"),
                            ("topic", "topic"),
                            ("helpline", "helpline"),
                            ("text", "text"),
                            ("entry", "entry"),
                        ],
                        max_length=20,
                    ),
                ),
                ("key", models.CharField(max_length=120)),
                (
                    "sequence",
                    models.PositiveBigIntegerField(primary_key=True, serialize=False),
                ),
                (
                    "change",
                    models.CharField(
                        choices=[
                            ("published", "published"),
                            ("updated", "updated"),
                            ("refreshed", "refreshed"),
                            ("checked", "checked"),
                            ("withdrawn", "withdrawn"),
                            ("restored", "restored"),
                            ("erased", "erased"),
                            ("earlier-erased", "earlier-erased"),
                        ],
                        max_length=20,
                    ),
                ),
                ("published_at", models.DateTimeField()),
                ("note", models.TextField(blank=True)),
                ("note_lang", models.CharField(blank=True, max_length=20)),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("published-by-mistake", "published-by-mistake"),
                            ("wrong", "wrong"),
                            ("out-of-date", "out-of-date"),
                            ("harmful", "harmful"),
                            ("replaced", "replaced"),
                            ("asked-by-source", "asked-by-source"),
                        ],
                        max_length=30,
                    ),
                ),
                ("comment", models.TextField(blank=True)),
                ("languages", models.JSONField(default=list)),
                ("due_on", models.DateField(null=True)),
                ("format", models.PositiveSmallIntegerField()),
                ("body", models.TextField()),
                ("index", models.TextField(blank=True)),
                ("digest", models.CharField(max_length=64)),
                ("is_current", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ("sequence",),
            },
        ),
        migrations.CreateModel(
            name="User",
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
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="last login"
                    ),
                ),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={
                            "unique": "A user with that username already exists."
                        },
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[
                            django.contrib.auth.validators.UnicodeUsernameValidator()
                        ],
                        verbose_name="username",
                    ),
                ),
                (
                    "first_name",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="first name"
                    ),
                ),
                (
                    "last_name",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="last name"
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="email address"
                    ),
                ),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                (
                    "date_joined",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="date joined"
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "same_as",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="others",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "user",
                "verbose_name_plural": "users",
                "permissions": [
                    ("sign_off_editor", "Sign off as an editor"),
                    ("sign_off_welsh", "Sign off the Welsh"),
                    ("sign_off_subject", "Sign off as a subject expert"),
                    ("sign_off_lived_experience", "Sign off from lived experience"),
                    ("publish", "Publish and restore documents"),
                    ("withdraw", "Withdraw documents"),
                    ("erase", "Erase what must go for ever"),
                    ("load_reviewed_content", "Load what was reviewed elsewhere"),
                    ("add_document_texts", "Add the texts of public documents"),
                    ("manage_keys", "Issue and revoke API keys"),
                    ("forget_suggestions", "Delete words that readers sent"),
                    ("manage_accounts", "Make accounts, and say what each may do"),
                ],
                "abstract": False,
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="Claim",
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
                            ("review", "review"),
                            ("source", "source"),
                            ("topic", "topic"),
                            ("helpline", "helpline"),
                            ("text", "text"),
                            ("entry", "entry"),
                        ],
                        max_length=20,
                    ),
                ),
                ("key", models.CharField(max_length=120)),
                ("until", models.DateTimeField()),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("until", "id"),
            },
        ),
        migrations.CreateModel(
            name="Dataset",
            fields=[
                (
                    "id",
                    models.PositiveSmallIntegerField(
                        default=1, primary_key=True, serialize=False
                    ),
                ),
                ("sequence", models.PositiveBigIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", 1)), name="there_is_one_dataset"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Digest",
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
                ("sent_on", models.DateField(null=True)),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="digest",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.SlugField(max_length=80, primary_key=True, serialize=False),
                ),
                ("short_code", models.CharField(max_length=12, unique=True)),
                (
                    "merged_into",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="glossary.entry",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "entries",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Address",
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
                ("slug", models.SlugField(max_length=120)),
                ("erased", models.CharField(blank=True, max_length=97)),
                ("is_current", models.BooleanField(default=True)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="addresses",
                        to="glossary.entry",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Erasure",
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
                            ("review", "review"),
                            ("source", "source"),
                            ("topic", "topic"),
                            ("helpline", "helpline"),
                            ("text", "text"),
                            ("entry", "entry"),
                        ],
                        max_length=20,
                    ),
                ),
                ("key", models.CharField(max_length=120)),
                ("revisions", models.JSONField(default=list)),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("identifies-victim", "identifies-victim"),
                            ("identifies-somebody", "identifies-somebody"),
                            ("court-order", "court-order"),
                            ("asked-by-person", "asked-by-person"),
                            ("not-ours", "not-ours"),
                        ],
                        max_length=30,
                    ),
                ),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("asked_by_name", models.CharField(max_length=150)),
                ("declined_at", models.DateTimeField(null=True)),
                ("erased_at", models.DateTimeField(null=True)),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("confirmed_by_name", models.CharField(blank=True, max_length=150)),
                ("gone", models.JSONField(default=list)),
                ("sequence", models.PositiveBigIntegerField(null=True)),
                ("cleared_at", models.DateTimeField(null=True)),
                ("new_key", models.CharField(blank=True, max_length=80)),
                ("former", models.CharField(blank=True, max_length=97)),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Event",
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
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("action", models.CharField(max_length=40)),
                ("actor_name", models.CharField(max_length=150)),
                ("kind", models.CharField(blank=True, max_length=20)),
                ("key", models.CharField(blank=True, max_length=120)),
                ("details", models.JSONField(default=dict)),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="glossary.publication",
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="Factor",
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
                ("kind", models.CharField(max_length=20)),
                ("name", models.CharField(max_length=60)),
                (
                    "credential",
                    models.CharField(max_length=1400, null=True, unique=True),
                ),
                ("secret", models.TextField()),
                ("counter", models.BigIntegerField(default=0)),
                ("added_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="factors",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("added_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="Link",
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
                            ("review", "review"),
                            ("source", "source"),
                            ("topic", "topic"),
                            ("helpline", "helpline"),
                            ("text", "text"),
                            ("entry", "entry"),
                        ],
                        max_length=20,
                    ),
                ),
                ("key", models.CharField(max_length=120)),
                ("relation", models.CharField(max_length=20)),
                (
                    "other_kind",
                    models.CharField(
                        choices=[
                            ("review", "review"),
                            ("source", "source"),
                            ("topic", "topic"),
                            ("helpline", "helpline"),
                            ("text", "text"),
                            ("entry", "entry"),
                        ],
                        max_length=20,
                    ),
                ),
                ("other", models.CharField(max_length=120)),
            ],
            options={
                "ordering": ("id",),
                "indexes": [
                    models.Index(fields=["other_kind", "other"], name="links_back")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "key", "relation", "other_kind", "other"),
                        name="one_link_of_a_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "review",
                                    "source",
                                    "topic",
                                    "helpline",
                                    "text",
                                    "entry",
                                ],
                            )
                        ),
                        name="link_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "other_kind__in",
                                [
                                    "review",
                                    "source",
                                    "topic",
                                    "helpline",
                                    "text",
                                    "entry",
                                ],
                            )
                        ),
                        name="link_other_kind_known",
                    ),
                ],
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
                            ("review", "review"),
                            ("source", "source"),
                            ("topic", "topic"),
                            ("helpline", "helpline"),
                            ("text", "text"),
                            ("entry", "entry"),
                        ],
                        max_length=20,
                    ),
                ),
                ("key", models.CharField(max_length=120)),
                ("document", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("is_last", models.BooleanField(default=True)),
                (
                    "load",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="glossary.event",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="FeedbackCount",
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
                ("answer", models.CharField(max_length=20)),
                ("month", models.DateField()),
                ("count", models.PositiveIntegerField(default=0)),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="feedback",
                        to="glossary.publication",
                    ),
                ),
            ],
            options={
                "ordering": ("-month", "publication_id", "lang", "answer"),
            },
        ),
        migrations.CreateModel(
            name="RecoveryCode",
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
                ("digest", models.CharField(max_length=64, unique=True)),
                ("used_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recovery_codes",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Revision",
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
                            ("review", "review"),
                            ("source", "source"),
                            ("topic", "topic"),
                            ("helpline", "helpline"),
                            ("text", "text"),
                            ("entry", "entry"),
                        ],
                        max_length=20,
                    ),
                ),
                ("key", models.CharField(max_length=120)),
                ("number", models.PositiveIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("submitted", "Submitted"),
                            ("returned", "Returned"),
                            ("approved", "Approved"),
                            ("superseded", "Superseded"),
                            ("abandoned", "Abandoned"),
                        ],
                        max_length=20,
                    ),
                ),
                ("document", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                (
                    "salt",
                    models.CharField(
                        blank=True,
                        default=glossary.models.revisions.new_salt,
                        max_length=32,
                    ),
                ),
                ("places", models.JSONField(null=True)),
                (
                    "arrival",
                    models.CharField(
                        choices=[
                            ("written-here", "Written Here"),
                            ("reviewed-elsewhere", "Reviewed Elsewhere"),
                            ("copied", "Copied"),
                        ],
                        max_length=30,
                    ),
                ),
                ("review", models.CharField(blank=True, max_length=120)),
                ("untouched", models.JSONField(default=list)),
                ("note", models.TextField(blank=True)),
                ("note_lang", models.CharField(blank=True, max_length=20)),
                ("created_at", models.DateTimeField()),
                ("submitted_at", models.DateTimeField(null=True)),
                ("submissions", models.PositiveIntegerField(default=0)),
                (
                    "base",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="glossary.publication",
                    ),
                ),
            ],
            options={
                "ordering": ("kind", "key", "number"),
            },
        ),
        migrations.CreateModel(
            name="Remark",
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
                ("digest", models.CharField(max_length=64)),
                ("place", models.CharField(blank=True, max_length=200)),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("hard-to-read", "hard-to-read"),
                            ("not-right", "not-right"),
                            ("no-source", "no-source"),
                            ("out-of-date", "out-of-date"),
                            ("could-hurt", "could-hurt"),
                            ("languages-differ", "languages-differ"),
                            ("poor-welsh", "poor-welsh"),
                            ("missing", "missing"),
                            ("other", "other"),
                        ],
                        max_length=30,
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("suggestion", models.TextField(blank=True)),
                ("stood", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remarks",
                        to="glossary.revision",
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.AddField(
            model_name="publication",
            name="revision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="glossary.revision",
            ),
        ),
        migrations.CreateModel(
            name="Look",
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
                            ("review", "review"),
                            ("source", "source"),
                            ("topic", "topic"),
                            ("helpline", "helpline"),
                            ("text", "text"),
                            ("entry", "entry"),
                        ],
                        max_length=20,
                    ),
                ),
                ("key", models.CharField(max_length=120)),
                ("document", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("former", models.TextField(blank=True)),
                ("former_at", models.DateTimeField(null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="glossary.revision",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.AddField(
            model_name="event",
            name="revision",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="glossary.revision",
            ),
        ),
        migrations.CreateModel(
            name="Author",
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
                ("name", models.CharField(max_length=150)),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="authors",
                        to="glossary.revision",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Schedule",
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
                ("at", models.DateTimeField()),
                ("asked_at", models.DateTimeField()),
                ("actor_name", models.CharField(max_length=150)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("published", "Published"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="waiting",
                        max_length=20,
                    ),
                ),
                ("problem", models.TextField(blank=True)),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="ScheduledRevision",
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
                ("digest", models.CharField(max_length=64)),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="glossary.revision",
                    ),
                ),
                (
                    "schedule",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="glossary.schedule",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.AddField(
            model_name="schedule",
            name="revisions",
            field=models.ManyToManyField(
                related_name="schedules",
                through="glossary.ScheduledRevision",
                to="glossary.revision",
            ),
        ),
        migrations.CreateModel(
            name="SignOff",
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
                ("digest", models.CharField(max_length=64)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("editor", "editor"),
                            ("welsh-language", "welsh-language"),
                            ("subject-expert", "subject-expert"),
                            ("lived-experience", "lived-experience"),
                        ],
                        max_length=30,
                    ),
                ),
                ("lang", models.CharField(max_length=20)),
                ("given_at", models.DateTimeField()),
                ("submission", models.PositiveIntegerField()),
                ("sequence", models.PositiveBigIntegerField()),
                (
                    "base",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="glossary.publication",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sign_offs",
                        to="glossary.revision",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sign_offs",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("given_at", "id"),
            },
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
                ("met_in", models.CharField(max_length=30)),
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
                        condition=models.Q(
                            (
                                "met_in__in",
                                [
                                    "police-letter",
                                    "court-paper",
                                    "social-services-letter",
                                    "school-letter",
                                    "report",
                                    "news",
                                    "website",
                                    "elsewhere",
                                ],
                            )
                        ),
                        name="suggestion_place_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("count__gte", 1)),
                        name="suggestion_came_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("first_month__lte", models.F("last_month"))
                        ),
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
                        condition=models.Q(("id", 1)),
                        name="there_is_one_suggestion_day",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(("same_as", models.F("id")), _negated=True),
                name="nobody_is_the_same_as_themselves",
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.UniqueConstraint(
                condition=models.Q(("email", ""), _negated=True),
                fields=("email",),
                name="an_email_address_belongs_to_one_account",
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.UniqueConstraint(
                fields=("kind", "key"), name="one_claim_per_document"
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        ["review", "source", "topic", "helpline", "text", "entry"],
                    )
                ),
                name="claim_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="digest",
            constraint=models.CheckConstraint(
                condition=models.Q(("lang", ""), _negated=True),
                name="digest_has_a_language",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(("merged_into", models.F("id")), _negated=True),
                name="no_entry_is_merged_into_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="address",
            constraint=models.UniqueConstraint(
                fields=("lang", "slug"), name="one_entry_per_slug"
            ),
        ),
        migrations.AddConstraint(
            model_name="address",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_current", True)),
                fields=("entry", "lang"),
                name="one_current_slug_per_entry_and_language",
            ),
        ),
        migrations.AddConstraint(
            model_name="erasure",
            constraint=models.UniqueConstraint(
                condition=models.Q(("declined_at", None), ("erased_at", None)),
                fields=("kind", "key"),
                name="one_waiting_erasure_per_document",
            ),
        ),
        migrations.AddConstraint(
            model_name="erasure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        ["review", "source", "topic", "helpline", "text", "entry"],
                    )
                ),
                name="erasure_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="erasure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "reason__in",
                        [
                            "identifies-victim",
                            "identifies-somebody",
                            "court-order",
                            "asked-by-person",
                            "not-ours",
                        ],
                    )
                ),
                name="erasure_reason_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="erasure",
            constraint=models.CheckConstraint(
                condition=models.Q(("asked_by_name", ""), _negated=True),
                name="somebody_asked_to_erase",
            ),
        ),
        migrations.AddConstraint(
            model_name="erasure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("confirmed_at", None),
                    models.Q(
                        ("erased_at__isnull", False),
                        models.Q(("confirmed_by_name", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="what_is_confirmed_is_erased",
            ),
        ),
        migrations.AddConstraint(
            model_name="erasure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("declined_at", None), ("erased_at", None), _connector="OR"
                ),
                name="what_is_declined_is_not_erased",
            ),
        ),
        migrations.AddConstraint(
            model_name="erasure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("former", ""),
                    models.Q(
                        models.Q(("new_key", ""), _negated=True),
                        ("new_key", models.F("key")),
                    ),
                    _connector="OR",
                ),
                name="an_erased_key_is_there_no_more",
            ),
        ),
        migrations.AddConstraint(
            model_name="factor",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["passkey", "app"])),
                name="factor_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="factor",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("credential__isnull", False), ("kind", "passkey")),
                    models.Q(("credential__isnull", True), ("kind", "app")),
                    _connector="OR",
                ),
                name="a_passkey_has_a_credential",
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
                    (
                        "kind__in",
                        ["review", "source", "topic", "helpline", "text", "entry"],
                    )
                ),
                name="document_kind_known",
            ),
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
                condition=models.Q(
                    (
                        "answer__in",
                        [
                            "yes",
                            "no",
                            "too-long",
                            "hard-words",
                            "not-my-question",
                            "something-missing",
                            "could-hurt",
                            "fact-wrong",
                            "out-of-date",
                            "language-wrong",
                            "name-not-used",
                            "does-not-work",
                            "something-wrong",
                        ],
                    )
                ),
                name="feedback_answer_known",
            ),
        ),
        migrations.AddIndex(
            model_name="revision",
            index=models.Index(fields=["state", "arrival"], name="revisions_by_state"),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.UniqueConstraint(
                fields=("kind", "key", "number"), name="one_revision_per_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("draft", "submitted", "returned"))),
                fields=("kind", "key"),
                name="one_open_revision_per_document",
            ),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        ["review", "source", "topic", "helpline", "text", "entry"],
                    )
                ),
                name="revision_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)), name="revisions_count_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "draft",
                            "submitted",
                            "returned",
                            "approved",
                            "superseded",
                            "abandoned",
                        ],
                    )
                ),
                name="revision_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("arrival__in", ["written-here", "reviewed-elsewhere", "copied"])
                ),
                name="revision_arrival_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("arrival", "copied"), _negated=True),
                    ("kind", "text"),
                    _connector="OR",
                ),
                name="only_texts_are_copied",
            ),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.CheckConstraint(
                condition=models.Q(("digest", ""), _negated=True),
                name="revision_has_a_digest",
            ),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("submissions", 0), ("submitted_at", None)),
                    models.Q(("submissions__gt", 0), ("submitted_at__isnull", False)),
                    _connector="OR",
                ),
                name="who_was_submitted_says_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("arrival", "reviewed-elsewhere"), ("review", ""), _connector="XOR"
                ),
                name="what_was_reviewed_elsewhere_says_how",
            ),
        ),
        migrations.AddConstraint(
            model_name="remark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "reason__in",
                        [
                            "hard-to-read",
                            "not-right",
                            "no-source",
                            "out-of-date",
                            "could-hurt",
                            "languages-differ",
                            "poor-welsh",
                            "missing",
                            "other",
                        ],
                    )
                ),
                name="remark_reason_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="remark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("suggestion", ""),
                    models.Q(("place", ""), _negated=True),
                    _connector="OR",
                ),
                name="words_are_suggested_for_a_place",
            ),
        ),
        migrations.AddConstraint(
            model_name="remark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("reason__in", ["not-right", "could-hurt", "missing", "other"]),
                        _negated=True,
                    ),
                    models.Q(("text", ""), _negated=True),
                    models.Q(("suggestion", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_remark_says_what_it_means",
            ),
        ),
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(fields=["kind", "key"], name="publications_of_one"),
        ),
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(
                condition=models.Q(("is_current", True)),
                fields=["due_on"],
                name="publications_by_due_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_current", True)),
                fields=("kind", "key"),
                name="one_current_publication_per_document",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        ["review", "source", "topic", "helpline", "text", "entry"],
                    )
                ),
                name="publication_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "change__in",
                        [
                            "published",
                            "updated",
                            "refreshed",
                            "checked",
                            "withdrawn",
                            "restored",
                            "erased",
                            "earlier-erased",
                        ],
                    )
                ),
                name="publication_change_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reason", ""),
                    models.Q(
                        (
                            "change",
                            glossary.closed_lists.publications.Change["WITHDRAWN"],
                        ),
                        (
                            "reason__in",
                            [
                                "published-by-mistake",
                                "wrong",
                                "out-of-date",
                                "harmful",
                                "replaced",
                                "asked-by-source",
                            ],
                        ),
                    ),
                    _connector="OR",
                ),
                name="what_is_withdrawn_says_why_from_a_list",
            ),
        ),
        migrations.AddConstraint(
            model_name="look",
            constraint=models.UniqueConstraint(
                fields=("user", "kind", "key"), name="one_look_per_person_and_document"
            ),
        ),
        migrations.AddConstraint(
            model_name="look",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        ["review", "source", "topic", "helpline", "text", "entry"],
                    )
                ),
                name="look_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="look",
            constraint=models.CheckConstraint(
                condition=models.Q(("digest", ""), _negated=True),
                name="a_look_is_at_a_text",
            ),
        ),
        migrations.AddConstraint(
            model_name="look",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("former", ""), ("former_at", None)),
                    ("former_at__isnull", False),
                    _connector="OR",
                ),
                name="who_saw_another_text_saw_it_some_time",
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["kind", "key"], name="events_about_one"),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["at"], name="events_by_day"),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(("actor_name", ""), _negated=True),
                name="somebody_did_it",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        ["review", "source", "topic", "helpline", "text", "entry", ""],
                    )
                ),
                name="event_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="author",
            constraint=models.UniqueConstraint(
                fields=("revision", "user"), name="one_author_per_person"
            ),
        ),
        migrations.AddConstraint(
            model_name="author",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="author_has_a_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="scheduledrevision",
            constraint=models.UniqueConstraint(
                fields=("schedule", "revision"), name="scheduled_once"
            ),
        ),
        migrations.AddIndex(
            model_name="schedule",
            index=models.Index(fields=["state", "at"], name="schedules_due"),
        ),
        migrations.AddConstraint(
            model_name="schedule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["waiting", "published", "cancelled"])
                ),
                name="schedule_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="schedule",
            constraint=models.CheckConstraint(
                condition=models.Q(("actor_name", ""), _negated=True),
                name="somebody_scheduled_it",
            ),
        ),
        migrations.AddConstraint(
            model_name="signoff",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("lang", ""), _negated=True),
                    models.Q(("digest", ""), _negated=True),
                ),
                name="a_sign_off_is_of_a_text_in_a_language",
            ),
        ),
        migrations.AddConstraint(
            model_name="signoff",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "role__in",
                        [
                            "editor",
                            "welsh-language",
                            "subject-expert",
                            "lived-experience",
                        ],
                    )
                ),
                name="sign_off_role_known",
            ),
        ),
        migrations.RunPython(
            append_only(
                "glossary_event",
                but=key_goes(
                    "glossary_erasure",
                    keys=("key", "details"),
                    others=(
                        "id",
                        "at",
                        "action",
                        "actor_id",
                        "actor_name",
                        "kind",
                        "revision_id",
                        "publication_id",
                    ),
                ),
            )
        ),
        migrations.RunPython(append_only("glossary_signoff")),
        migrations.RunPython(append_only("glossary_author")),
        migrations.RunPython(
            frozen_once_public(
                "glossary_revision",
                "glossary_publication",
                "glossary_erasure",
                ("document", "digest", "salt", "arrival"),
            )
        ),
    ]
