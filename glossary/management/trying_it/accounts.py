"""The invented accounts: one for each of those who work together."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from glossary import languages
from glossary.accounts import add_account, change_password
from glossary.models import Act, User, write_act

if TYPE_CHECKING:
    from glossary.models import Actor

ROLES: dict[str, tuple[str, ...]] = {
    "demo-editor": (
        Act.SIGN_OFF_EDITOR,
        Act.PUBLISH,
        Act.WITHDRAW,
        Act.FORGET_SUGGESTIONS,
    ),
    "demo-welsh-editor": (Act.SIGN_OFF_WELSH, Act.WITHDRAW),
    "demo-subject-expert": (Act.SIGN_OFF_SUBJECT,),
    "demo-lived-experience": (Act.SIGN_OFF_LIVED_EXPERIENCE,),
    "demo-publisher": (Act.PUBLISH, Act.WITHDRAW, Act.ERASE),
    "demo-administrator": (Act.MANAGE_ACCOUNTS, Act.MANAGE_KEYS, Act.ERASE),
}
"""What each may do; those who write come first, one for each language.

Two may erase, since it takes two.
"""


def make_accounts(actor: Actor) -> dict[str, str]:
    """Make the accounts, or give those that are there new passwords.

    Returns the password of each. Nothing ships with one.
    """
    writers = {f"demo-writer-{code}": (write_act(code),) for code in languages.codes()}
    found = {}
    for name, acts in {**writers, **ROLES}.items():
        password = "-".join(secrets.token_hex(3) for _ in range(3))
        if User.objects.filter(username=name).exists():
            change_password(name=name, password=password, actor=actor)
        else:
            add_account(name=name, password=password, acts=acts, actor=actor)
        found[name] = password
    return found
