"""The grammar of a Welsh name: its gender, its article, its first letter."""

from __future__ import annotations

from typing import Literal

from pydantic import StrictBool

from glossary.languages.grammar import Grammar


class WelshGrammar(Grammar):
    """What cannot be seen in a name.

    ``article`` is the one that it takes; the name is written without it. ``mutates``
    is false for a name that keeps its first letter whatever comes before it, and
    ``match_mutated`` for one that is another word when it does not.
    """

    gender: Literal["masculine", "feminine", "both"] | None = None
    article: Literal["none", "y", "yr"] | None = None
    mutates: StrictBool = True
    match_mutated: StrictBool = True

    def shown(self) -> dict[str, str]:
        """Return the gender, and the article where it takes one."""
        article = None if self.article == "none" else self.article
        found = {"gender": self.gender, "article": article}
        return {name: value for name, value in found.items() if value}
