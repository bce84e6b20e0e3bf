"""Texts side by side in a table: out for who translates, and back as drafts."""

from django.views.decorators.http import require_POST, require_safe

from glossary.desk.routing import Route
from glossary.desk.sheets import coming, going

ROUTES = (
    Route("sheets", require_safe(going.sheets)),
    Route("sheet", require_safe(going.sheet)),
    Route("check-sheet", require_POST(coming.check)),
    Route("take-sheet", require_POST(coming.take)),
)
