"""Who may do what: plain predicates on an actor.

They fail closed: whatever is no actor (``None``, an anonymous request, a key) may do
nothing. The command line may do everything: whoever can run commands on the machine
can already read and write the database.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from glossary import languages
from glossary.closed_lists import SignOffRole
from glossary.document import DocumentKind
from glossary.models import Act, CommandLine, User, every_act, write_act

if TYPE_CHECKING:
    from collections.abc import Collection

    from glossary.models import Actor


SIGN_OFF_ACTS = {
    SignOffRole.EDITOR: Act.SIGN_OFF_EDITOR,
    SignOffRole.WELSH_LANGUAGE: Act.SIGN_OFF_WELSH,
    SignOffRole.SUBJECT_EXPERT: Act.SIGN_OFF_SUBJECT,
    SignOffRole.LIVED_EXPERIENCE: Act.SIGN_OFF_LIVED_EXPERIENCE,
}
"""What somebody must be allowed to sign off in each role."""


def can_write(actor: Actor, langs: Collection[str]) -> bool:
    """Tell whether ``actor`` may write in all of these languages, and in one at least.

    What belongs to no language, such as a topic, counts as the first one. In one that
    the site lacks nobody writes, whatever they may do.
    """
    known = {*langs} <= {*languages.codes()}
    return known and bool(langs) and all(_may(actor, write_act(lang)) for lang in langs)


def can_write_some(actor: Actor) -> bool:
    """Tell whether ``actor`` may write in one language at least."""
    return any(can_write(actor, [lang]) for lang in languages.codes())


def can_sign_off(actor: Actor, role: SignOffRole) -> bool:
    """Tell whether ``actor`` is a person who may sign texts off in this role.

    Not their own ones: ``review`` has the whole rule. The command line is nobody's
    second pair of eyes.
    """
    act = SIGN_OFF_ACTS.get(role)
    return isinstance(actor, User) and act is not None and _may(actor, act)


def can_review(actor: Actor) -> TypeGuard[User]:
    """Tell whether ``actor`` is a person who may sign off in some role."""
    return any(can_sign_off(actor, role) for role in SignOffRole)


def can_work(actor: Actor) -> TypeGuard[User]:
    """Tell whether ``actor`` is a person who may write, sign off or publish something.

    The command line takes no work upon itself.
    """
    if not isinstance(actor, User):
        return False
    return can_write_some(actor) or can_review(actor) or can_publish(actor)


def can_ask_for_a_check(actor: Actor) -> bool:
    """Tell whether ``actor`` may ask others to go through what is public."""
    return can_write_some(actor) or can_review(actor)


def can_load_reviewed_content(actor: Actor) -> bool:
    """Tell whether ``actor`` may bring in content that was reviewed elsewhere."""
    return _may(actor, Act.LOAD_REVIEWED_CONTENT)


def can_publish(actor: Actor, kinds: Collection[DocumentKind] = ()) -> bool:
    """Tell whether ``actor`` may make what is of these kinds public, or bring it back.

    Nobody writes the text of a public document: whoever may add it may publish it.
    """
    if set(kinds) == {DocumentKind.TEXT} and can_add_document_texts(actor):
        return True
    return _may(actor, Act.PUBLISH)


def can_withdraw(actor: Actor) -> bool:
    """Tell whether ``actor`` may take entries from the public."""
    return _may(actor, Act.WITHDRAW)


def can_erase(actor: Actor) -> bool:
    """Tell whether ``actor`` may take part in erasing texts for ever: two have to."""
    return _may(actor, Act.ERASE)


def can_add_document_texts(actor: Actor) -> bool:
    """Tell whether ``actor`` may add the text of a public document."""
    return _may(actor, Act.ADD_DOCUMENT_TEXTS)


def can_manage_keys(actor: Actor) -> bool:
    """Tell whether ``actor`` may issue and revoke API keys."""
    return _may(actor, Act.MANAGE_KEYS)


def can_forget_suggestions(actor: Actor) -> bool:
    """Tell whether ``actor`` may delete words that readers sent."""
    return _may(actor, Act.FORGET_SUGGESTIONS)


def can_manage_accounts(actor: Actor) -> bool:
    """Tell whether ``actor`` may make accounts, and say what each may do."""
    return _may(actor, Act.MANAGE_ACCOUNTS)


def acts_of(actor: object) -> tuple[str, ...]:
    """Return all that ``actor`` may do."""
    return tuple(act for act in every_act() if _may(actor, act))


def _may(actor: object, act: str) -> bool:
    """Tell whether ``actor`` is somebody, and somebody who may do ``act``."""
    if isinstance(actor, CommandLine):
        return True
    if not isinstance(actor, User) or actor.pk is None:
        return False
    return actor.has_perm(f"glossary.{act}")
