"""Which helplines: for whom, where, in which language."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from glossary.api.requests.base import Answered
from glossary.api.requests.codes import KNOWN, NOT_NULL, Language
from glossary.closed_lists import Audience, Nation


class HelplinesQuery(Answered):
    """Which helplines to list; all when nothing is asked for."""

    audience: Annotated[
        Annotated[Audience, KNOWN] | None,
        NOT_NULL,
        Field(description="For whom they are."),
    ] = None
    area: Annotated[
        Annotated[Nation, KNOWN] | None,
        NOT_NULL,
        Field(description="A nation that they are for."),
    ] = None
    speaks: Annotated[
        Language | None,
        NOT_NULL,
        Field(description="A language in which they answer."),
    ] = None
