"""People: one's own account, those of others, and the keys of apps."""

from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from glossary.desk.people import (
    changing,
    factors,
    keys,
    listing,
    making,
    own,
    sessions,
    welcome,
)
from glossary.desk.people.numbers import numbered
from glossary.desk.routing import Route

_NUMBER = "<part:number>/"
_form = require_http_methods(["GET", "HEAD", "POST"])

ROUTES = (
    Route("welcome", _form(welcome.welcome), "<part:token>/"),
    Route("account", require_safe(own.account), is_before_enrolling=True),
    Route("password", _form(own.password), is_grave=True, is_before_enrolling=True),
    Route("email", _form(own.email), is_grave=True),
    Route(
        "end-session",
        require_POST(sessions.end_one),
        "<part:name>/",
        is_before_enrolling=True,
    ),
    Route("end-others", require_POST(sessions.end_others), is_before_enrolling=True),
    Route("second-factors", require_safe(factors.listed), is_before_enrolling=True),
    Route("add-app", _form(making.app), is_grave=True, is_before_enrolling=True),
    Route(
        "add-passkey", _form(making.passkey), is_grave=True, is_before_enrolling=True
    ),
    Route(
        "passkey-to-add",
        require_POST(making.ask_for_new),
        is_grave=True,
        is_before_enrolling=True,
    ),
    Route("rename-factor", require_POST(numbered(factors.rename)), _NUMBER),
    Route(
        "remove-factor", require_POST(numbered(factors.remove)), _NUMBER, is_grave=True
    ),
    Route("recovery-codes", require_POST(factors.new_codes), is_grave=True),
    Route("accounts", require_safe(listing.accounts)),
    Route("person", require_safe(numbered(listing.person)), _NUMBER),
    Route("add-account", _form(changing.add), is_grave=True),
    Route("allow", require_POST(numbered(changing.set_acts)), _NUMBER, is_grave=True),
    Route("invite", require_POST(numbered(changing.invite)), _NUMBER, is_grave=True),
    Route("one-person", require_POST(numbered(changing.join)), _NUMBER, is_grave=True),
    Route(
        "change-account",
        require_POST(numbered(changing.change)),
        f"{_NUMBER}<part:what>/",
        is_grave=True,
    ),
    Route("keys", require_safe(keys.listed)),
    Route("issue-key", require_POST(keys.issue), is_grave=True),
    Route("revoke-key", require_POST(numbered(keys.revoke)), _NUMBER, is_grave=True),
)
