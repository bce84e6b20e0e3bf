"""What a language knows of the grammar of a name."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Grammar(BaseModel):
    """Nothing: a language that knows something has a shape of its own.

    A field that its shape lacks is refused in documents of that language.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    def shown(self) -> dict[str, str]:
        """Return what readers are told of it, as the API has it beside the name."""
        return {}
