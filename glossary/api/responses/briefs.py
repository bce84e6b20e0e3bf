"""What an entry means in brief."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from glossary.api.responses.base import Address, Id, NotCheckedBy
from glossary.public_form import Label, MissingSection, PublicShape
from glossary.public_form.shapes import State

_BY_STATE = Field(discriminator="state")


class SectionInBrief(PublicShape):
    """An entry in one language, in brief."""

    state: Annotated[
        State, Field(description="`behind`: the other language has changed since.")
    ]
    label: Annotated[Label, Field(description="Its preferred name in the language.")]
    short: Annotated[str, Field(description="What it is, in a sentence or three.")]
    url: Annotated[Address, Field(description="Its page in the language.")]
    not_checked_by: NotCheckedBy


class EntryInBrief(PublicShape):
    """What an entry means in brief."""

    id: Id
    languages: Annotated[
        dict[str, Annotated[SectionInBrief | MissingSection, _BY_STATE]],
        Field(description="BCP 47 to the text in that language."),
    ]


Briefs = Annotated[
    dict[str, EntryInBrief], Field(description="What each entry means, by its id.")
]
