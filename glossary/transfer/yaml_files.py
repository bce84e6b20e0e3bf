"""Reads YAML strictly: plain data, each key once, no tags, no aliases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from glossary.errors import DocumentError, Problem

if TYPE_CHECKING:
    from pathlib import Path

    from yaml._yaml import Mark as FastMark
    from yaml.error import Mark

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 20


class _Loader(yaml.CSafeLoader):
    """The safe loader, refusing a key that comes twice."""

    def construct_mapping(
        self, node: yaml.MappingNode, deep: bool = False
    ) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for place, name in enumerate(keys):
            if name in keys[:place]:
                mark = node.value[place][0].start_mark
                raise yaml.constructor.ConstructorError(
                    problem=f"the key “{name}” comes twice", problem_mark=mark
                )
        return super().construct_mapping(node, deep)


def read_yaml(path: Path) -> Any:
    """Return the data in the file at ``path``.

    Raises ``DocumentError`` for a file that is larger than 1 MB, not UTF-8, not
    YAML, or uses tags, anchors, aliases, several documents or a key twice.
    """
    raw = path.read_bytes()
    if len(raw) > MAX_BYTES:
        raise _refusal("too-large", f"larger than {MAX_BYTES:,} bytes")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _refusal("not-utf-8", f"not UTF-8 at byte {error.start}") from None
    try:
        _refuse_cleverness(text)
        return yaml.load(text, _Loader)  # noqa: S506 (a subclass of the safe loader)
    except yaml.MarkedYAMLError as error:
        raise _refusal_at(error.problem_mark, error.problem) from None
    except (yaml.YAMLError, ValueError) as error:
        raise _refusal("not-plain-yaml", str(error).partition("\n")[0]) from None


def _refuse_cleverness(text: str) -> None:
    """Raise for anything beyond plain values, before any of it is expanded."""
    depth = 0
    for event in yaml.parse(text, yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        problem = _cleverness(event, depth)
        if problem:
            raise _refusal_at(event.start_mark, problem)


def _cleverness(event: yaml.Event, depth: int) -> str | None:
    """Return what is not plain about ``event``, if anything is."""
    if depth > MAX_DEPTH:
        return f"nested deeper than {MAX_DEPTH}"
    if getattr(event, "anchor", None):
        return "anchors and aliases are not allowed"
    if getattr(event, "tag", None):
        return "tags are not allowed"
    return None


def _refusal_at(mark: Mark | FastMark | None, reason: str | None) -> DocumentError:
    line = mark.line + 1 if mark else 1
    return _refusal("not-plain-yaml", f"line {line}: {reason}")


def _refusal(code: str, reason: str) -> DocumentError:
    return DocumentError(reason, Problem("", code, reason))
