"""Who acts on the glossary: people with an account, and the command line.

Readers have no account.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TypeAlias

from django.contrib.auth.models import AbstractUser
from django.db import models

from glossary import languages


class Act(models.TextChoices):
    """What somebody can be allowed to do. Stored as Django's permissions.

    Beside these there is one for each language, to write in it (``write_act``).
    """

    SIGN_OFF_EDITOR = "sign_off_editor", "Sign off as an editor"
    SIGN_OFF_WELSH = "sign_off_welsh", "Sign off the Welsh"
    SIGN_OFF_SUBJECT = "sign_off_subject", "Sign off as a subject expert"
    SIGN_OFF_LIVED_EXPERIENCE = (
        "sign_off_lived_experience",
        "Sign off from lived experience",
    )
    PUBLISH = "publish", "Publish and restore documents"
    WITHDRAW = "withdraw", "Withdraw documents"
    ERASE = "erase", "Erase what must go for ever"
    LOAD_REVIEWED_CONTENT = "load_reviewed_content", "Load what was reviewed elsewhere"
    ADD_DOCUMENT_TEXTS = "add_document_texts", "Add the texts of public documents"
    MANAGE_KEYS = "manage_keys", "Issue and revoke API keys"
    FORGET_SUGGESTIONS = "forget_suggestions", "Delete words that readers sent"
    MANAGE_ACCOUNTS = "manage_accounts", "Make accounts, and say what each may do"


def write_act(lang: str) -> str:
    """Return the act of writing in a language, as ``write_cy``."""
    return f"write_{lang}"


def every_act() -> tuple[str, ...]:
    """Return all acts: writing in each language of the site, then the others."""
    return (*map(write_act, languages.codes()), *Act.values)


class User(AbstractUser):
    """Somebody who writes, reviews or publishes.

    A model of our own from the first migration on, as Django advises: it cannot
    be put in later without pain.

    Who has two accounts is one person: the others then name in ``same_as`` the one
    that stands for the person. ``email`` may be empty: nobody needs one to come in.
    """

    same_as = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="others"
    )

    class Meta(AbstractUser.Meta):
        """Each act can be allowed to somebody by itself."""

        permissions = [(act.value, act.label) for act in Act]
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(same_as=models.F("id")),
                name="nobody_is_the_same_as_themselves",
            ),
            models.UniqueConstraint(
                fields=["email"],
                condition=~models.Q(email=""),
                name="an_email_address_belongs_to_one_account",
            ),
        )

    @property
    def person(self) -> int:
        """The number of the person: the same for all accounts of one."""
        number: int = self.same_as_id or self.pk
        return number

    @classmethod
    def normalize_username(cls, username: str) -> str:
        """Return what all spellings of a name have in common: they are one account.

        An e-mail address is kept in the same way.
        """
        return unicodedata.normalize("NFKC", username).strip().casefold()


@dataclass(frozen=True, slots=True)
class CommandLine:
    """The command line of the machine that runs the site, and who typed there.

    Whoever can run commands there can already read and write the database.
    """

    name: str

    def __post_init__(self) -> None:
        """Refuse to be nobody."""
        if not self.name:
            message = "somebody must be named"
            raise ValueError(message)


Actor: TypeAlias = User | CommandLine
"""Who does something. Never ``None``: what nobody does is not done."""


def name_of(actor: object) -> str:
    """Return what ``actor`` is called. Raises ``TypeError`` for what is no actor."""
    match actor:
        case CommandLine():
            return actor.name
        case User():
            return actor.get_username()
    message = f"{actor!r} is no actor"
    raise TypeError(message)
