"""Every setting: its name, its kind, and what it is where nobody says.

A value is read once, when the process starts, and a wrong one is refused in a
sentence: nothing that was meant to protect somebody is silently off. The table of
``docs/settings.md`` is held to this list by a test.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from explainer import desk_kinds, kinds, mail_kinds

if TYPE_CHECKING:
    from collections.abc import Callable


class SettingError(Exception):
    """An environment variable has a value that cannot be meant."""


@dataclass(frozen=True, slots=True)
class Setting:
    """An environment variable. ``default`` is as somebody would write it."""

    name: str
    default: str | None
    read: Callable[[str], Any]


SETTINGS = {
    setting.name: setting
    for setting in (
        Setting("HOST", "127.0.0.1", kinds.listening_host),
        Setting("PORT", "8000", kinds.whole(1, 65535)),
        Setting("WORKERS", None, kinds.whole(1, kinds.most_workers())),
        Setting("WORKER_MEMORY_MB", "512", kinds.whole(100, 65536)),
        Setting("SECRET_KEY", None, kinds.secret),
        Setting("DATABASE_URL", None, kinds.database),
        Setting("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]", kinds.hosts),
        Setting("HTTPS", "no", kinds.yes_or_no),
        Setting("SITE_ADDRESS", None, kinds.site_address),
        Setting("DESK", "yes", kinds.yes_or_no),
        Setting("DESK_ADDRESS", "", desk_kinds.address),
        Setting("DEMO", "no", kinds.yes_or_no),
        Setting("DESK_SECOND_FACTOR", "changes", desk_kinds.acts),
        Setting("DESK_PROOF_MINUTES", "15", kinds.whole(1, 720)),
        Setting("SIGN_OFF_DAYS", "90", kinds.whole(1, 3650)),
        Setting("BEHIND_PROXY", "0", kinds.whole(0, 9)),
        Setting("EXIT_URL", "https://www.bbc.co.uk/weather", kinds.web_address),
        Setting("CONTACT_URL", "", kinds.contact),
        Setting("EMAIL_URL", "", mail_kinds.server),
        Setting("EMAIL_FROM", "", mail_kinds.mailbox),
        Setting("RATE_LIMIT", "600/minute", kinds.rate_of_addresses),
        Setting("KEY_RATE_LIMIT", "6000/minute", kinds.rate),
        Setting("VALKEY_URL", "", kinds.valkey),
        Setting("HELD_ANSWERS_BYTES", "33554432", kinds.whole(0, 2**40)),
        Setting("SEARCH_INDEX_DIR", "", kinds.folder),
        Setting("RENDERINGS_DIR", "", kinds.folder_to_read),
        Setting("VAR_DIR", None, kinds.folder),
        Setting("DJANGO_DEBUG", "no", kinds.yes_or_no),
    )
}


def read(name: str, default: str | None = None) -> Any:
    """Return the value of a setting; ``default`` stands in for one that depends.

    Raises ``SettingError`` with a sentence where it cannot be meant.
    """
    setting = SETTINGS[name]
    text = os.environ.get(name)
    if text is None:
        text = setting.default if default is None else default
    if text is None:
        return None
    try:
        return setting.read(text)
    except kinds.SecretValueError as error:
        raise SettingError(f"{name} {error}.") from None
    except ValueError as error:
        shown = text if len(text) <= 40 else f"{text[:40]}…"
        shown = "".join(one if one.isprintable() else "�" for one in shown)
        raise SettingError(f"{name} {error}, not “{shown}”.") from None
