"""The forms of the desk: what may come in."""

from __future__ import annotations

from django.contrib.auth.forms import AuthenticationForm

from glossary.models import User


class SignInForm(AuthenticationForm):
    """A name and a password that belong together. Capitals in the name are one."""

    def clean_username(self) -> str:
        """Return the name as accounts have it."""
        return User.normalize_username(self.cleaned_data["username"])
