"""What is asked for: the parts of a request that an answer can depend on.

The address is brought to one form, so that the same question has the same key:
the host as it is allowed, the query in order and without what no page reads, the
headers only as what they come to.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qsl

from django.conf import settings
from django.core.signals import setting_changed
from django.dispatch import receiver
from django.http.request import split_domain_port, validate_host

from glossary import languages
from glossary.addresses import api_path, is_for_apps
from glossary.languages.negotiation import preferred_languages
from glossary.memory import briefly
from glossary.negotiation import best

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FOREIGN = frozenset(
    "fbclid gclid gclsrc gbraid wbraid dclid msclkid yclid twclid ttclid li_fat_id "
    "igshid igsh mc_cid mc_eid _ga _gl _hsenc _hsmi mkt_tok vero_id".split()
)
"""What other sites add to the addresses of pages; no page of ours has these names."""
FOREIGN_BEGINNINGS = ("utm_", "mtm_", "pk_", "hsa_")
JSON: tuple[str, ...] = ("application/json",)
CHOICES: dict[str, tuple[str, ...]] = {
    "schema": (
        "application/vnd.oai.openapi+json",
        "application/json",
        "application/vnd.oai.openapi",
    ),
}
"""The media types of the routes of the API that have more than JSON, in their order."""

_WORDS = frozenset({"q", "term"})  # what somebody looks for
_HELD_PARTS = frozenset({"page", "example"})  # with which a page is held too
_MOST = 1000  # characters of an address whose answer is held
_MOST_PARTS = 20
_LONGEST_HOST = 300
_PORTS = {"http": "80", "https": "443"}


class Asked(NamedTuple):
    """A request; ``header`` gives a header's value by its name in lower case."""

    method: str
    scheme: str
    host: str | None
    path: str
    query: str
    header: Callable[[str], str | None]

    @classmethod
    def of(cls, environ: Mapping[str, Any]) -> Asked:
        """Return what a WSGI environment asks for."""

        def header(name: str) -> str | None:
            value: str | None = environ.get(f"HTTP_{name.upper().replace('-', '_')}")
            return value

        scheme = scheme_of(environ["wsgi.url_scheme"], header)
        return cls(
            environ["REQUEST_METHOD"],
            scheme,
            address_of(header("host"), scheme, str(environ.get("SERVER_PORT"))),
            environ["PATH_INFO"],
            environ.get("QUERY_STRING", ""),
            header,
        )

    @property
    def is_for_apps(self) -> bool:
        """Whether it is the API that is asked."""
        return is_for_apps(self.path)

    def key(self) -> tuple[Any, ...] | None:
        """Return what tells this question from others; none if it is not held."""
        if (
            self.method not in {"GET", "HEAD"}
            or self.host is None
            or len(self.path) + len(self.query) > _MOST
            or self.header("authorization") is not None
        ):
            return None
        pairs = self._pairs()
        if pairs is None:
            return None
        place = (self.scheme, self.host, self.path, pairs)
        return (*place, *self._negotiated()) if self.is_for_apps else place

    def _pairs(self) -> tuple[tuple[str, str], ...] | None:
        """Return the query in order; none if it holds words or cannot be read."""
        if not self.query:
            return ()
        query = self.query if self.is_for_apps else kept_query(self.query)
        try:
            pairs = _parsed(query)
        except ValueError:
            return None
        names = {name for name, _ in pairs}
        if len(names) < len(pairs) or not names.isdisjoint(_WORDS):
            return None
        if not self.is_for_apps and not names <= _HELD_PARTS:
            return None
        return tuple(sorted(pairs))

    def _negotiated(self) -> tuple[str | None, tuple[str, ...]]:
        """Return what the headers come to: the media type, and all languages in order.

        Browsers and programs wish in a hundred ways, and get one of a few answers.
        """
        offered = _choices().get(self.path, JSON)
        liked = _best(self.header("accept"), offered)
        return liked, _languages(self.header("accept-language"))


def scheme_of(scheme: str, header: Callable[[str], str | None]) -> str:
    """Return the scheme that the reader uses, as a proxy in front of us says it."""
    proxy = settings.SECURE_PROXY_SSL_HEADER
    if proxy is None:
        return scheme
    said = header(proxy[0].removeprefix("HTTP_").replace("_", "-").lower())
    if said is None:
        return scheme
    return "https" if said.partition(",")[0].strip() == proxy[1] else "http"


def address_of(host: str | None, scheme: str, port: str) -> str | None:
    """Return ``Host`` in its one form; none if it is not an address of this site.

    Its port is the scheme's own one (and is left out then), the one that the server
    listens on, or one that ``ALLOWED_HOSTS`` names.
    """
    if not host or len(host) > _LONGEST_HOST:
        return None
    return _known_address(host, scheme, port)


@briefly(256)
def _known_address(host: str, scheme: str, port: str) -> str | None:
    name, given = split_domain_port(host)
    if not name or not validate_host(name, settings.ALLOWED_HOSTS):
        return None
    if given in {"", _PORTS[scheme]}:
        return name
    whole = f"{name}:{given}"
    return whole if given == port or whole in settings.ALLOWED_ADDRESSES else None


def _parsed(query: str) -> list[tuple[str, str]]:
    """Return the pairs of a query. Raises ``ValueError`` where it is not UTF-8."""
    return parse_qsl(
        query, keep_blank_values=True, errors="strict", max_num_fields=_MOST_PARTS
    )


def kept_query(query: str) -> str:
    """Return a page's query without what other sites have added, else as it was."""
    return "&".join(part for part in query.split("&") if not _is_foreign(part))


def _is_foreign(part: str) -> bool:
    name = part.partition("=")[0].lower()
    return name in FOREIGN or name.startswith(FOREIGN_BEGINNINGS)


_SHORT = 256  # characters of a header whose meaning is remembered


@cache
def _choices() -> dict[str, tuple[str, ...]]:
    """Return what can be had at the paths where there is a choice."""
    return {api_path(route): offered for route, offered in CHOICES.items()}


def _best(accept: str | None, offered: tuple[str, ...]) -> str | None:
    """Return the media type of ``offered`` that a request gets, if it takes any."""
    short = accept is None or len(accept) <= _SHORT
    return _known_best(accept, offered) if short else best(accept, offered)


def _languages(wanted: str | None) -> tuple[str, ...]:
    """Return all languages of an answer in their order."""
    short = wanted is None or len(wanted) <= _SHORT
    return _known_order(wanted) if short else _known_order.__wrapped__(wanted)


_known_best = briefly(512)(best)


@briefly(512)
def _known_order(wanted: str | None) -> tuple[str, ...]:
    preferred = preferred_languages(wanted or "")
    return tuple(dict.fromkeys([*preferred, *languages.codes()]))


@receiver(setting_changed)
def _forget_addresses(**_: object) -> None:
    _known_address.cache_clear()
