"""Puts the document together: one operation at a time, then what they share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, cast

from drf_spectacular.openapi import AutoSchema

from glossary.api.openapi import answers, parameters
from glossary.api.openapi.examples import answers as example_answers
from glossary.api.openapi.examples import example_of
from glossary.api.openapi.operations import JSON, PLAIN
from glossary.api.openapi.tags import TAGS
from glossary.api.responses.problems import ProblemDetails
from glossary.problems import PROBLEM

if TYPE_CHECKING:
    from pydantic import BaseModel
    from rest_framework.serializers import Serializer

    from glossary.api.openapi.operations import Operation

_ACCEPT_LANGUAGE = {
    "name": "Accept-Language",
    "in": "header",
    "description": "Puts the languages of the answer in order, and hides none; chooses "
    "that of failures where `in` does not.",
    "schema": {"type": "string"},
}
_IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "description": "The `ETag` of the answer that you have: 304 while it is the same.",
    "schema": {"type": "string"},
}
_SHARED = {"AcceptLanguage": _ACCEPT_LANGUAGE, "IfNoneMatch": _IF_NONE_MATCH}


class OperationSchema(AutoSchema):
    """Says of an operation what its view says of it, and what its shapes are."""

    @property
    def operation(self) -> Operation | None:
        """What the view says of the method, if that is to be told."""
        method = getattr(self.view, self.method.lower())
        return getattr(method, "operation", None)

    def is_excluded(self) -> bool:
        """Leave out what says nothing of itself."""
        return self.operation is None

    def get_operation_id(self) -> str:
        """Return the name of the operation."""
        return self._told().name

    def get_summary(self) -> str:
        """Return what it is for, in a few words."""
        return self._told().summary

    def get_tags(self) -> list[str]:
        """Return what it is about."""
        return [self._told().tag]

    def get_auth(self) -> list[dict[str, Any]]:
        """Return that a key can be sent, and need not be."""
        return [{}, *super().get_auth()]

    def _told(self) -> Operation:
        if self.operation is None:
            raise AssertionError(self.path)
        return self.operation

    def _get_parameters(self) -> list[dict[str, Any]]:
        told, example = self._told(), example_of(self._told().name)
        formats = self.map_renderers("format")
        shared = ["AcceptLanguage"] + ["IfNoneMatch"] * self._is_read
        return [
            *parameters.of_path(self._keys, example.path),
            *parameters.of_query(told.query, formats, example.query),
            *({"$ref": f"#/components/parameters/{name}"} for name in shared),
        ]

    def _get_request_body(self, direction: str = "request") -> dict[str, Any] | None:
        told, example = self._told(), example_of(self._told().name)
        if told.body is None:
            return None
        shape = self._ref(told.body, "request")
        content = {JSON: {"schema": shape, "example": example.body}}
        if told.takes_text:
            text = {"type": "string", "minLength": 1, "description": "In UTF-8."}
            content[PLAIN] = {"schema": text, "example": example.body["text"]}
        return {"required": True, "content": content}

    def _get_response_bodies(self, direction: str = "response") -> dict[str, Any]:
        told = self._told()
        has_key = bool(self._keys)
        found = {"200": self._answer(told)}
        if told.gone:
            found["410"] = {
                "description": "It was withdrawn; the tombstone says when and why. "
                "Or it was erased: delete what you keep of it.",
                "headers": answers.headers(),
                "content": {PROBLEM: {"schema": self._ref(told.gone)}},
            }
        self._ref(ProblemDetails)
        found |= answers.failures(is_read=self._is_read, has_key=has_key)
        return dict(sorted(found.items()))

    def _answer(self, told: Operation) -> dict[str, Any]:
        """Return what is answered if all is well."""
        tags = ("ETag",) if self._is_read else ()
        content: dict[str, Any] = {}
        if told.answer:
            content[JSON] = {"schema": self._ref(told.answer)}
            if told.name in example_answers():
                content[JSON]["example"] = example_answers()[told.name]
        for kind, shape in told.representations.items():
            content[kind] = {"schema": shape}
        return {
            "description": told.summary + ".",
            "headers": answers.headers(*tags, *told.headers),
            "content": content,
        }

    def _ref(
        self,
        shape: type[BaseModel],
        direction: Literal["request", "response"] = "response",
    ) -> dict[str, str]:
        """Return a reference to a shape, which is described beside the operations."""
        serializer = cast("type[Serializer[Any]]", shape)
        reference: dict[str, str] = self.resolve_serializer(serializer, direction).ref
        return reference

    @property
    def _keys(self) -> list[str]:
        """What parts of the path stand for."""
        return re.findall(r"{(\w+)}", self.path)

    @property
    def _is_read(self) -> bool:
        return self.method == "GET"


def complete(
    result: dict[str, Any], generator: object, request: object, public: bool
) -> dict[str, Any]:
    """Add to the document what its operations share."""
    components = result["components"]
    components["headers"] = answers.HEADERS
    components["parameters"] = _SHARED
    components["responses"] = answers.responses()
    result["tags"] = [
        {"name": name, "description": said} for name, said in TAGS.items()
    ]
    return result
