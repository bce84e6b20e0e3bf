"""The one assertion about failures: their shape (RFC 9457), whatever failed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from tests.site import Answer

MEMBERS = {"type", "title", "status", "detail", "instance", "code", "errors"}


def assert_problem(answer: Answer, status: int, code: str) -> dict[str, Any]:
    """Check that ``answer`` is the problem ``code``, and return its body."""
    assert answer.status == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["access-control-allow-origin"] == "*"
    body = answer.json
    assert set(body) >= MEMBERS
    assert (body["status"], body["code"]) == (status, code)
    assert body["type"] == f"{settings.SITE_ADDRESS}/problems/{code}/"
    assert body["title"]
    assert body["detail"]
    for row in body["errors"]:
        assert set(row) in (
            {"parameter", "code", "detail"},
            {"pointer", "code", "detail"},
        )
        assert row["code"]
        assert row["detail"]
    return body
