"""One of a list: of a closed one, or of the languages of this installation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, get_args

from django.utils.translation import gettext as _
from pydantic_core import core_schema

from glossary import languages
from glossary.api.requests.refusals import refusal, unknown
from glossary.languages.negotiation import language_of_tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

AUTO = "auto"


class NotNull:
    """Refuses ``null``: what is not wanted is left out."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Look before the value is read."""

        def check(value: object) -> object:
            if value is None:
                raise refusal("null", _("This must not be null."))
            return value

        return core_schema.no_info_before_validator_function(check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Leave ``null`` out of the description, too."""
        kinds: list[JsonSchemaValue] = handler(schema)["anyOf"]
        return next(one for one in kinds if one != {"type": "null"})


NOT_NULL = NotNull()


@dataclass(frozen=True)
class Known:
    """Takes one of a closed list, or says which values there are.

    The list is that of the type, where no other ``values`` are given.
    """

    values: tuple[str, ...] = ()

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Look the value up before it is read; a list of ours gives its own member."""
        is_ours = isinstance(source, type) and issubclass(source, Enum)
        own = [one.value for one in source] if is_ours else get_args(source)
        values = self.values or tuple(own)

        def check(value: object) -> object:
            if value not in values:
                raise unknown(values)
            return source(value) if is_ours else value

        return core_schema.no_info_before_validator_function(check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say which values there are, where the type does not."""
        own = {"enum": [*self.values]} if self.values else {}
        return {**handler(schema), **own}


KNOWN = Known()


@dataclass(frozen=True)
class OneLanguage:
    """Takes one of the languages of this installation, as any tag asks for it."""

    more: tuple[str, ...] = ()

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Look for the code that is meant."""
        return core_schema.no_info_after_validator_function(self._code, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say which languages there are."""
        return {**handler(schema), "enum": [*self._values()]}

    def _values(self) -> Sequence[str]:
        return *self.more, *languages.codes()

    def _code(self, value: str) -> str:
        own = value.lower() if value.lower() in self.more else language_of_tag(value)
        if own is None:
            raise unknown(self._values())
        return own


Language = Annotated[str, OneLanguage()]
TextLanguage = Annotated[str, OneLanguage(more=(AUTO,))]
