"""What there is to do: how much of everything, then each group on a page of its own."""

from functools import partial

from django.views.decorators.http import require_POST, require_safe

from glossary.desk.routing import DOCUMENT, Route
from glossary.desk.work import claiming, groups, letters, suggested
from glossary.desk.work.home import home
from glossary.queue import GROUPS

HOME = require_safe(home)
ROUTES = (
    *(
        Route(group.name, require_safe(partial(groups.group, group=group)))
        for group in GROUPS
        if not group.has_own_page
    ),
    Route(suggested.GROUP, require_safe(suggested.suggestions)),
    Route("forget", require_POST(suggested.forget)),
    Route("claim", require_POST(claiming.take), DOCUMENT),
    Route("release", require_POST(claiming.let_go), DOCUMENT),
    Route("letter", require_POST(letters.letter)),
)
