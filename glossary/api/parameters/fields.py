"""The kinds of value: what each takes, and how it refuses everything else.

An error whose message is empty gets its sentence from ``glossary.api.errors``.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from glossary import languages
from glossary.api import cursors
from glossary.closed_lists import EntryKind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

MAX_QUERY = 200
MAX_IDS = 1000
AUTO = "auto"
_WHITE_SPACE = re.compile(r"[ \t\n\v\f\r\x85\xa0\u2028\u2029]+")
_ID = re.compile(r"[a-z0-9-]{1,80}")


def _require_known(value: Any, allowed: Collection[str], name: str | None) -> None:
    """Raise a validation error that says which values there are."""
    if value not in allowed:
        detail = _("Allowed: %(list)s.") % {"list": ", ".join(allowed)}
        raise serializers.ValidationError(detail, code=f"unknown-{name}")


class Choice(serializers.ChoiceField):
    """One of a closed list."""

    def to_internal_value(self, data: Any) -> str:
        """Return the value, or say which ones there are."""
        _require_known(str(data), self.choices, self.field_name)
        return str(data)


@extend_schema_field(str)
class LanguageCode(serializers.CharField):
    """One of the languages of this installation."""

    def allowed(self) -> Sequence[str]:
        """Return the values that there are."""
        return languages.codes()

    def to_internal_value(self, data: Any) -> str:
        """Return the code, or say which ones there are."""
        _require_known(str(data), self.allowed(), self.field_name)
        return str(data)


class TextLanguage(LanguageCode):
    """One of the languages of this installation, or the word for any."""

    def allowed(self) -> Sequence[str]:
        """Return the values that there are."""
        return AUTO, *super().allowed()


@extend_schema_field(str)
class Text(serializers.Field[Any, Any, Any, Any]):
    """A text of any kind, taken as it is."""

    default_error_messages = {"invalid": ""}

    def to_internal_value(self, data: Any) -> str:
        """Return the text."""
        if not isinstance(data, str):
            self.fail("invalid")
        return data


class Words(serializers.CharField):
    """Something to look for: at most 200 characters, none of them a control.

    Line ends and tabs come along when somebody copies a word: they are spaces.
    """

    default_error_messages = {"control-characters": ""}

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=MAX_QUERY, **options)

    def to_internal_value(self, data: Any) -> str:
        """Return the words; refuse what nobody can type."""
        if not isinstance(data, str):
            self.fail("invalid")
        words = _WHITE_SPACE.sub(" ", data).strip(" ")
        if any(unicodedata.category(char) in {"Cc", "Cs", "Co"} for char in words):
            self.fail("control-characters")
        return super().to_internal_value(words)


@extend_schema_field(str)
class Several(serializers.Field[Any, Any, Any, Any]):
    """Several values, with commas between or as a JSON array."""

    default_error_messages = {"invalid": "", "not-a-list": ""}

    def to_internal_value(self, data: Any) -> list[Any]:
        """Return the values, whatever they are."""
        values = data.split(",") if isinstance(data, str) else data
        if not isinstance(values, list):
            self.fail("not-a-list")
        return values


class Ids(Several):
    """Ids. They need not be of an entry."""

    def to_internal_value(self, data: Any) -> list[str]:
        """Return the ids; refuse more than one request may hold."""
        values = super().to_internal_value(data)
        if len(values) > MAX_IDS:
            detail = _("At most %(number)s in one request.") % {"number": MAX_IDS}
            raise serializers.ValidationError(detail, code="too-many")
        if not all(isinstance(one, str) and _ID.fullmatch(one) for one in values):
            self.fail("invalid")
        return values


class CommaList(Several):
    """Some of a closed list: of what ``allowed`` returns when it is read."""

    def __init__(self, *, allowed: Callable[[], Collection[str]], **options: Any):
        super().__init__(**options)
        self.allowed = allowed

    def to_internal_value(self, data: Any) -> list[str]:
        """Return the values in the order given, or say which ones there are."""
        values = super().to_internal_value(data)
        if not values:
            self.fail("not-a-list")
        for value in values:
            _require_known(value, self.allowed(), self.field_name)
        return list(dict.fromkeys(values))


@extend_schema_field(str)
class Cursor(serializers.CharField):
    """Where a page begins, as ``next`` and ``previous`` give it.

    ``positions`` are the shapes of the positions that the address itself gives:
    by name the type of the value, or of each value of a list.
    """

    default_error_messages = {"invalid-cursor": ""}

    def __init__(self, *positions: dict[str, type | list[type]]) -> None:
        super().__init__(
            required=False, help_text="From `next` or `previous` of another page."
        )
        self.positions = positions

    def to_internal_value(self, data: Any) -> Any:
        """Return the position inside the cursor."""
        try:
            position = cursors.read(super().to_internal_value(data))
        except ValueError:
            self.fail("invalid-cursor")
        shape = {name: _types(value) for name, value in position.items()}
        if shape not in self.positions:
            self.fail("invalid-cursor")
        return position


def _types(value: Any) -> type | list[type]:
    return [type(part) for part in value] if isinstance(value, list) else type(value)


class Limit(serializers.IntegerField):
    """How long a page is at most."""

    def __init__(self, default: int) -> None:
        super().__init__(
            required=False,
            min_value=1,
            max_value=200,
            default=default,
            help_text="How many at most.",
        )

    def to_internal_value(self, data: Any) -> int:
        """Return the number; ``int`` would take other figures and signs too."""
        if not str(data).isascii() or "_" in str(data):
            self.fail("invalid")
        return super().to_internal_value(data)


def label_language() -> LanguageCode:
    """Return what ``lang`` takes where names are looked at."""
    return LanguageCode(
        required=False,
        help_text="The language of the labels looked at (BCP 47); all when left out.",
    )


def topic_id() -> serializers.SlugField:
    """Return what ``topic`` takes."""
    return serializers.SlugField(required=False, help_text="The id of a topic.")


def entry_kind() -> Choice:
    """Return what ``kind`` takes."""
    return Choice(
        required=False, choices=EntryKind.values(), help_text="A kind of entry."
    )
