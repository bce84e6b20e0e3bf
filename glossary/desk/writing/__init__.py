"""Where people write: a draft is begun, written, looked at, submitted, let go."""

from django.views.decorators.http import require_http_methods

from glossary.desk.routing import REVISION, Route
from glossary.desk.unsent import keeps_typed
from glossary.desk.writing import writing

_SHOWN_AND_SENT = require_http_methods(["GET", "HEAD", "POST"])

ROUTES = (Route("write", keeps_typed(_SHOWN_AND_SENT(writing.write)), REVISION),)
