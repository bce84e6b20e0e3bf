"""The codes of entries' short addresses."""

from __future__ import annotations

import base64
import hashlib


def short_code(entry_id: str) -> str:
    """Return the code of the entry's short address.

    It rests on the id alone, so it is the same in every installation: the first
    six characters of SHA-256 in base 32 (RFC 4648).
    """
    digest = hashlib.sha256(entry_id.encode()).digest()
    return base64.b32encode(digest).decode().lower()[:6]
