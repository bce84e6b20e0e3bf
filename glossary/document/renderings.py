"""The same text in another form: in sign language, in easy read, read aloud."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Self

from pydantic import AfterValidator, StringConstraints, model_validator

from glossary.closed_lists import RenderingKind, SignOffRole
from glossary.document.fields import Label, LanguageCode, Shape, WebAddress

MEDIA_TYPES = {
    "mp4": "video/mp4",
    "webm": "video/webm",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "brf": "text/plain",
}
"""What a file may be, by how its name ends; ``brf`` is Braille for a printer."""

FILE_NAME = rf"[a-z0-9]+(?:[._-][a-z0-9]+)*\.(?:{'|'.join(MEDIA_TYPES)})"
"""What a file may be called: nothing that leads out of its folder, or hides in it."""


def _over_https(address: str) -> str:
    if not address.startswith("https://"):
        message = "an address begins with https://"
        raise ValueError(message)
    return address


FileName = Annotated[str, StringConstraints(pattern=f"^{FILE_NAME}$", max_length=100)]


class RenderingSignOff(Shape):
    """Who has checked a rendering, and on which day."""

    role: SignOffRole
    signed_on: dt.date


class RenderingDocument(Shape):
    """A form of a text beside the written one.

    It is at an ``address``, or a ``file`` in the folder that this site gives such
    files from. ``lang`` is its own language: that of British Sign Language is ``bfi``.
    """

    kind: RenderingKind
    lang: LanguageCode
    address: Annotated[WebAddress, AfterValidator(_over_https)] | None = None
    file: FileName | None = None
    made_by: Label
    made_on: dt.date
    signed_off: tuple[RenderingSignOff, ...] = ()

    @model_validator(mode="after")
    def _is_in_one_place(self) -> Self:
        if (self.address is None) == (self.file is None):
            message = "a rendering has an address or a file, and not both"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _is_signed_off_after_it_was_made(self) -> Self:
        if any(row.signed_on < self.made_on for row in self.signed_off):
            message = "nobody can sign off what was not made yet"
            raise ValueError(message)
        return self
