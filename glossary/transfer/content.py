"""Reads a content folder: entries, topics, sources, helplines, a review's record.

fixtures/entries/*.yaml   one entry document each, named for its id
fixtures/topics.yaml      the topics
fixtures/helplines.yaml   the helplines; may be left out
fixtures/publishers.yaml  what publishers are called in each language; may be left out
fixtures/review.yaml      what the review of these entries consisted of
seeds/*.yaml              the sources: one each, or a list in one file
"""

from __future__ import annotations

import hmac
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from django.conf import settings

from glossary.document import (
    DocumentKind,
    EntryDocument,
    HelplineDocument,
    PublisherDocument,
    ReviewRecord,
    SourceDocument,
    TopicDocument,
    parse_document,
    parse_shape,
)
from glossary.errors import DocumentError, Problem
from glossary.transfer.yaml_files import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from glossary.document import Document, Name

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Content:
    """Everything in a content folder, each part by its id.

    ``helplines`` is ``None`` where the folder says nothing about helplines.
    """

    entries: dict[str, EntryDocument]
    topics: dict[str, TopicDocument]
    sources: dict[str, SourceDocument]
    review: ReviewRecord
    digest: str
    helplines: dict[str, HelplineDocument] | None = None

    def of(self, kind: DocumentKind) -> Mapping[str, Document] | None:
        """Return the documents of a kind; ``None`` where the folder says nothing."""
        found: dict[DocumentKind, Mapping[str, Document] | None] = {
            DocumentKind.ENTRY: self.entries,
            DocumentKind.SOURCE: self.sources,
            DocumentKind.TOPIC: self.topics,
            DocumentKind.HELPLINE: self.helplines,
            DocumentKind.REVIEW: {self.review.key: self.review},
        }
        return found.get(kind)

    def document(self, name: Name) -> Document | None:
        """Return the document of this name, if the folder holds it."""
        return (self.of(name.kind) or {}).get(name.key)


class _Reader:
    """Reads files one after the other and keeps what is wrong with them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def read(self, path: Path, parse: Callable[[Any], T]) -> T | None:
        """Return what ``parse`` makes of the file; keep its problems."""
        try:
            return parse(read_yaml(path))
        except DocumentError as error:
            self.problems += (
                Problem(f"{path}#{row.place}", row.code, row.detail)
                for row in error.problems
            )
        except OSError as error:
            reason = error.strerror or str(error)
            self.problems.append(Problem(str(path), "unreadable", reason))
        return None


def content_digest(fixtures: Path, seeds: Path) -> str:
    """Return a digest that changes when any content file does.

    It is kept where nothing is ever changed. Without the secret key of the site nobody
    can try with it what a file said, also one that was erased.
    """
    digest = hmac.new(settings.SECRET_KEY.encode(), digestmod="sha256")
    for path in _files(fixtures, seeds):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def read_content(fixtures: Path, seeds: Path) -> Content:
    """Return the content of the two folders.

    Raises ``DocumentError`` naming every file, field and reason that is wrong.
    """
    reader = _Reader()
    entries = [
        (path, reader.read(path, parse_document)) for path in _entry_files(fixtures)
    ]
    topics = reader.read(fixtures / "topics.yaml", _topics) or []
    review = reader.read(fixtures / "review.yaml", _review)
    helplines = _read_helplines(reader, fixtures / "helplines.yaml")
    publishers = _read_publishers(reader, fixtures / "publishers.yaml")
    sources = [
        source
        for path in sorted(seeds.glob("*.yaml"))
        for source in reader.read(path, _sources) or []
    ]
    problems = [*reader.problems, *_misnamed(entries)]
    problems += _twice("source", (row.id for row in sources))
    problems += _twice("topic", (row.id for row in topics))
    problems += _twice("publisher", (row.name for row in publishers))
    problems += _twice("helpline", (row.id for row in helplines or []))
    if problems or review is None:
        raise DocumentError("The content is not valid.", *problems)
    return Content(
        entries={row.id: row for _, row in entries if row},
        topics={row.id: row for row in topics},
        sources={row.id: _with_names(row, publishers) for row in sources},
        review=review,
        digest=content_digest(fixtures, seeds),
        helplines=None if helplines is None else {row.id: row for row in helplines},
    )


def _entry_files(fixtures: Path) -> list[Path]:
    return sorted((fixtures / "entries").glob("*.yaml"))


def _files(fixtures: Path, seeds: Path) -> Iterator[Path]:
    yield from _entry_files(fixtures)
    yield from sorted(fixtures.glob("*.yaml"))
    yield from sorted(seeds.glob("*.yaml"))


def _read_helplines(reader: _Reader, path: Path) -> list[HelplineDocument] | None:
    return reader.read(path, _helplines) if path.exists() else None


def _read_publishers(reader: _Reader, path: Path) -> list[PublisherDocument]:
    return (reader.read(path, _publishers) or []) if path.exists() else []


def _publishers(data: Any) -> list[PublisherDocument]:
    return [parse_shape(PublisherDocument, row) for row in _list(data)]


def _helplines(data: Any) -> list[HelplineDocument]:
    return [parse_shape(HelplineDocument, row) for row in _list(data)]


def _topics(data: Any) -> list[TopicDocument]:
    return [parse_shape(TopicDocument, row) for row in _list(data)]


def _sources(data: Any) -> list[SourceDocument]:
    return [parse_shape(SourceDocument, row) for row in _list(data)]


def _review(data: Any) -> ReviewRecord:
    return parse_shape(ReviewRecord, data)


def _with_names(
    source: SourceDocument, publishers: Iterable[PublisherDocument]
) -> SourceDocument:
    """Return the source with what its publisher is called in each language."""
    for row in publishers:
        if row.name == source.publisher:
            return source.model_copy(update={"publisher_names": row.languages})
    return source


def _list(data: Any) -> list[Any]:
    return data if isinstance(data, list) else [data]


def _misnamed(
    entries: Iterable[tuple[Path, EntryDocument | None]],
) -> Iterator[Problem]:
    for path, entry in entries:
        if entry and entry.id != path.stem:
            detail = f"the file is named “{path.stem}”, the entry “{entry.id}”"
            yield Problem(f"{path}#/id", "misnamed", detail)


def _twice(what: str, ids: Iterable[str]) -> Iterator[Problem]:
    for identifier, times in Counter(ids).items():
        if times > 1:
            yield Problem(identifier, "twice", f"the {what} is there {times} times")
