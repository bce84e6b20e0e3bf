"""What the shapes of all requests are made from."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from glossary.api.requests.codes import NOT_NULL, Language
from glossary.api.requests.values import Listed


class Asked(BaseModel):
    """What an address takes: every name is known, every value of its own kind."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Nothing(Asked):
    """An address that takes no parameter."""


class Answered(Asked):
    """An address whose answer can be had in fewer languages."""

    languages: Annotated[
        Listed[Language] | None,
        NOT_NULL,
        Field(
            alias="in",
            description="The languages wanted in the answer; all when left out. Errors "
            "come in the first of them, else in that of `Accept-Language`.",
        ),
    ] = None
