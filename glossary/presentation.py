"""The addresses of pages."""

from __future__ import annotations

from glossary import languages


def entry_path(lang: str, slug: str) -> str:
    """Return the path of an entry's page."""
    return f"/{lang}/{path_word(lang, 'terms')}/{slug}/"


def letter_path(lang: str, letter: str) -> str:
    """Return the path of the list under a letter; without one, under figures."""
    return f"/{lang}/{path_word(lang, 'a-to-z')}/{letter or '0-9'}/"


def path_word(lang: str, word: str) -> str:
    """Return a word of our addresses in ``lang``; English where it has none."""
    return languages.get(lang).path_words.get(word, word)
