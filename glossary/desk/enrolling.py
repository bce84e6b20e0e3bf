"""Whoever must have a second factor adds one before they do anything else."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _

from glossary.desk.doing import editor_of
from glossary.desk.page import desk_path
from glossary.desk.sessions import is_known_to_have_factor
from glossary.second_factors import has_factor, must_have_factor

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

    from glossary.desk.routing import View


def enrolled(view: View) -> View:
    """Let in whoever has a second factor, or need not have one."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if is_known_to_have_factor(request) or not _lacks_one(request):
            return view(request, *args, **kwargs)
        messages.info(request, _("Before you do anything else, add a second factor."))
        return HttpResponseRedirect(desk_path("second-factors"))

    return answer


def _lacks_one(request: HttpRequest) -> bool:
    account = editor_of(request)
    return must_have_factor(account) and not has_factor(account)
