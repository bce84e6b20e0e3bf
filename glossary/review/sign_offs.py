"""Who has to sign a text off, and who has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from glossary import languages
from glossary.closed_lists import SignOffRole

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


def missing_sign_offs(
    done: Mapping[str, Collection[str]],
) -> dict[str, list[SignOffRole]]:
    """Return, for each language, the sign-offs that nobody has given."""
    return {
        lang: [
            SignOffRole(role)
            for role, only in settings.GLOSSARY_SIGN_OFFS.items()
            if (not only or lang in only) and role not in done.get(lang, ())
        ]
        for lang in languages.codes()
    }
