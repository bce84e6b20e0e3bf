"""What was done: every act, by whom, when, on which text."""

from django.views.decorators.http import require_safe

from glossary.desk.record import listing, one, whole
from glossary.desk.routing import Route

ROUTES = (
    Route("record", require_safe(listing.record)),
    Route("event", require_safe(one.event), "<part:number>/"),
    Route("record-file", require_safe(whole.lines)),
)
