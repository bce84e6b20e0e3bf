"""Remarks on a text: beside the fields that they speak of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from glossary.desk.reviewing.comparison import is_about

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary.desk.parts.remarked import Said
    from glossary.desk.reviewing.comparison import Group, Part


def beside_fields(
    groups: Iterable[Group], remarks: Sequence[Said]
) -> tuple[list[Group], list[Said]]:
    """Return the fields with what was remarked on each, and the remaining remarks."""
    rest = list(remarks)

    def taken(part: Part) -> Part:
        mine = [one for one in rest if is_about(part, one.place)]
        rest[:] = [one for one in rest if one not in mine]
        return replace(part, remarks=mine)

    found = [
        replace(group, parts=[taken(part) for part in group.parts]) for group in groups
    ]
    return found, rest
