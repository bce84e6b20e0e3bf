"""How letters go out: those for the people at the desk, and no others."""

from __future__ import annotations

import django

from explainer.environment import SettingError, read

_SERVER = read("EMAIL_URL")
_PATIENCE = 20  # seconds

SENDS_LETTERS = bool(_SERVER.host)
"""Whether there is a server that takes them."""
DEFAULT_FROM_EMAIL = read("EMAIL_FROM")

if SENDS_LETTERS and not DEFAULT_FROM_EMAIL:
    message = "EMAIL_FROM must be set where EMAIL_URL is."
    raise SettingError(message)

if django.VERSION >= (6, 1):
    MAILERS = {
        "default": {
            "OPTIONS": {
                "host": _SERVER.host,
                "port": _SERVER.port,
                "username": _SERVER.user,
                "password": _SERVER.password,
                "use_ssl": _SERVER.is_tls,
                "use_tls": _SERVER.becomes_tls,
                "timeout": _PATIENCE,
            }
        }
    }
else:  # the newest with long-term support says it so
    EMAIL_HOST = _SERVER.host
    EMAIL_PORT = _SERVER.port
    EMAIL_HOST_USER = _SERVER.user
    EMAIL_HOST_PASSWORD = _SERVER.password
    EMAIL_USE_SSL = _SERVER.is_tls
    EMAIL_USE_TLS = _SERVER.becomes_tls
    EMAIL_TIMEOUT = _PATIENCE
