"""The cases that an engine must pass, whoever wrote it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from glossary.api.requests.texts import Offsets
from glossary.api.responses.base import Langs
from glossary.api.responses.term_pack import PackedVocabulary
from glossary.api.responses.texts import FoundTerm
from glossary.public_form import PublicShape


class ConformanceCase(PublicShape):
    """A text, what it is read with, and the terms that must be found."""

    name: Annotated[str, Field(description="What it is a case of.")]
    pack: Annotated[str, Field(description="By which of `packs` it is read.")]
    text: Annotated[str, Field(description="The text.")]
    langs: Annotated[
        Langs | None,
        Field(
            description="The languages whose terms to look for, the text's own first. "
            "Null: all of them alike."
        ),
    ]
    exclude: Annotated[
        tuple[str, ...], Field(description="Ids of entries not to look for.")
    ]
    matches: Annotated[
        tuple[FoundTerm, ...],
        Field(description="All that must be found, in order, and nothing else."),
    ]


class ConformanceCases(PublicShape):
    """Texts with the terms that are in them, and the packs to find them by."""

    format: Annotated[int, Field(description="The format of the packs.")]
    offsets: Offsets
    packs: Annotated[
        dict[str, PackedVocabulary], Field(description="Small term packs, by name.")
    ]
    cases: Annotated[
        tuple[ConformanceCase, ...], Field(description="Each can be tried by itself.")
    ]
