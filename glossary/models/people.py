"""Who acts on the glossary: people with an account, and the command line.

Readers have no account.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TypeAlias

from django.contrib.auth.models import AbstractUser
from django.db import models


class Act(models.TextChoices):
    """What somebody can be allowed to do. Stored as Django's permissions."""

    PUBLISH = "publish", "Publish and restore documents"
    WITHDRAW = "withdraw", "Withdraw documents"
    LOAD_REVIEWED_CONTENT = "load_reviewed_content", "Load what was reviewed elsewhere"
    ADD_DOCUMENT_TEXTS = "add_document_texts", "Add the texts of public documents"
    MANAGE_KEYS = "manage_keys", "Issue and revoke API keys"
    FORGET_SUGGESTIONS = "forget_suggestions", "Delete words that readers sent"
    MANAGE_ACCOUNTS = "manage_accounts", "Make accounts, and say what each may do"


class User(AbstractUser):
    """Somebody who writes, reviews or publishes.

    A model of our own from the first migration on, as Django advises: it cannot
    be put in later without pain.
    """

    class Meta(AbstractUser.Meta):
        """Each act can be allowed to somebody by itself."""

        permissions = [(act.value, act.label) for act in Act]

    @classmethod
    def normalize_username(cls, username: str) -> str:
        """Return what all spellings of a name have in common: they are one account."""
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
