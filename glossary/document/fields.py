"""What the fields of documents hold: texts, names, addresses, days."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    HttpUrl,
    StringConstraints,
    TypeAdapter,
)

_UNSEEN = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]"
)
"""The characters of Cc, Cs and Co, but for tab and newline. These never change."""


def clean_text(text: str) -> str:
    """Return ``text`` in NFC; refuse characters that nobody can see or type."""
    if found := _UNSEEN.search(text):
        message = f"contains the character U+{ord(found[0]):04X}"
        raise ValueError(message)
    return unicodedata.normalize("NFC", text.strip())


Text = Annotated[str, AfterValidator(clean_text), Field(min_length=1)]
Label = Annotated[Text, Field(max_length=120)]
ProperName = Annotated[Text, Field(max_length=200)]
Slug = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=120)
]
AddressPart = Annotated[str, AfterValidator(clean_text), Field(max_length=120)]
EntryId = Annotated[Slug, Field(max_length=80)]
ShortId = Annotated[Slug, Field(max_length=60)]
LanguageCode = Annotated[
    str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$", max_length=20)
]
YearOrDate = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}){0,2}$")]


class Shape(BaseModel):
    """No field is unknown, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


ShapeT = TypeVar("ShapeT", bound=Shape)


_address = TypeAdapter(HttpUrl)


def _written_out(text: str) -> str:
    """Return an address as browsers write it (WHATWG URL)."""
    return str(_address.validate_python(text))


WebAddress = Annotated[str, Field(max_length=500), AfterValidator(_written_out)]
