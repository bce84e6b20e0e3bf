"""Who may do what: plain predicates on an actor.

``None`` is the command line of the machine that runs the site: whoever can run
commands there can already read and write the database.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glossary.models import User


def can_load_reviewed_content(actor: User | None) -> bool:
    """Tell whether ``actor`` may bring in content that was reviewed elsewhere."""
    return actor is None or actor.has_perm("glossary.add_revision")


def can_publish(actor: User | None) -> bool:
    """Tell whether ``actor`` may publish, withdraw and restore."""
    return actor is None or actor.has_perm("glossary.add_publication")


def can_manage_keys(actor: User | None) -> bool:
    """Tell whether ``actor`` may issue and revoke API keys."""
    return actor is None or actor.has_perm("glossary.change_apikey")


def can_forget_suggestions(actor: User | None) -> bool:
    """Tell whether ``actor`` may delete words that readers sent."""
    return actor is None or actor.has_perm("glossary.delete_suggestedword")
