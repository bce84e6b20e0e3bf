"""The test settings with one more language, in a database of its own."""

from tests.settings import *  # noqa: F403
from tests.settings import GLOSSARY_LANGUAGES

GLOSSARY_LANGUAGES = [*GLOSSARY_LANGUAGES, "tests.third_language.cornish"]
DATABASES = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"},
}
