"""Every setting: its name, its kind, what it is where nobody says, what it does.

A value is read once, when the process starts, and a wrong one is refused in a
sentence: nothing that was meant to protect somebody is silently off. The table of
``docs/settings.md`` is held to this list by a test.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from explainer import kinds

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
    says: str


SETTINGS = {
    setting.name: setting
    for setting in (
        Setting("HOST", "127.0.0.1", kinds.listening_host, "where it listens"),
        Setting("PORT", "8000", kinds.whole(1, 65535), "and on which port"),
        Setting(
            "WORKERS",
            None,
            kinds.whole(1, kinds.most_workers()),
            "how many processes answer",
        ),
        Setting(
            "WORKER_MEMORY_MB",
            "512",
            kinds.whole(100, 65536),
            "how much memory a worker may have before it is replaced",
        ),
        Setting("SECRET_KEY", None, kinds.secret, "Django's secret key"),
        Setting("DATABASE_URL", None, kinds.database, "the database"),
        Setting(
            "ALLOWED_HOSTS",
            "localhost,127.0.0.1,[::1]",
            kinds.hosts,
            "the host names that the site answers to",
        ),
        Setting("HTTPS", "no", kinds.yes_or_no, "redirect to HTTPS, and HSTS"),
        Setting(
            "BEHIND_PROXY",
            "0",
            kinds.whole(0, 9),
            "how many proxies stand in front, and are believed",
        ),
        Setting(
            "EXIT_URL",
            "https://www.bbc.co.uk/weather",
            kinds.web_address,
            "where “Exit this page” leads",
        ),
        Setting("CONTACT_URL", "", kinds.contact, "where readers reach us"),
        Setting(
            "RATE_LIMIT",
            "600/minute",
            kinds.rate_of_addresses,
            "what an address may ask for",
        ),
        Setting("KEY_RATE_LIMIT", "6000/minute", kinds.rate, "the same for a key"),
        Setting(
            "VALKEY_URL",
            "",
            kinds.valkey,
            "where several machines count together",
        ),
        Setting(
            "HELD_ANSWERS_BYTES",
            "33554432",
            kinds.whole(0, 2**40),
            "how many bytes of answers a process holds",
        ),
        Setting("SEARCH_INDEX_DIR", "", kinds.folder, "a folder for the index"),
        Setting("VAR_DIR", None, kinds.folder, "where files are kept"),
        Setting("DJANGO_DEBUG", "no", kinds.yes_or_no, "Django's debug pages"),
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
