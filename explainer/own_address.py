"""The addresses by which the site and its desk call themselves, whoever asks."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

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


def without_desk(hosts: Sequence[str], desk: str) -> list[str]:
    """Return the hosts of readers: those that have another name than ``desk``."""
    return [host for host in hosts if _named(f"//{host}") != _named(desk)]


def host_in(address: str) -> str:
    """Return a host as ``ALLOWED_HOSTS`` names it; its port where it is not usual."""
    parts = urlsplit(address)
    usual = {"http": 80, "https": 443}[parts.scheme]
    return parts.netloc.removesuffix(f":{usual}")


def require_two_hosts(site: str, desk: str) -> None:
    """Raise ``SettingError`` where the desk's host is not its own.

    Another port is not enough: cookies do not know ports (RFC 6265, section 8.5).
    """
    if _named(site) == _named(desk):
        raise SettingError("DESK_ADDRESS must have another host than SITE_ADDRESS.")


def _named(address: str) -> str:
    return urlsplit(address).hostname or ""
