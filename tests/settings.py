"""The real settings, with the few changes that tests need."""

import os
import tempfile
from pathlib import Path

from explainer.settings import *  # noqa: F403
from explainer.settings import DATABASES, TEMPLATES

SECRET_KEY = "only-for-tests-and-long-enough-to-be-one-that-nobody-would-guess"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
ALLOWED_ADDRESSES = ALLOWED_HOSTS
SITE_ADDRESS = "https://words.example"  # another than any that tests ask at
SEQUENCE_CHECK_SECONDS = 0
RATE_LIMIT = "100000/minute"
DESK_SECOND_FACTOR = ["nobody"]  # tests of second factors say who must have one
FAIL_ON_COOKIES = True
PROXIES = 1  # so that tests can come from different senders
EXIT_URL = "https://exit.example/"
# Nothing is there: no test rests on what `make serve` leaves behind.
STATIC_ROOT = Path(tempfile.gettempdir()) / f"plain-words-test-{os.getpid()}-static"
ERASED_LIST = Path(tempfile.gettempdir()) / f"plain-words-test-{os.getpid()}.jsonl"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
TEMPLATES = [
    {**TEMPLATES[0], "OPTIONS": {"context_processors": [], "debug": True}},
]
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True

if DATABASES["default"]["ENGINE"] == "glossary.database.sqlite":
    # A real file: a database in memory locks whole tables between threads.
    name = f"plain-words-test-{os.getpid()}.sqlite3"
    DATABASES = {
        "default": {
            **DATABASES["default"],
            "TEST": {"NAME": Path(tempfile.gettempdir()) / name},
            "OPTIONS": {
                **DATABASES["default"]["OPTIONS"],
                "init_command": DATABASES["default"]["OPTIONS"]["init_command"].replace(
                    "synchronous=FULL", "synchronous=OFF"
                ),
            },
        }
    }
