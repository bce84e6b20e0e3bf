"""All accounts, and one of them: what each may do, and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q
from django.http import Http404
from django.utils.translation import gettext as _

from glossary.desk.doing import editor_of
from glossary.desk.page import desk_path, render_page
from glossary.desk.people.acts import Choice, said
from glossary.desk.people.changing import WHAT
from glossary.models import Factor, User, every_act
from glossary.pages.paging import Rows, page_of
from glossary.permissions import acts_of, can_manage_accounts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

_PAGE_SIZE = 100


def accounts(request: HttpRequest) -> HttpResponse:
    """List everybody who has an account."""
    page = page_of(request, Rows(_users().order_by("username")), size=_PAGE_SIZE)
    context = {
        "page": page,
        "rows": [_row(user) for user in page.rows],
        "can_manage": can_manage_accounts(editor_of(request)),
        "paths": {"add": desk_path("add-account"), "keys": desk_path("keys")},
    }
    template = "glossary/desk/people/accounts.html"
    return render_page(request, "accounts", template, context)


def person(request: HttpRequest, number: int) -> HttpResponse:
    """Show one account, and what whoever manages accounts can do with it."""
    user = _users().filter(pk=number).first()
    if user is None:
        raise Http404
    editor = editor_of(request)
    same = User.objects.filter(Q(pk=user.person) | Q(same_as=user.person))
    context = {
        **_row(user),
        "can_manage": can_manage_accounts(editor),
        "choices": list(_choices(user, editor)),
        "same": [_row(one) for one in same.exclude(pk=user.pk).order_by("username")],
        "names": _names_beside(user),
        "changes": [
            (what.label, desk_path("change-account", str(number), word))
            for word, what in WHAT.items()
            if what.is_offered(user)
        ],
        "paths": {
            "allow": desk_path("allow", str(number)),
            "invite": desk_path("invite", str(number)),
            "join": desk_path("one-person", str(number)),
        },
    }
    template = "glossary/desk/people/person.html"
    return render_page(request, "person", template, context, parts=[str(number)])


def _users() -> QuerySet[Any]:
    factors = Factor.objects.filter(account=OuterRef("pk"))
    return User.objects.annotate(has_factor=Exists(factors))


def _row(user: Any) -> dict[str, Any]:
    return {
        "name": user.get_username(),
        "path": desk_path("person", str(user.pk)),
        "is_open": user.is_active,
        "is_waiting": not user.has_usable_password(),
        "has_factor": getattr(user, "has_factor", False),
        "acts": [said(act) for act in acts_of(user)] or [_("May look, and do nothing")],
    }


def _choices(user: User, editor: User) -> Iterator[Choice]:
    """Yield every act; nobody gives away what they may not do."""
    has, can = acts_of(user), acts_of(editor)
    for act in every_act():
        yield Choice(act, said(act), act in has, act in can or act in has)


def _names_beside(user: User) -> list[str]:
    """Return the names of all accounts that are another person's."""
    others = User.objects.exclude(Q(pk=user.person) | Q(same_as=user.person))
    return list(others.order_by("username").values_list("username", flat=True))
