"""Every setting, read from the environment once: safe unless told otherwise.

``docs/settings.md`` lists the environment variables for people who run the site.
"""

from __future__ import annotations

import re
from pathlib import Path

from explainer.console import CONSOLE
from explainer.databases import connection
from explainer.desk import *  # noqa: F403 (what the desk needs)
from explainer.environment import read
from explainer.mail import *  # noqa: F403 (how letters go out)
from explainer.own_address import (
    host_in,
    own_address,
    require_two_hosts,
    without_desk,
)
from explainer.rest import *  # noqa: F403 (what the API needs)
from explainer.secret_key import secret_key
from glossary.closed_lists import SignOffRole

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(read("VAR_DIR", str(BASE_DIR / "var")) or BASE_DIR / "var")
_PORT = re.compile(r"(?<=[^:]):[0-9]+$")

# The installation.

DEBUG = read("DJANGO_DEBUG")
SECRET_KEY = secret_key(VAR_DIR)
# The desk may have a host of its own, which is then nobody else's.
DESK = read("DESK")
DESK_ADDRESS: str = read("DESK_ADDRESS") if DESK else ""
# Addresses are host names, with a port where it is neither the scheme's own nor
# the one that the server listens on.
_OF_READERS = without_desk(read("ALLOWED_HOSTS"), DESK_ADDRESS)
ALLOWED_ADDRESSES: list[str] = [
    *_OF_READERS,
    *([host_in(DESK_ADDRESS)] if DESK_ADDRESS else ()),
]
ALLOWED_HOSTS = [_PORT.sub("", address) for address in ALLOWED_ADDRESSES]
WSGI_APPLICATION = "explainer.wsgi.application"
SERVER = "explainer.server"
LISTEN_HOST = read("HOST")
LISTEN_PORT = read("PORT")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "glossary.User"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "rest_framework",
    "drf_spectacular",
    "glossary",
]

# Two front doors (decision 21). Behind the public one is no session, message, locale
# or authentication middleware: its pages set no cookie, and their language is part of
# their address. The list of the desk is in explainer/desk.py.

# Invented accounts and texts, for trying the desk out: every page says so.
DEMO = read("DEMO")
DESK_SECOND_FACTOR = read("DESK_SECOND_FACTOR")
DESK_PROOF_MINUTES = read("DESK_PROOF_MINUTES")
ROOT_URLCONF = "explainer.urls"
FAIL_ON_COOKIES = DEBUG  # else a cookie that a public page would set is dropped
PUBLIC_MIDDLEWARE = [
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
    "default": connection(
        read("DATABASE_URL", f"sqlite:///{VAR_DIR / 'glossary.sqlite3'}")
    )
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
# Without which of them nothing becomes public: those of a language, "*" of all others.
GLOSSARY_REQUIRED_SIGN_OFFS: dict[str, list[str]] = {
    "cy": [SignOffRole.WELSH_LANGUAGE],
    "*": [SignOffRole.EDITOR],
}
SIGN_OFF_DAYS = read("SIGN_OFF_DAYS")
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
DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * 1024 * 1024
# What a reader sends is read in memory and forgotten: it never becomes a file.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = DATA_UPLOAD_MAX_MEMORY_SIZE

# The one address by which the site calls itself where an answer has to be the same
# whoever asks: what a problem of the API is called, for example.
SITE_ADDRESS: str = read("SITE_ADDRESS") or own_address(
    _OF_READERS, is_secure=HTTPS, port=None if PROXIES else LISTEN_PORT
)
if DESK_ADDRESS:
    require_two_hosts(SITE_ADDRESS, DESK_ADDRESS)

# The glossary.

EXIT_URL = read("EXIT_URL")
CONTACT_URL = read("CONTACT_URL")
ERASED_LIST = VAR_DIR / "erased.jsonl"
SEARCH_INDEX_DIR = read("SEARCH_INDEX_DIR")
RENDERINGS_DIR = read("RENDERINGS_DIR")
HELD_ANSWERS_BYTES = read("HELD_ANSWERS_BYTES")
SEQUENCE_CHECK_SECONDS = 0.25
RATE_LIMIT = read("RATE_LIMIT")
KEY_RATE_LIMIT = read("KEY_RATE_LIMIT")
VALKEY_URL = read("VALKEY_URL")

# What the log may say, and how: see ``glossary.logs``. No error report is mailed.

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    **CONSOLE,
    "loggers": {**CONSOLE["loggers"], "django": {"handlers": [], "level": "INFO"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
