"""Work that costs much: sixteen pieces of a kind at once, again and again.

400 says that a file gives no text, 429 that somebody asked too often, 503 that
there is too much to do.
"""

from __future__ import annotations

import http.client
import json
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import cycle
from typing import TYPE_CHECKING, NamedTuple
from urllib.request import urlopen

from tests.files import bombs
from tests.web.sending import form

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.siege.attacks import Attack
    from tests.siege.places import Site

AT_ONCE = 16
_EXPECTED = {200, 400, 429, 503}
_TIMEOUT = 60
_PAUSE = 0.2  # seconds, after which somebody without manners asks again
_TEXT = {"Content-Type": "text/plain"}


class Sent(NamedTuple):
    """One request."""

    path: str
    headers: Mapping[str, str]
    body: bytes | None = None

    def send(self, site: Site, source: str) -> int:
        """Send it from an address of this machine; return the status."""
        own = (source, 0) if sys.platform == "linux" else None
        connection = http.client.HTTPConnection(
            "127.0.0.1", site.port, timeout=_TIMEOUT, source_address=own
        )
        try:
            method = "GET" if self.body is None else "POST"
            connection.request(method, self.path, self.body, dict(self.headers))
            answer = connection.getresponse()
            answer.read()
        finally:
            connection.close()
        assert answer.status in _EXPECTED, answer.status
        assert answer.status < 429 or answer.headers["Retry-After"]
        return answer.status


def pages_of_open_tags(site: Site, seconds: float) -> str:
    """Saved web pages whose tags never end."""
    return _sent_again_and_again(site, seconds, _open_tags())


def documents_of_paragraphs(site: Site, seconds: float) -> str:
    """Word documents of 56 kB with six million paragraphs."""
    return _sent_again_and_again(site, seconds, _paragraphs())


def files_of_one_stream(site: Site, seconds: float) -> str:
    """PDFs whose 299 pages are one stream."""
    return _sent_again_and_again(site, seconds, _one_stream())


def files_with_a_predictor(site: Site, seconds: float) -> str:
    """PDFs whose stream is undone row by row."""
    return _sent_again_and_again(site, seconds, _predicted())


def lines_to_check(site: Site, seconds: float) -> str:
    """Texts of 200,000 empty lines to check."""
    return _sent_again_and_again(site, seconds, _lines())


def abbreviations_to_annotate(site: Site, seconds: float) -> str:
    """Texts of a megabyte that is nothing but abbreviations."""
    return _sent_again_and_again(site, seconds, _abbreviations())


def letters_to_explain(site: Site, seconds: float) -> str:
    """Letters as long as may be that are nothing but one abbreviation."""
    return _sent_again_and_again(site, seconds, _letter())


def names_to_look_up(site: Site, seconds: float) -> str:
    """Batches of 200 long names that nobody has."""
    return _sent_again_and_again(site, seconds, _names())


def large_leaflets(site: Site, seconds: float) -> str:
    """Leaflets with as much on them as there may be."""
    return _sent_again_and_again(site, seconds, _leaflet(site))


def all_kinds_of_work(site: Site, seconds: float) -> str:
    """All of these at once."""
    every = [
        _open_tags(),
        _paragraphs(),
        _one_stream(),
        _predicted(),
        _lines(),
        _abbreviations(),
        _letter(),
        _names(),
        _leaflet(site),
    ]
    return _sent_again_and_again(site, seconds, *every)


BOMBS: tuple[Attack, ...] = (
    pages_of_open_tags,
    documents_of_paragraphs,
    files_of_one_stream,
    files_with_a_predictor,
    lines_to_check,
    abbreviations_to_annotate,
    letters_to_explain,
    names_to_look_up,
    large_leaflets,
    all_kinds_of_work,
)


def begin(site: Site) -> None:
    """Let the workers take once what they take at most: what is more is growth."""
    kinds = (_letter(), _abbreviations(), _names(), _leaflet(site))
    for sent in kinds:
        _sent_again_and_again(site, 2, sent)
        site.memory()
    _sent_again_and_again(site, 4, *kinds)


def _sent_again_and_again(site: Site, seconds: float, *kinds: Sent) -> str:
    """Send all the time, from sixteen addresses; return what was answered."""
    until = time.monotonic() + seconds
    send = partial(_keep_sending, site, until, kinds)
    with ThreadPoolExecutor(AT_ONCE) as senders:
        told = Counter(
            status for one in senders.map(send, range(AT_ONCE)) for status in one
        )
    took = time.monotonic() - until
    counts = ", ".join(f"{status}: {told[status]}" for status in sorted(told))
    return f"{counts}; the last {max(took, 0):.1f} s later"


def _keep_sending(
    site: Site, until: float, kinds: Sequence[Sent], number: int
) -> list[int]:
    """Send one after another; each sender begins with another kind."""
    told = []
    kinds = [kinds[(number + at) % len(kinds)] for at in range(len(kinds))]
    for sent in cycle(kinds):
        told.append(sent.send(site, f"127.0.1.{number + 1}"))
        if time.monotonic() > until:
            break
        time.sleep(_PAUSE)
    return told


def _file(name: str, data: bytes, path: str = "/en/explain/") -> Sent:
    body, kind = form(file=(name, data))
    return Sent(path, {"Content-Type": kind}, body)


def _open_tags() -> Sent:
    return _file("a.html", bombs.open_tags())


def _paragraphs() -> Sent:
    return _file("a.docx", bombs.many_paragraphs())


def _one_stream() -> Sent:
    return _file("a.pdf", bombs.one_stream_on_many_pages(), "/cy/gwirio/")


def _predicted() -> Sent:
    return _file("a.pdf", bombs.predicted())


def _lines() -> Sent:
    return Sent("/api/v1/check/?lang=cy", _TEXT, b"\n" * 200_000)


def _abbreviations() -> Sent:
    text = b"CSE ADR149 IICSA NPCC " * 47_000
    return Sent("/api/v1/annotate/?occurrences=all", _TEXT, text)


def _letter() -> Sent:
    body, kind = form("CSE " * 50_000)
    return Sent("/en/explain/", {"Content-Type": kind}, body)


def _names() -> Sent:
    names = {str(number): {"term": f"x{number}q" * 40} for number in range(200)}
    body = json.dumps({"queries": names, "all_tiers": True}).encode()
    return Sent("/api/v1/lookup/", {"Content-Type": "application/json"}, body)


def _leaflet(site: Site) -> Sent:
    address = f"http://127.0.0.1:{site.port}/api/v1/entries/?limit=40"
    with urlopen(address) as answer:
        words = ",".join(row["id"] for row in json.load(answer)["items"])
    return Sent(f"/en/leaflet.pdf?t={words}&both=1&large=1&more=1&codes=1", {})
