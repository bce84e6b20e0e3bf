"""Texts are reviewed: what changes, who has signed it off, what should be otherwise."""

from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from glossary.desk.reviewing import checking, history, returning, revision, signing
from glossary.desk.reviewing.offers import ways
from glossary.desk.routing import DOCUMENT, REVISION, Route
from glossary.desk.unsent import keeps_typed

ROUTES = (
    Route("revision", require_safe(revision.revision), REVISION),
    Route("sign-off", require_POST(signing.sign), REVISION, is_grave=True),
    Route(
        "return",
        keeps_typed(require_http_methods(["GET", "HEAD", "POST"])(returning.give_back)),
        REVISION,
    ),
    Route("history", require_safe(history.history), DOCUMENT),
    Route("begin-check", require_POST(checking.begin), DOCUMENT),
)

__all__ = ["ROUTES", "ways"]
