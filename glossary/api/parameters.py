"""What each address takes: query strings and bodies, read once and strictly.

An unknown parameter, one that comes twice, and a value that is not allowed are
all refused by name; nothing is silently repaired.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, get_args

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from glossary import languages
from glossary.api import cursors
from glossary.document.schema import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MAX_QUERY = 200
MAX_BATCH = 200
MAX_EXCLUDED = 1000
AUTO = "auto"
OFFSETS = ["code-point", "utf-16", "utf-8"]
OCCURRENCES = ["all", "first"]
STATES = ("current", "behind", "missing")
_ID = re.compile(r"[a-z0-9-]{1,80}")


def _require_known(value: str, allowed: Sequence[str], name: str) -> None:
    """Raise a validation error that says which values there are."""
    if value not in allowed:
        detail = _("Allowed: %(list)s.") % {"list": ", ".join(allowed)}
        raise serializers.ValidationError(detail, code=f"unknown-{name}")


class Choice(serializers.ChoiceField):
    """One of a closed list."""

    def to_internal_value(self, data: Any) -> str:
        """Return the value, or say which ones there are."""
        _require_known(str(data), list(self.choices), str(self.field_name))
        return str(data)


@extend_schema_field(str)
class LanguageCode(serializers.CharField):
    """One of the languages of this installation."""

    def to_internal_value(self, data: Any) -> str:
        """Return the code, or say which ones there are."""
        _require_known(str(data), languages.codes(), str(self.field_name))
        return str(data)


@extend_schema_field(str)
class TextLanguage(serializers.CharField):
    """One of the languages of this installation, or the word for any."""

    def to_internal_value(self, data: Any) -> str:
        """Return the code, or say which ones there are."""
        allowed = (AUTO, *languages.codes())
        _require_known(str(data), allowed, str(self.field_name))
        return str(data)


@extend_schema_field(str)
class Text(serializers.Field[Any, Any, Any, Any]):
    """A text of any kind, taken as it is."""

    default_error_messages = {"invalid": ""}

    def to_internal_value(self, data: Any) -> str:
        """Return the text."""
        if not isinstance(data, str):
            self.fail("invalid")
        return data


@extend_schema_field(str)
class Ids(serializers.Field[Any, Any, Any, Any]):
    """Ids, with commas between or as a JSON array. They need not be of an entry."""

    default_error_messages = {"invalid": ""}

    def to_internal_value(self, data: Any) -> list[str]:
        """Return the ids."""
        values = data.split(",") if isinstance(data, str) else data
        if not isinstance(values, list):
            raise serializers.ValidationError(
                _("This must be a list."), code="not-a-list"
            )
        if len(values) > MAX_EXCLUDED:
            raise serializers.ValidationError(
                _("At most %(number)s in one request.") % {"number": MAX_EXCLUDED},
                code="too-many",
            )
        if not all(isinstance(one, str) and _ID.fullmatch(one) for one in values):
            self.fail("invalid")
        return values


@extend_schema_field(str)
class CommaList(serializers.Field[Any, Any, Any, Any]):
    """Several of a closed list, with commas between or as a JSON array."""

    def __init__(self, **options: Any) -> None:
        self.allowed = options.pop("allowed")
        super().__init__(**options)

    def to_internal_value(self, data: Any) -> list[str]:
        """Return the values in the order given, or say which ones there are."""
        values = data.split(",") if isinstance(data, str) else data
        if not isinstance(values, list) or not values:
            raise serializers.ValidationError(
                _("This must be a list."), code="not-a-list"
            )
        for value in values:
            _require_known(value, self.allowed(), str(self.field_name))
        return list(dict.fromkeys(values))


class Words(serializers.CharField):
    """Something to look for: at most 200 characters, none of them a control."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=MAX_QUERY, trim_whitespace=True, **options)

    def to_internal_value(self, data: Any) -> str:
        """Return the words; refuse what nobody can type."""
        if not isinstance(data, str):
            self.fail("invalid")
        if any(unicodedata.category(char) in {"Cc", "Cs", "Co"} for char in data):
            detail = _("This holds control characters.")
            raise serializers.ValidationError(detail, code="control-characters")
        return super().to_internal_value(data)


