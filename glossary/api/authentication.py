"""Keys: optional, and only for a higher limit (RFC 6750 bearer tokens)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed

from glossary.keys import FOUND, find_key

if TYPE_CHECKING:
    from drf_spectacular.openapi import AutoSchema
    from rest_framework.request import Request

    from glossary.models import ApiKey


class KeyAuthentication(BaseAuthentication):
    """Knows an app by ``Authorization: Bearer KEY``."""

    def authenticate(self, request: Request) -> tuple[None, ApiKey] | None:
        """Return the key; raise ``AuthenticationFailed`` where it is not valid."""
        said = request.META.get("HTTP_AUTHORIZATION")
        if not said:
            return None
        key = request.META.get(FOUND) or find_key(said)
        if key is None:
            raise AuthenticationFailed
        return None, key

    def authenticate_header(self, request: Request) -> str:
        """Return what the ``WWW-Authenticate`` header of a 401 says."""
        return "Bearer"


class KeyScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # the library's registration has no types
    """What the OpenAPI document says of keys."""

    target_class = "glossary.api.authentication.KeyAuthentication"
    name = "key"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:
        """Return the scheme: a bearer token, optional everywhere."""
        return {
            "type": "http",
            "scheme": "bearer",
            "description": "Optional: a key raises the limit of requests.",
        }
