"""Checks that keep texts plain, kind and the same in every language. No Django.

``check_document`` is for an entry, ``check_text`` for a text that stands alone and
``check_catalogue`` for the interface. Each returns findings, heaviest first: the
editors' pages, ``manage.py check_content`` and the API show the same ones. Only our
own texts are held to our own style, though: ``check_text`` says nothing of it.
"""

from glossary.plain_language.all_checks import check_text, check_translations
from glossary.plain_language.backlog import MissingWord, find_backlog
from glossary.plain_language.catalogue import check_catalogue
from glossary.plain_language.context import Context
from glossary.plain_language.documents import check_document, check_draft
from glossary.plain_language.field import field_words
from glossary.plain_language.findings import Code, Finding, Severity
from glossary.plain_language.guessing import likely_language
from glossary.plain_language.measures import (
    LongSentence,
    Measures,
    counting_rules,
    measure,
)
from glossary.plain_language.names_only import (
    MOST_CHARACTERS,
    MOST_WORDS,
    NotAName,
    bare_name,
    not_a_name,
)
from glossary.plain_language.spelling import (
    can_check_spelling,
    clitics,
)
from glossary.plain_language.unchecked import find_unchecked
from glossary.plain_language.wording import count_wordings

__all__ = [
    "MOST_CHARACTERS",
    "MOST_WORDS",
    "Code",
    "Context",
    "Finding",
    "LongSentence",
    "Measures",
    "MissingWord",
    "NotAName",
    "Severity",
    "bare_name",
    "can_check_spelling",
    "check_catalogue",
    "check_document",
    "check_draft",
    "check_text",
    "check_translations",
    "clitics",
    "count_wordings",
    "counting_rules",
    "field_words",
    "find_backlog",
    "find_unchecked",
    "likely_language",
    "measure",
    "not_a_name",
]
