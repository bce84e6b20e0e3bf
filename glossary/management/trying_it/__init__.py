"""A glossary for trying the desk out: invented accounts, and work in every state.

Everything in it says that it is invented: the accounts, the texts, and each page.
"""

from glossary.management.trying_it.accounts import ROLES, make_accounts
from glossary.management.trying_it.work import make_work

__all__ = ["ROLES", "make_accounts", "make_work"]
