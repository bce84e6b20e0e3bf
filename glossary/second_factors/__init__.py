"""The rules for second factors: passkeys, apps that show codes, codes on paper.

A passkey asks for a finger, a face or a PIN, and is two factors in one. The others
come after the password.
"""

from glossary.second_factors.adding import (
    add_app,
    add_passkey,
    new_recovery_codes,
    remove_factor,
    rename_factor,
)
from glossary.second_factors.codes import is_right_code, secret_of
from glossary.second_factors.passkeys import (
    options_to_add,
    options_to_show,
    whose_passkey,
)
from glossary.second_factors.requirement import (
    has_factor,
    has_passkey,
    must_have_factor,
    unknown_acts,
)

__all__ = [
    "add_app",
    "add_passkey",
    "has_factor",
    "has_passkey",
    "is_right_code",
    "must_have_factor",
    "new_recovery_codes",
    "options_to_add",
    "options_to_show",
    "remove_factor",
    "rename_factor",
    "secret_of",
    "unknown_acts",
    "whose_passkey",
]
