"""The rules for accounts: make one, say what it may do and whose it is, close it.

A name belongs to one account, however it is written, and no account is ever deleted:
what somebody did stays with their name.
"""

from glossary.accounts.ground import acts_when_open
from glossary.accounts.invitations import accept, invite, invited
from glossary.accounts.managing import (
    add_account,
    allow,
    change_password,
    close_account,
    end_sessions,
    forbid,
    reopen_account,
    reset_second_factor,
)
from glossary.accounts.own import set_email, set_own_password
from glossary.accounts.persons import mark_as_one_person, mark_as_own_person
from glossary.accounts.sessions import (
    Seat,
    end_other_sessions,
    end_own_sessions,
    seats_of,
)

__all__ = [
    "Seat",
    "accept",
    "acts_when_open",
    "add_account",
    "allow",
    "change_password",
    "close_account",
    "end_other_sessions",
    "end_own_sessions",
    "end_sessions",
    "forbid",
    "invite",
    "invited",
    "mark_as_one_person",
    "mark_as_own_person",
    "reopen_account",
    "reset_second_factor",
    "seats_of",
    "set_email",
    "set_own_password",
]
