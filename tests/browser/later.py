"""Lets an hour go by since somebody at the desk showed who they are.

``python -m tests.browser.later NAME`` does so in the database of the environment.
"""

from __future__ import annotations

import sys

import django

django.setup()

from django.contrib.auth import SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.contrib.sessions.models import Session  # noqa: E402

from glossary.models import User  # noqa: E402

HOUR = 3600


def main(name: str) -> None:
    """Change each session of an account as if it were an hour later."""
    account = str(User.objects.get(username=name).pk)
    for key in Session.objects.values_list("pk", flat=True):
        session = SessionStore(key)
        if session.get(SESSION_KEY) != account:
            continue
        session["proved"] = session.get("proved", 0) - HOUR
        session.save()


if __name__ == "__main__":
    main(sys.argv[1])
