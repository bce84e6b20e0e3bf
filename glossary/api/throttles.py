"""How much one address may ask for: generous, without a key.

Answers that the process holds cost next to nothing and are not counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from rest_framework.throttling import SimpleRateThrottle

if TYPE_CHECKING:
    from rest_framework.request import Request
    from rest_framework.views import APIView


class AddressThrottle(SimpleRateThrottle):
    """So many requests a minute from one address, as the settings say."""

    scope = "address"

    def get_rate(self) -> str:
        """Return the rate of the settings, for example ``600/minute``."""
        return str(settings.RATE_LIMIT)

    def get_cache_key(self, request: Request, view: APIView) -> str | None:
        """Count by address."""
        return f"throttle-{self.get_ident(request)}"

    def fields(self) -> dict[str, str]:
        """Return the fields of the IETF draft on rate limit headers."""
        used = len(getattr(self, "history", ()))  # none yet where a request failed early
        left = max(0, self.num_requests - used)
        return {
            "RateLimit-Policy": f'"address";q={self.num_requests};w={self.duration}',
            "RateLimit": f'"address";r={left};t={self.duration}',
        }
