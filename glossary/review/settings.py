"""What the settings ask of reviews can be given: Django's system checks say if not."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.checks import Error

from glossary import languages
from glossary.closed_lists import SignOffRole
from glossary.review.sign_offs import roles_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def check_sign_offs(**_: object) -> list[Error]:
    """Return what is wrong with the roles that the settings name.

    A role that is required in a language in which nobody can sign off so would let
    nothing in it become public, and a language without roles would have none.
    """
    return [Error(text, id=f"glossary.{code}") for code, text in _faults()]


def _faults() -> Iterator[tuple[str, str]]:
    known = ", ".join(SignOffRole)
    unknown = sorted(_named() - set(SignOffRole))
    for role in unknown:
        yield "E001", f"There is no sign-off “{role}”, only {known}."
    required = settings.GLOSSARY_REQUIRED_SIGN_OFFS
    if "*" not in required:
        yield "E002", "GLOSSARY_REQUIRED_SIGN_OFFS has no “*”, for all other languages."
    elif not unknown:
        for lang in languages.codes():
            for role in set(required.get(lang, required["*"])) - set(roles_of(lang)):
                yield (
                    "E003",
                    f"“{role}” is required in “{lang}”: nobody gives it.",
                )


def _named() -> set[str]:
    """Return the roles that the settings name."""
    required = settings.GLOSSARY_REQUIRED_SIGN_OFFS.values()
    return {*settings.GLOSSARY_SIGN_OFFS, *chain.from_iterable(required)}
