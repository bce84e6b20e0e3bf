"""Short ways to say what is looked for and what is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.matching import Form, build_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.matching import Vocabulary

CLITICS = {"cy": ("r", "n", "i", "u", "w", "m", "th", "ch")}
CONJUNCTIONS = {"en": ("and",), "cy": ("a", "ac")}


def term(text: str, entry: str = "", lang: str = "en", **facts) -> Form:
    """A form of ``entry``, which is called as the form unless told otherwise."""
    return Form(text, entry or text, lang, **facts)


def acronym(text: str, entry: str = "", lang: str = "en", **facts) -> Form:
    """A form whose capitals count."""
    return term(text, entry, lang, case_sensitive=True, **facts)


def vocabulary(*forms: Form | str, field: Sequence[str] = ()) -> Vocabulary:
    """A vocabulary of ``forms``; a text is an English term of that name."""
    return build_vocabulary(
        [term(form) if isinstance(form, str) else form for form in forms],
        clitics=CLITICS,
        conjunctions=CONJUNCTIONS,
        field=field,
    )


def marked(
    text: str,
    *forms: Form | str,
    exclude: Sequence[str] = (),
    langs: Sequence[str] | None = None,
) -> list[str]:
    """What is marked in ``text`` when ``forms`` are looked for."""
    found = vocabulary(*forms).find(text, exclude=exclude, langs=langs)
    return [text[match.start : match.end] for match in found]
