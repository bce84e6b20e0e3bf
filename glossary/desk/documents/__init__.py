"""Everything that is written: all documents, and what is known of one."""

from django.views.decorators.http import require_POST, require_safe

from glossary.desk.documents import beginning, listing, merging, one
from glossary.desk.routing import DOCUMENT, REVISION, Route

ROUTES = (
    Route("documents", require_safe(listing.documents)),
    Route("document", require_safe(one.document), DOCUMENT),
    Route("begin", require_POST(beginning.begin), DOCUMENT),
    Route("bring-up-to-date", require_POST(merging.merge), REVISION),
)
