"""Times as people type them: by the clock on their wall, which changes twice a year.

In spring an hour is not there, and in autumn one is there twice.
"""

from __future__ import annotations

import datetime as dt

from django.utils import timezone


def readings(typed: dt.datetime) -> list[dt.datetime]:
    """Return which moments a time on the wall can mean, the earlier one first.

    It is none where the clock jumps over it, and two where it comes twice.
    """
    zone = timezone.get_default_timezone()
    both = (typed.replace(tzinfo=zone, fold=n).astimezone(dt.UTC) for n in (0, 1))
    once = dict.fromkeys(both)  # where it comes twice, the first one is the earlier
    return [one for one in once if timezone.make_naive(one, zone) == typed]
