"""What the parameters of every address are made from."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from glossary import languages
from glossary.api.parameters.fields import CommaList


class Strict(serializers.Serializer[Any]):
    """Refuses names that it does not know."""

    def to_internal_value(self, data: Any) -> Any:
        """Return the values; name what is unknown and what is allowed."""
        if not isinstance(data, dict):
            raise serializers.ValidationError("", code="invalid")
        unknown = sorted(set(data) - set(self.fields))
        if unknown:
            names = {"list": ", ".join(self.fields)}
            detail = _("There is no such name here. Allowed: %(list)s.") % names
            raise serializers.ValidationError(
                dict.fromkeys(unknown, detail), code="unknown-parameter"
            )
        return super().to_internal_value(data)


class Plain(Strict):
    """An address that takes nothing but ``format``."""

    format = serializers.CharField(
        required=False, help_text="The representation, instead of `Accept`."
    )


class Answered(Plain):
    """An address whose answer can be had in fewer languages."""

    def get_fields(self) -> dict[str, Any]:
        """Add ``in``, which Python does not allow as an attribute."""
        wanted = CommaList(
            required=False,
            allowed=languages.codes,
            help_text=(
                "The languages wanted in the answer, with commas; all when left out. "
                "Errors come in the first of them, else in that of `Accept-Language`."
            ),
        )
        return {**super().get_fields(), "in": wanted}
