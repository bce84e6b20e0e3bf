"""One of several who write at once, and what is to be seen of it afterwards.

``python -m tests.siege.writer SECONDS NAME`` does the same acts as every other writer,
at the same time; ``python -m tests.siege.writer audit`` tells what was done, and what
should not have been.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from glossary.models import Actor
    from glossary.transfer import Content

    Acts = dict[str, Callable[[], object]]

TAKEN_AWAY = "safeguarding"
_REWRITTEN, _SOURCE = "intelligence", "greatest-hits-radio-2024"
_PAUSE = 0.2  # seconds: longer than SQLite sleeps before it looks again


def main(arguments: list[str]) -> int:
    """Write, or look at what was written, and tell of it in JSON."""
    import django

    django.setup()
    told = (
        _audit()
        if arguments == ["audit"]
        else _write(float(arguments[0]), *arguments[1:])
    )
    sys.stdout.write(json.dumps(told))
    return 0


def _write(seconds: float, name: str) -> dict[str, Any]:
    """Do each act again and again; count what was done, and what was refused."""
    from glossary.errors import StateError
    from glossary.models import CommandLine

    done: Counter[str] = Counter()
    refused = 0
    acts = _acts(CommandLine(name))
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for act, task in acts.items():
            try:
                done[act] += bool(task())
            except StateError:
                refused += 1
            time.sleep(_PAUSE)
    return {"done": +done, "refused": refused}


def _acts(actor: Actor) -> Acts:
    """Return the acts; each gives what was done, or nothing."""
    from glossary import publishing, transfer
    from glossary.closed_lists import WithdrawalReason
    from glossary.document import DocumentKind, Name
    from glossary.management.folders import fixtures, seeds

    content = transfer.read_content(fixtures(), seeds())
    reason = WithdrawalReason.MISTAKE

    def load() -> object:
        changed = _changed(content, int(time.time()))
        load = transfer.load_content(content=changed, actor=actor)
        return not load.plan.is_empty

    away = Name(DocumentKind.ENTRY, TAKEN_AWAY)
    return {
        "withdrawn": lambda: publishing.withdraw_document(
            name=away, actor=actor, reason=reason
        ),
        "loaded": load,
        "restored": lambda: publishing.restore_document(name=away, actor=actor),
    }


def _changed(content: Content, number: int) -> Content:
    """Return a part of the content with another text and title, as everybody does."""
    entry, source = content.entries[_REWRITTEN], content.sources[_SOURCE]
    english = entry.languages["en"].model_copy(update={"short": f"Text {number}."})
    languages = {**entry.languages, "en": english}
    entries = {
        TAKEN_AWAY: content.entries[TAKEN_AWAY],
        _REWRITTEN: entry.model_copy(update={"languages": languages}),
    }
    titled = source.model_copy(update={"title": f"Title {number}"})
    sources = content.sources | {_SOURCE: titled}
    return replace(content, entries=entries, sources=sources, digest=f"{number}")


def _audit() -> dict[str, Any]:
    from glossary.models import Action, Event

    names = {
        Action.WITHDRAWN: "withdrawn",
        Action.RESTORED: "restored",
        Action.CONTENT_LOADED: "loaded",
    }
    events = Event.objects.filter(action__in=names).values_list("action", flat=True)
    done = Counter(names[Action(action)] for action in events)
    return {"done": done, "faults": list(_faults())}


def _faults() -> Iterator[str]:
    """Yield what cannot be where each act is done once, and in its turn."""
    from glossary.models import CommandLine, Dataset, Event, Publication
    from glossary.publishing import republish_documents

    rows = list(Publication.objects.order_by("sequence").defer("body", "index"))
    if [row.sequence for row in rows] != list(range(1, len(rows) + 1)):
        yield "the sequence has gaps"
    if Dataset.objects.get().sequence != len(rows):
        yield "the sequence is not that of the last publication"
    if Event.objects.filter(publication__isnull=False).count() != len(rows):
        yield "there is not one event for each publication"
    current = Counter(row.name for row in rows if row.is_current)
    if current != dict.fromkeys({row.name for row in rows}, 1):
        yield "a document has not one current publication"
    if republish_documents(actor=CommandLine("audit")):
        yield "something is not public as it would be made now"
    for name in current:
        yield from _repeated([row for row in rows if row.name == name])
    yield from _misplaced()
    loads = Event.objects.filter(action="content-loaded")
    digests = Counter(
        details["digest"] for details in loads.values_list("details", flat=True)
    )
    yield from (
        f"{one} was loaded twice" for one, times in digests.items() if times > 1
    )


def _repeated(rows: list[Any]) -> Iterator[str]:
    """Yield the acts that did to a document what had been done already."""
    for before, after in pairwise(rows):
        if before.digest == after.digest and after.change != "restored":
            yield f"{after.sequence} says what {before.sequence} said"
        was_away, is_back = before.change == "withdrawn", after.change == "restored"
        if was_away != is_back:
            yield f"{after.sequence} is {after.change} after {before.change}"
        if after.change == "updated" and after.revision_id <= before.revision_id:
            yield f"{after.sequence} brings an older text back"


def _misplaced() -> Iterator[str]:
    """Yield the revisions that stand where they should not: the older are superseded."""
    from glossary.models import Publication, Revision, RevisionState

    current = Publication.objects.current().select_related("revision")
    numbers = {row.name: row.revision.number for row in current}
    for row in Revision.objects.all():
        is_older = row.number < numbers[row.name]
        if row.state != (
            RevisionState.SUPERSEDED if is_older else RevisionState.APPROVED
        ):
            yield f"{row} is {row.state}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
