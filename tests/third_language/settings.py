"""The test settings with two more languages, in a database of its own."""

from tests.settings import *  # noqa: F403
from tests.settings import GLOSSARY_LANGUAGES

GLOSSARY_LANGUAGES = [
    *GLOSSARY_LANGUAGES,
    "tests.third_language.cornish",
    "tests.third_language.hebrew",
]
DATABASES = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"},
}
