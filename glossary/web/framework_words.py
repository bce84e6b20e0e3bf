"""Words of Django that our catalogues must say, because its own say them wrongly.

Nothing here is called. ``make messages`` collects it, so that each catalogue has
these words and a check can tell whether one is missing. Django's Welsh spells July
with one f.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop, pgettext_lazy

JULY = (gettext_noop("July"), pgettext_lazy("alt. month", "July"))
