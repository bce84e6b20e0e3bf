"""The settings of a site that is served with one more language, from right to left."""

from explainer.settings import *  # noqa: F403
from explainer.settings import GLOSSARY_LANGUAGES

GLOSSARY_LANGUAGES = [*GLOSSARY_LANGUAGES, "tests.third_language.hebrew"]
