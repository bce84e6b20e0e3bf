"""In and out of the desk, for people who have an account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView
from django.contrib.messages import get_messages
from django.http import HttpResponseRedirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _

from glossary.desk.challenges import shown_by
from glossary.desk.fair_use import wait_to_sign_in
from glossary.desk.forms import SignInForm
from glossary.desk.letting_in import hold, let_in, wanted_page
from glossary.desk.page import desk_path, render_page
from glossary.errors import BusyError, Problem
from glossary.models import User
from glossary.second_factors import has_factor
from glossary.turns import PASSWORDS, RETRY_AFTER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.contrib.auth.forms import AuthenticationForm
    from django.http import HttpRequest, HttpResponse


class SignInView(LoginView):
    """Asks for a name and a password, or for a passkey that is both.

    Leads to where somebody wanted to go, or to the second step.
    """

    authentication_form = SignInForm
    redirect_authenticated_user = True

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Compare what was sent, if this sender may try just now."""
        if request.POST.get("passkey"):
            return self._by_passkey()
        name = User.normalize_username(request.POST.get("username", ""))
        wait = wait_to_sign_in(request, name)
        if wait:
            text = _("That was too many tries. Please wait a while, then try again.")
            return self._refuse(text, status=429, wait=wait)
        try:
            with PASSWORDS.turn():
                return super().post(request, *args, **kwargs)
        except BusyError:
            text = _("We are busy just now. Please try again in a few seconds.")
            return self._refuse(text, status=503, wait=RETRY_AFTER)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Let somebody in, or lead on whoever has more to show."""
        account = User.objects.get(pk=form.get_user().pk)
        wanted = self.get_redirect_url()
        if has_factor(account):
            hold(self.request, account, wanted)
            return HttpResponseRedirect(desk_path("second-step"))
        let_in(self.request, account, has_factor=False)
        return HttpResponseRedirect(wanted or desk_path("home"))

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        """Say what is missing, or that the two do not belong together."""
        problems = [
            Problem(field, "required", text)
            for field, text in (
                ("username", _("Type your name.")),
                ("password", _("Type your password.")),
            )
            if form.has_error(field, "required")
        ]
        wrong = Problem("username", "wrong", _("The name or the password is wrong."))
        return self._show(problems or [wrong], status=400)

    def render_to_response(
        self, context: dict[str, Any], **response_kwargs: Any
    ) -> HttpResponse:
        """Show the empty form."""
        del context, response_kwargs
        return self._show()

    def get_redirect_url(self, request: HttpRequest | None = None) -> str:
        """Return the page of the desk that somebody wanted; no other address."""
        asked = request or self.request
        wanted = asked.POST.get("next", asked.GET.get("next", ""))
        return wanted_page(wanted, asked.get_host())

    def get_default_redirect_url(self) -> str:
        """Return the first page of the desk."""
        return desk_path("home")

    def _by_passkey(self) -> HttpResponse:
        account = shown_by(self.request)
        if account is None:
            text = _(
                "That passkey is not known here, or it took too long. Please try again."
            )
            return self._show([Problem("passkey", "wrong", text)], status=400)
        let_in(self.request, account, has_factor=True)
        return HttpResponseRedirect(self.get_redirect_url() or desk_path("home"))

    def _refuse(self, text: str, *, status: int, wait: int) -> HttpResponse:
        response = self._show([Problem("username", "wait", text)], status=status)
        response["Retry-After"] = str(wait)
        return response

    def _show(
        self, problems: Sequence[Problem] = (), *, status: int = 200
    ) -> HttpResponse:
        wanted = self.get_redirect_url()
        context = {
            "name": self.request.POST.get("username", ""),
            "next": wanted,
            "problems": problems,
            "messages": get_messages(self.request),
        }
        query = urlencode({"next": wanted}) if wanted else ""
        template = "glossary/desk/sign_in.html"
        return render_page(
            self.request, "sign-in", template, context, query=query, status=status
        )


@method_decorator(login_not_required, name="dispatch")
class SignOutView(LogoutView):
    """Ends a session; whoever has none any more is signed out as well."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Sign out, and let the browser forget what it showed."""
        response = super().post(request, *args, **kwargs)
        response["Clear-Site-Data"] = '"cache"'
        return response

    def get_success_url(self) -> str:
        """Return the page that says so, whatever is asked for."""
        return desk_path("signed-out")


@login_not_required
def signed_out(request: HttpRequest) -> HttpResponse:
    """Say that somebody is signed out."""
    return render_page(request, "signed-out", "glossary/desk/signed_out.html", {})
