"""Every setting, read from the environment once: safe unless told otherwise.

``docs/settings.md`` lists the environment variables for people who run the site.
"""

from __future__ import annotations

import fcntl
import re
import secrets
from pathlib import Path

import dj_database_url

from explainer.console import CONSOLE
from explainer.environment import SettingError, read
from explainer.own_address import own_address
from glossary.closed_lists import SignOffRole

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(read("VAR_DIR", str(BASE_DIR / "var")) or BASE_DIR / "var")


def _secret_key() -> str:
    """Return the secret key, made on the first start and kept out of git.

    It is written whole or not at all, by one of those that start together, and one
    that is empty is made again.
    """
    given: str | None = read("SECRET_KEY")
    if given is not None:
        return given
    path = VAR_DIR / "secret-key"
    try:
        return _kept(path) or _made(path)
    except OSError as error:
        raise SettingError(
            f"Cannot keep the secret key in {path} ({error.strerror}). Set VAR_DIR "
            "to a folder that can be written, or SECRET_KEY."
        ) from None


def _kept(path: Path) -> str:
    return path.read_text(encoding="ascii").strip() if path.exists() else ""


def _made(path: Path) -> str:
    """Write a new key, unless somebody else has done so meanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _kept(path):
            beside = path.with_suffix(f".{secrets.token_hex(8)}")
            beside.touch(mode=0o600)
            beside.write_text(secrets.token_urlsafe(64), encoding="ascii")
            beside.replace(path)
        return _kept(path)


_PORT = re.compile(r"(?<=[^:]):[0-9]+$")

# The installation.

DEBUG = read("DJANGO_DEBUG")
SECRET_KEY = _secret_key()
# Addresses are host names, with a port where it is neither the scheme's own nor
# the one that the server listens on.
ALLOWED_ADDRESSES: list[str] = read("ALLOWED_HOSTS")
ALLOWED_HOSTS = [_PORT.sub("", address) for address in ALLOWED_ADDRESSES]
ROOT_URLCONF = "explainer.urls"
WSGI_APPLICATION = "explainer.wsgi.application"
SERVER = "explainer.server"
LISTEN_HOST = read("HOST")
LISTEN_PORT = read("PORT")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "glossary.User"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.staticfiles",
    "rest_framework",
    "drf_spectacular",
    "glossary",
]

# No session, message, locale or authentication middleware: a public page sets no
# cookie, and its language is part of its address.
MIDDLEWARE = [
    "glossary.web.middleware.SafetyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "glossary.web.fair_use.FairUseMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": []},
    }
]

# Databases: an embedded SQLite file, or PostgreSQL through DATABASE_URL.

DATABASES = {
    "default": dj_database_url.parse(
        read("DATABASE_URL", f"sqlite:///{VAR_DIR / 'glossary.sqlite3'}"),
        conn_max_age=600,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["ENGINE"] = "glossary.database.sqlite"
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # What is deleted, such as a name that a reader sent, leaves no bytes behind.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
        "PRAGMA secure_delete=ON;",
    }
else:
    DATABASES["default"]["ENGINE"] = "glossary.database.postgresql"
    DATABASES["default"].setdefault("OPTIONS", {})
    DATABASES["default"]["OPTIONS"] |= {
        "connect_timeout": 2,
        "keepalives_idle": 5,
        "keepalives_interval": 2,
        "keepalives_count": 3,
        "tcp_user_timeout": 5000,
    }

# Languages: one dotted path each, in the order in which the site lists them.

GLOSSARY_LANGUAGES = [
    "glossary.languages.english",
    "glossary.languages.welsh",
]
# Who can sign a text off, and for which languages (none named: for all).
GLOSSARY_SIGN_OFFS: dict[str, list[str]] = {
    SignOffRole.EDITOR: [],
    SignOffRole.WELSH_LANGUAGE: ["cy"],
    SignOffRole.SUBJECT_EXPERT: [],
    SignOffRole.LIVED_EXPERIENCE: [],
}
LANGUAGE_CODE = "en"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"
LOCALE_PATHS = [BASE_DIR / "glossary" / "locale"]

# Static files: named by their content, served by WhiteNoise.

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "explainer.static_files.StaticFiles"},
}
# What a browser keeps shows that somebody was here, so that it is to be no more than
# makes reading quick. After a day it asks whether a file is still the same.
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_MAX_AGE = 86_400
WHITENOISE_IMMUTABLE_FILE_TEST = "(?!)"  # none

# Security. A site that is not reached over HTTPS (the first start on one's own
# machine) must say so.

# How many proxies stand in front. What came before theirs in X-Forwarded-For was
# written by the sender, and is not believed.
PROXIES = read("BEHIND_PROXY")
HTTPS = read("HTTPS")
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SILENCED_SYSTEM_CHECKS = [
    "security.W002",  # SafetyMiddleware sends X-Frame-Options itself
    "security.W003",  # no cookie to protect: forms check where a request is from
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * 1024 * 1024
# What a reader sends is read in memory and forgotten: it never becomes a file.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = DATA_UPLOAD_MAX_MEMORY_SIZE

# The one address by which the site calls itself where an answer has to be the same
# whoever asks: what a problem of the API is called, for example.
SITE_ADDRESS: str = read("SITE_ADDRESS") or own_address(
    ALLOWED_ADDRESSES, is_secure=HTTPS, port=None if PROXIES else LISTEN_PORT
)

# The glossary.

EXIT_URL = read("EXIT_URL")
CONTACT_URL = read("CONTACT_URL")
SEARCH_INDEX_DIR = read("SEARCH_INDEX_DIR")
HELD_ANSWERS_BYTES = read("HELD_ANSWERS_BYTES")
SEQUENCE_CHECK_SECONDS = 0.25
RATE_LIMIT = read("RATE_LIMIT")
KEY_RATE_LIMIT = read("KEY_RATE_LIMIT")
VALKEY_URL = read("VALKEY_URL")

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["glossary.api.authentication.KeyAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_RENDERER_CLASSES": ["glossary.api.renderers.OrjsonRenderer"],
    "DEFAULT_PARSER_CLASSES": ["glossary.api.parsers.StrictJSONParser"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "glossary.api.negotiation.Negotiation",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "glossary.api.errors.problem_response",
    "URL_FORMAT_OVERRIDE": "format",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Plain Words · Geiriau Plaen",
    "DESCRIPTION": (
        "The glossary of police and child-protection words in plain English and "
        "plain Welsh. Reading is open and needs no key. Every failure is "
        "`application/problem+json` (RFC 9457). Everything that is read carries a "
        "strong `ETag`. Every answer carries `RateLimit`, what you may still ask for. "
        "429 (too many requests) and 503 (too much to do here, or no database) say in "
        "`Retry-After` for how many seconds to wait."
    ),
    "LICENSE": {
        "name": "Content: CC BY 4.0",
        "url": "https://creativecommons.org/licenses/by/4.0/",
    },
    "SERVERS": [{"url": "/"}],
    "ENUM_NAME_OVERRIDES": {"ProblemCode": "glossary.problems.PROBLEMS"}
    | {
        name: f"glossary.closed_lists.{name}.values"
        for name in (
            "Change",
            "EntryKind",
            "Gender",
            "LanguageState",
            "MatchForm",
            "MatchTier",
            "Nation",
            "ProvenanceStatus",
            "RelationType",
            "SourceKind",
            "TermStatus",
            "TermType",
        )
    },
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,  # it would say each code twice
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
}

# What the log may say, and how: see ``glossary.logs``. No error report is mailed.

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    **CONSOLE,
    "loggers": {**CONSOLE["loggers"], "django": {"handlers": [], "level": "INFO"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
