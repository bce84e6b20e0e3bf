"""Somebody who is signed in, by a shorter way than a password."""

from __future__ import annotations

from importlib import import_module
from time import time
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

if TYPE_CHECKING:
    from glossary.models import User


def seat(user: User, *, proved: int = 0) -> str:
    """Return the key of a new session; ``proved`` seconds ago they showed who they are."""
    engine = import_module("django.contrib.sessions.backends.db")
    store, now = engine.SessionStore(), int(time())
    store[SESSION_KEY] = str(user.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    store.update({"began": now, "seen": now, "proved": now - proved, "browser": []})
    store.create()
    key: str = store.session_key
    return key
