"""The words for one field."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class FieldWords(NamedTuple):
    """What a field is called, what helps to fill it in, and if that is rarely needed.

    ``tick`` is what a tick says, where it stands for the opposite of the label.
    """

    label: _StrPromise
    help: str | _StrPromise = ""
    is_rare: bool = False
    tick: str | _StrPromise = ""


DAY = _("Write it as 2026-06-30.")
"""The help for every field that holds a day."""
