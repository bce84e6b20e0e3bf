"""How the API is made and described: REST framework, and the OpenAPI document."""

from __future__ import annotations

from typing import Any

REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["glossary.api.authentication.KeyAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_RENDERER_CLASSES": ["glossary.api.renderers.OrjsonRenderer"],
    "DEFAULT_PARSER_CLASSES": ["glossary.api.parsers.StrictJSONParser"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "glossary.api.negotiation.Negotiation",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "glossary.api.errors.problem_response",
    "URL_FORMAT_OVERRIDE": "format",
}
SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "Plain Words · Geiriau Plaen",
    "DESCRIPTION": (
        "The glossary of police and child-protection words in plain English and "
        "plain Welsh. Reading is open and needs no key. Every failure is "
        "`application/problem+json` (RFC 9457). Everything that is read carries a "
        "strong `ETag`. Every answer carries `RateLimit`, what you may still ask for. "
        "429 (too many requests) and 503 (too much to do here, or no database) say in "
        "`Retry-After` for how many seconds to wait."
    ),
    "LICENSE": {
        "name": "Content: CC BY 4.0",
        "url": "https://creativecommons.org/licenses/by/4.0/",
    },
    "SERVERS": [{"url": "/"}],
    "ENUM_NAME_OVERRIDES": {"ProblemCode": "glossary.problems.PROBLEMS"}
    | {
        name: f"glossary.closed_lists.{name}.values"
        for name in (
            "Change",
            "EntryKind",
            "Gender",
            "LanguageState",
            "MatchForm",
            "MatchTier",
            "Nation",
            "ProvenanceStatus",
            "RelationType",
            "SignOffRole",
            "SourceKind",
            "TermStatus",
            "TermType",
        )
    },
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,  # it would say each code twice
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
}
