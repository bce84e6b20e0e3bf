"""Which part of the glossary as a whole: an alphabet, a page of the sources."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from glossary.api.requests.base import Asked
from glossary.api.requests.codes import Language
from glossary.api.requests.positions import FROM_ANOTHER_PAGE, Cursor, Limit


class LettersQuery(Asked):
    """Whose letters to count."""

    lang: Annotated[Language, Field(description="Whose alphabet.")]


class SourcesQuery(Asked):
    """Where a page of the sources begins, and how long it is."""

    cursor: Annotated[
        dict[str, Any],
        Cursor({"before": str}, {"after": str}),
        Field(description=FROM_ANOTHER_PAGE),
    ] = {}
    limit: Limit = 50
