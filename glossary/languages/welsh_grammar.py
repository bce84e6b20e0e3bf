"""The grammar of a Welsh name: its gender, its article, its first letter."""

from __future__ import annotations

from typing import Literal

from pydantic import StrictBool

from glossary.closed_lists import Article, Gender
from glossary.languages.grammar import Grammar


class WelshGrammar(Grammar):
    """What cannot be seen in a name.

    ``article`` is the one that it takes; the name is written without it. ``mutates``
    is false for a name that keeps its first letter whatever comes before it, and
    ``match_mutated`` for one that is another word when it does not.
    """

    gender: Literal[Gender.MASCULINE, Gender.FEMININE, Gender.BOTH] | None = None
    article: Article | None = None
    mutates: StrictBool = True
    match_mutated: StrictBool = True

    @property
    def shown_gender(self) -> Gender | None:
        """The gender, where it is known."""
        return self.gender

    @property
    def shown_article(self) -> str | None:
        """The article, where the name takes one."""
        return None if self.article == Article.NONE else self.article