@extend_schema_field(str)
class Cursor(serializers.CharField):
    """Where a page begins, as ``next`` and ``previous`` give it."""

    def to_internal_value(self, data: Any) -> Any:
        """Return the position inside the cursor."""
        try:
            return cursors.read(super().to_internal_value(data))
        except ValueError:
            detail = _("This is not a cursor that this address gave.")
            raise serializers.ValidationError(detail, code="invalid-cursor") from None


class Strict(serializers.Serializer[Any]):
    """Refuses names that it does not know."""

    def to_internal_value(self, data: Any) -> Any:
        """Return the values; name what is unknown and what is allowed."""
        unknown = sorted(set(data) - set(self.fields)) if hasattr(data, "keys") else []
        if unknown:
            known = ", ".join(self.fields)
            detail = _("There is no such name here. Allowed: %(list)s.") % {
                "list": known
            }
            error = serializers.ErrorDetail(detail, code="unknown-parameter")
            raise serializers.ValidationError({name: [error] for name in unknown})
        return super().to_internal_value(data)


def _lang() -> LanguageCode:
    return LanguageCode(
        required=False,
        help_text="The language of the labels looked at (BCP 47); all when left out.",
    )


def _topic() -> serializers.SlugField:
    return serializers.SlugField(required=False, help_text="The id of a topic.")


def _kind() -> Choice:
    return Choice(required=False, choices=get_args(Kind), help_text="A kind of entry.")


def _cursor() -> Cursor:
    return Cursor(
        required=False, help_text="From `next` or `previous` of another page."
    )


def _all_tiers() -> serializers.BooleanField:
    return serializers.BooleanField(
        required=False,
        default=False,
        help_text="Go on to the weaker tiers after the first that finds something.",
    )


def _languages_in() -> CommaList:
    return CommaList(
        required=False,
        allowed=languages.codes,
        help_text="The languages wanted in the answer, with commas; all when left out.",
    )


def _limit(default: int) -> serializers.IntegerField:
    return serializers.IntegerField(
        required=False,
        min_value=1,
        max_value=200,
        default=default,
        help_text="How many at most.",
    )


def _format() -> serializers.CharField:
    return serializers.CharField(
        required=False, help_text="The representation, instead of `Accept`."
    )


class Plain(Strict):
    """An address that takes nothing but ``format``."""

    format = _format()


class Answered(Plain):
    """An address whose answer can be had in fewer languages."""

    def get_fields(self) -> dict[str, Any]:
        """Add ``in``, which Python does not allow as an attribute."""
        return {**super().get_fields(), "in": _languages_in()}


ENTRY_FIELDS = (
    "id url short_url revision sequence kind topics applies_in as_at in_use "
    "replaced_by published_at checked_on check_due review languages citations "
    "related licence"
).split()


class EntryQuery(Answered):
    """How to see an entry."""

    def get_fields(self) -> dict[str, Any]:
        """Add ``fields``, whose name the framework uses itself."""
        return {
            **super().get_fields(),
            "fields": CommaList(
                required=False,
                allowed=lambda: ENTRY_FIELDS,
                help_text="Only these members of each entry; `id` is always there.",
            ),
        }


