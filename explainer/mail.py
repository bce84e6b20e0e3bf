"""How letters go out: those for the people at the desk, and no others."""

from __future__ import annotations

from explainer.environment import SettingError, read

_SERVER = read("EMAIL_URL")

EMAIL_HOST = _SERVER.host
EMAIL_PORT = _SERVER.port
EMAIL_HOST_USER = _SERVER.user
EMAIL_HOST_PASSWORD = _SERVER.password
EMAIL_USE_SSL = _SERVER.is_tls
EMAIL_USE_TLS = _SERVER.becomes_tls
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = read("EMAIL_FROM")

if EMAIL_HOST and not DEFAULT_FROM_EMAIL:
    message = "EMAIL_FROM must be set where EMAIL_URL is."
    raise SettingError(message)
