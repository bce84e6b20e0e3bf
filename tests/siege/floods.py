"""What one sender can ask for, whoever it says that it is, while a reader reads."""

from __future__ import annotations

import time
from collections import Counter
from contextlib import closing
from http.client import HTTPConnection
from typing import TYPE_CHECKING

from tests.siege.places import running_site
from tests.siege.reader import reading

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.siege.places import Site

_SENDER = "127.0.0.2"  # another one than the reader
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_WARM = 8.0


def forged_addresses(folder: Path) -> str:
    """Five hundred searches of one sender who calls itself somebody else each time."""
    with running_site(folder, RATE_LIMIT="100/hour") as site:
        time.sleep(_WARM)
        with reading(site) as reader:
            found = Counter(_search(site, number) for number in range(500))
        assert not reader.failed, reader.failed
        assert found == {200: 100, 429: 400}, found
        assert _search(site, 1, sender="127.0.0.3") == 200
    return f"{found[200]} of 500 answered"


def one_sender_says_yes(folder: Path) -> str:
    """Two hundred times that one page was clear."""
    with running_site(folder) as site:
        time.sleep(_WARM)
        with reading(site) as reader:
            found = Counter(_say_yes(site, number) for number in range(200))
        assert not reader.failed, reader.failed
        assert found == {303: 6, 429: 194}, found
        assert _say_yes(site, 1, sender="127.0.0.3") == 303
    return f"{found[303]} of 200 counted"


FLOODS = (forged_addresses, one_sender_says_yes)


def _search(site: Site, number: int, sender: str = _SENDER) -> int:
    path = f"/api/v1/search/?q=word{number}"
    return _ask(site, sender, "GET", path, _forged(number))


def _say_yes(site: Site, number: int, sender: str = _SENDER) -> int:
    headers = {**_FORM, **_forged(number)}
    return _ask(site, sender, "POST", "/en/feedback/adr149/", headers, b"answer=yes")


def _forged(number: int) -> dict[str, str]:
    address = f"198.51.{number // 256}.{number % 256}"
    return {"X-Forwarded-For": address, "Forwarded": f"for={address}"}


def _ask(
    site: Site,
    sender: str,
    method: str,
    path: str,
    headers: Mapping[str, str],
    body: bytes | None = None,
) -> int:
    connection = HTTPConnection(
        "127.0.0.1", site.port, timeout=10, source_address=(sender, 0)
    )
    with closing(connection):
        connection.request(method, path, body, dict(headers))
        return connection.getresponse().status
