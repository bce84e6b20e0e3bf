"""The secret key: given, or made on the first start and kept out of git."""

from __future__ import annotations

import fcntl
import secrets
from typing import TYPE_CHECKING

from explainer.environment import SettingError, read

if TYPE_CHECKING:
    from pathlib import Path


def secret_key(folder: Path) -> str:
    """Return the key that is set, or else the one that is kept in ``folder``.

    It is written whole or not at all, by one of those that start together, and one
    that is empty is made again.
    """
    given: str | None = read("SECRET_KEY")
    if given is not None:
        return given
    path = folder / "secret-key"
    try:
        return _kept(path) or _made(path)
    except OSError as error:
        raise SettingError(
            f"Cannot keep the secret key in {path} ({error.strerror}). Set VAR_DIR "
            "to a folder that can be written, or SECRET_KEY."
        ) from None


def _kept(path: Path) -> str:
    return path.read_text(encoding="ascii").strip() if path.exists() else ""


def _made(path: Path) -> str:
    """Write a new key, unless somebody else has done so meanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _kept(path):
            beside = path.with_suffix(f".{secrets.token_hex(8)}")
            beside.touch(mode=0o600)
            beside.write_text(secrets.token_urlsafe(64), encoding="ascii")
            beside.replace(path)
        return _kept(path)
