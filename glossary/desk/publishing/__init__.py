"""From what is approved to what readers see, and back: each act has its own page."""

from collections.abc import Iterator

from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from glossary.desk.parts.ways import Facts, Way
from glossary.desk.publishing import (
    earlier,
    erasing,
    merging,
    planning,
    publishing,
    restoring,
    waiting,
    withdrawing,
)
from glossary.desk.routing import DOCUMENT, REVISION, Route

_asks_first = require_http_methods(["GET", "HEAD", "POST"])

ROUTES = (
    Route("publish", require_safe(waiting.waiting)),
    Route("publish-check", require_safe(publishing.check)),
    Route("publish-now", require_POST(publishing.publish), is_grave=True),
    Route("plan", require_POST(planning.plan), is_grave=True),
    Route(
        "cancel-plan", require_POST(planning.cancel), "<part:number>/", is_grave=True
    ),
    Route("withdraw", _asks_first(withdrawing.withdraw), DOCUMENT, is_grave=True),
    Route("restore", _asks_first(restoring.restore), DOCUMENT, is_grave=True),
    Route("merge", _asks_first(merging.merge), DOCUMENT, is_grave=True),
    Route("earlier", require_safe(earlier.earlier), DOCUMENT),
    Route("go-back", require_POST(earlier.go_back), REVISION),
    *erasing.ROUTES,
)


def ways(facts: Facts) -> Iterator[Way]:
    """Offer what can be done with what is approved, public or withdrawn."""
    for room in (publishing, restoring, withdrawing, merging, earlier, erasing):
        yield from room.ways(facts)
