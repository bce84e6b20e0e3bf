"""What somebody can do with a document now, as its page offers it.

Each room says what it has to offer; the rules are asked again when it is done.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from glossary.closed_lists import GONE, Change
from glossary.document import DocumentKind
from glossary.models import OPEN, Entry, Erasure, RevisionState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glossary.document import Name
    from glossary.models import Publication, Revision, User


class Way(NamedTuple):
    """A link, or a button that sends a form: ``is_form``.

    ``hint`` says more of it; ``fields`` go with the form.
    """

    label: str
    path: str
    is_form: bool = False
    hint: str = ""
    fields: Mapping[str, str] = MappingProxyType({})


def is_merged(name: Name) -> bool:
    """Tell whether this leads to another entry for ever."""
    is_entry = name.kind == DocumentKind.ENTRY
    return is_entry and bool(Entry.objects.merged_of([name.key]))


@dataclass(frozen=True)
class Facts:
    """A document as the desk sees it, and who asks.

    ``revisions`` are all of them, the newest first; ``current`` is what is published
    now, a tombstone too.
    """

    name: Name
    editor: User
    current: Publication | None
    revisions: Sequence[Revision]

    @cached_property
    def under_way(self) -> Revision | None:
        """The revision on which somebody works, if there is one."""
        return next((row for row in self.revisions if row.state in OPEN), None)

    @property
    def shown(self) -> int | None:
        """The revision that readers see, if they see any."""
        return self.current.revision_id if self.current and self.is_public else None

    @property
    def waits(self) -> Revision | None:
        """The revision that is approved and was not published, if there is one."""
        newest = self.revisions[0]
        published = self.current.revision_id if self.current else None
        is_new = newest.state == RevisionState.APPROVED and newest.pk != published
        return newest if is_new else None

    @cached_property
    def is_merged(self) -> bool:
        """Whether it leads to another entry for ever: nobody writes it any more."""
        return is_merged(self.name)

    @cached_property
    def is_key_erased(self) -> bool:
        """Whether its key stands for one that was erased: nobody writes under it."""
        return bool(Erasure.objects.keys_taken([self.name]))

    @property
    def has_text(self) -> bool:
        """Whether anything that was ever written of it is still here."""
        return not all(row.is_erased for row in self.revisions)

    @property
    def is_erased(self) -> bool:
        """Whether what was public is gone for ever, and nothing came after it."""
        return self.current is not None and self.current.change == Change.ERASED

    @property
    def is_withdrawn(self) -> bool:
        """Whether the document was taken from the public, and can be brought back."""
        return self.current is not None and self.current.change == Change.WITHDRAWN

    @property
    def is_public(self) -> bool:
        """Whether readers see it."""
        return self.current is not None and self.current.change not in GONE