class EntriesQuery(EntryQuery):
    """Which entries to list."""

    lang = _lang()
    letter = serializers.CharField(
        required=False, help_text="A letter of the alphabet of `lang`, which it needs."
    )
    topic = _topic()
    kind = _kind()
    state = Choice(
        required=False, choices=STATES, help_text="The state of `lang`, or of any."
    )
    source = serializers.SlugField(
        required=False, help_text="The id of a source that the entries rest on."
    )
    updated_since = serializers.DateTimeField(
        required=False, help_text="Published then or later (RFC 3339)."
    )
    cursor = _cursor()
    limit = _limit(50)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """A letter is a letter of some language."""
        letter, lang = attrs.get("letter"), attrs.get("lang")
        if letter is None:
            return attrs
        if lang is None:
            detail = _("“letter” needs “lang”: each language has its own letters.")
            raise serializers.ValidationError(
                {"letter": [_coded(detail, "needs-lang")]}
            )
        alphabet = languages.get(lang).alphabet
        if letter not in alphabet:
            detail = _("Allowed: %(list)s.") % {"list": ", ".join(alphabet)}
            raise serializers.ValidationError(
                {"letter": [_coded(detail, "unknown-letter")]}
            )
        return attrs


def _coded(detail: str, code: str) -> serializers.ErrorDetail:
    return serializers.ErrorDetail(detail, code=code)


class LookupQuery(EntryQuery):
    """A name to look up."""

    term = Words(help_text="A name, in any spelling.")
    lang = _lang()
    all_tiers = _all_tiers()


class LookupItem(Strict):
    """One of several names to look up."""

    term = Words(help_text="A name, in any spelling.")
    lang = _lang()


class LookupBody(EntryQuery):
    """Up to 200 names to look up, under keys of the caller's."""

    queries = serializers.DictField(child=LookupItem(), allow_empty=False)
    all_tiers = _all_tiers()

    def validate_queries(self, value: Mapping[str, Any]) -> Mapping[str, Any]:
        """Refuse more than one request may hold."""
        if len(value) > MAX_BATCH:
            detail = _("At most %(number)s in one request.") % {"number": MAX_BATCH}
            raise serializers.ValidationError(detail, code="too-many")
        return value


class SearchQuery(Answered):
    """Words to search for."""

    q = Words(help_text="At most 200 characters.")
    lang = _lang()
    topic = _topic()
    kind = _kind()
    cursor = _cursor()
    limit = _limit(20)


class SuggestQuery(Plain):
    """The beginning of a name."""

    q = Words(help_text="At most 200 characters.")
    lang = _lang()
    limit = serializers.IntegerField(
        required=False, min_value=1, max_value=20, default=8
    )


class LettersQuery(Plain):
    """Whose letters to count."""

    lang = LanguageCode(help_text="Whose alphabet (BCP 47).")


class PageQuery(Plain):
    """Where a page of a list begins, and how long it is."""

    cursor = _cursor()
    limit = _limit(50)


class AnnotateQuery(Answered):
    """How a text is read. With a text as the body, this is the query string."""

    lang = TextLanguage(
        required=False,
        default=AUTO,
        help_text="The language whose terms are looked for (BCP 47), or `auto`: all.",
    )
    occurrences = Choice(required=False, default="all", choices=OCCURRENCES)
    exclude = Ids(
        required=False, default=list, help_text="Ids of entries to leave out."
    )
    offsets = Choice(
        required=False,
        default="code-point",
        choices=OFFSETS,
        help_text="What `start` and `end` count.",
    )


class AnnotateBody(AnnotateQuery):
    """A text, plain or as HTML, and how it is read."""

    text = Text(required=False)
    html = Text(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """There is one text."""
        if "text" in attrs and "html" in attrs:
            detail = _("Give “text” or “html”, not both.")
            raise serializers.ValidationError({"html": [_coded(detail, "both")]})
        if "text" not in attrs and "html" not in attrs:
            raise serializers.ValidationError({"text": [_coded("", "required")]})
        return attrs


class TermPackQuery(Answered):
    """Which part of the vocabulary."""

    lang = LanguageCode(
        required=False,
        help_text="The language of the forms (BCP 47); all when left out.",
    )
    include = Choice(
        required=False,
        choices=["short"],
        help_text="`short`: what each entry means in brief, too.",
    )
