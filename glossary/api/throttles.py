"""How much may be asked for: generous for an address, more with a key.

Answers that the process holds cost next to nothing and are not counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from rest_framework.throttling import SimpleRateThrottle

if TYPE_CHECKING:
    from rest_framework.request import Request
    from rest_framework.views import APIView


class Throttle(SimpleRateThrottle):
    """So many requests a minute, and the fields that tell how many are left."""

    num_requests: int
    duration: int

    def fields(self) -> dict[str, str]:
        """Return the fields of the IETF draft on rate limit headers.

        None where this throttle did not count the request.
        """
        history = getattr(self, "history", None)
        if history is None:
            return {}
        left = max(0, self.num_requests - len(history))
        policy = f'"{self.scope}";q={self.num_requests};w={self.duration}'
        limit = f'"{self.scope}";r={left};t={self.duration}'
        return {"RateLimit-Policy": policy, "RateLimit": limit}


class AddressThrottle(Throttle):
    """For requests without a key, by address."""

    scope = "address"

    def get_rate(self) -> str:
        """Return the rate of the settings, for example ``600/minute``."""
        return str(settings.RATE_LIMIT)

    def get_cache_key(self, request: Request, view: APIView) -> str | None:
        """Count by address; a request with a key is not counted here."""
        return None if request.auth else f"throttle-{self.get_ident(request)}"


class KeyThrottle(Throttle):
    """For requests with a key, by key."""

    scope = "key"

    def get_rate(self) -> str:
        """Return the rate of the settings, for example ``6000/minute``."""
        return str(settings.KEY_RATE_LIMIT)

    def get_cache_key(self, request: Request, view: APIView) -> str | None:
        """Count by key; a request without one is not counted here."""
        return f"throttle-key-{request.auth.pk}" if request.auth else None
