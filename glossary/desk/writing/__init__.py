"""Where people write: a draft is begun, written, looked at, submitted, let go."""

from django.views.decorators.http import require_http_methods, require_POST

from glossary.desk.routing import REVISION, Route
from glossary.desk.unsent import keeps_typed
from glossary.desk.writing import preview, starting, steps, writing

_shown_and_sent = require_http_methods(["GET", "HEAD", "POST"])

ROUTES = (
    Route("new", keeps_typed(_shown_and_sent(starting.start))),
    Route("write", keeps_typed(_shown_and_sent(writing.write)), REVISION),
    Route("preview", _shown_and_sent(preview.preview), REVISION),
    Route("submit", require_POST(steps.submit), REVISION),
    Route("take-back", require_POST(steps.take), REVISION),
    Route("give-up", _shown_and_sent(steps.give_up), REVISION),
    Route("begin-from", require_POST(steps.begin_from), REVISION),
)
ways = steps.ways
