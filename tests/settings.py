"""The real settings, with the few changes that tests need."""

from explainer.settings import *  # noqa: F403
from explainer.settings import TEMPLATES

SECRET_KEY = "only-for-tests-and-long-enough-to-be-one-that-nobody-would-guess"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
SEQUENCE_CHECK_SECONDS = 0
RATE_LIMIT = "100000/minute"
EXIT_URL = "https://exit.example/"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
TEMPLATES[0]["OPTIONS"]["debug"] = True
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
