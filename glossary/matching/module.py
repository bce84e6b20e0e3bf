"""The engine for other devices: one JavaScript module, put together from its parts.

The parts are in ``javascript/``. Each comes behind those that it imports, and what they
export to each other stays inside: a name stands for one thing in all of them. Our own
pages load the module by the same address as everybody else.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("javascript")
FACE = "matching.js"
"""The part whose exports are those of the module. Its head is the module's."""
LICENCE = "MIT"
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./(\w+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)


@cache
def module() -> str:
    """Return the module: an ECMAScript module that imports nothing."""
    parts = _behind_what_they_need(FACE)
    head, _, face = parts.pop(FACE).partition("\n\n")
    inner = [_EXPORT.sub("", text) for text in parts.values()]
    return "\n\n".join(part.strip() for part in (head, *inner, face)) + "\n"


@cache
def integrity() -> str:
    """Return the digest of the module as browsers are told it (W3C, SRI 3.1)."""
    digest = hashlib.sha256(module().encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _behind_what_they_need(name: str) -> dict[str, str]:
    """Return a part and all that it imports, without what says so, in order."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for needed in _IMPORT.findall(text):
        found |= {
            part: content
            for part, content in _behind_what_they_need(needed).items()
            if part not in found
        }
    return {**found, name: _IMPORT.sub("", text)}
