"""Words of the frameworks that our catalogues must say: theirs are wrong or missing.

Nothing here is called. ``make messages`` collects it, so that each catalogue has
these words and a check can tell whether one is missing. Django's Welsh spells July
with one f; Django REST framework knows no Welsh at all, and ``explain`` in
``glossary.api.errors`` has no sentence of ours for what is rare.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop, pgettext_lazy

JULY = (gettext_noop("July"), pgettext_lazy("alt. month", "July"))

RARE_ERRORS = (
    gettext_noop("String value too large."),
    gettext_noop("Null characters are not allowed."),
    gettext_noop("Surrogate characters are not allowed: U+{code_point:X}."),
    gettext_noop("Datetime value out of range."),
    gettext_noop('Invalid datetime for the timezone "{timezone}".'),
    gettext_noop("Ensure this field has at least {min_length} characters."),
    gettext_noop('"{input}" is not a valid choice.'),
)
