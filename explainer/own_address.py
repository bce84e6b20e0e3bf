"""The address by which the site calls itself, whoever asks and however."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.environment import SettingError

if TYPE_CHECKING:
    from collections.abc import Sequence


def own_address(hosts: Sequence[str], *, is_secure: bool, port: int | None) -> str:
    """Return an address made of the first host that has a name, without a slash.

    ``port`` is where readers reach us if the host does not say it; none is the
    scheme's own. Raises ``SettingError`` where ``hosts`` are patterns alone.
    """
    named = [host for host in hosts if host != "*" and not host.startswith(".")]
    if not named:
        raise SettingError(
            "SITE_ADDRESS must be set where ALLOWED_HOSTS names no host."
        )
    scheme, host = "https" if is_secure else "http", named[0]
    says_port = host.rpartition(":")[2].isdigit()
    ours = "" if says_port or is_secure or port in {None, 80} else f":{port}"
    return f"{scheme}://{host}{ours}"
