"""Sends a form with a text and a file, as a browser does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.site import Answer, Site

_BORDER = "border-of-the-parts"


def send(
    site: Site,
    path: str,
    text: str = "",
    file: tuple[str, bytes] | None = None,
    fields: dict[str, str] | None = None,
    **headers: Any,
) -> Answer:
    """POST a text, and a file as its name and what it holds."""
    body, kind = form(text, file, fields)
    own = {"sec_fetch_site": "same-origin", **headers}
    return site.post(path, body, content_type=kind, **own)


def form(
    text: str = "",
    file: tuple[str, bytes] | None = None,
    fields: dict[str, str] | None = None,
) -> tuple[bytes, str]:
    """Return a form as a browser sends it, and its content type."""
    parts = [
        f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}'.encode()
        for name, value in {
            "text": text.replace("\n", "\r\n"),
            **(fields or {}),
        }.items()
    ]
    name, data = file or ("", b"")
    head = f'Content-Disposition: form-data; name="file"; filename="{name}"\r\n'
    parts.append(
        head.encode() + b"Content-Type: application/octet-stream\r\n\r\n" + data
    )
    border = f"--{_BORDER}".encode()
    body = b"".join(border + b"\r\n" + part + b"\r\n" for part in parts)
    return body + border + b"--\r\n", f"multipart/form-data; boundary={_BORDER}"
