"""What a language knows of the grammar of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from glossary.closed_lists import Gender


class Grammar(BaseModel):
    """Nothing: a language that knows something has a shape of its own.

    A field that its shape lacks is refused in documents of that language.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    @property
    def shown_gender(self) -> Gender | None:
        """The gender that readers are told, if the language has any."""
        return None

    @property
    def shown_article(self) -> str | None:
        """The article that a name takes in a sentence, where it takes one."""
        return None
