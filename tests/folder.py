"""A small content folder that tests can change, read and load."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import yaml

from glossary.transfer import Answers, load_content, plan_load, read_content
from tests.factories import OPERATOR, entry_data
from tests.helplines import helpline

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from glossary.transfer import Content, Load, Plan


class Folder:
    """Two entries that are related, one source, two topics, one helpline, a review."""

    def __init__(self, path: Path) -> None:
        self.fixtures, self.seeds = path / "fixtures", path / "seeds"
        (self.fixtures / "entries").mkdir(parents=True)
        self.seeds.mkdir()
        self.write_source()
        self.write_topics("police-data", "people")
        self.write_helplines(helpline())
        self.write_review()
        self.write_entry("problem-profile")
        related = [{"relation": "related", "id": "problem-profile"}]
        self.write_entry("grooming", related=related)

    def write_entry(self, entry_id: str, **values: Any) -> None:
        """Write the file of an entry."""
        self._write(f"entries/{entry_id}.yaml", entry_data(entry_id, **values))

    def change_section(self, entry_id: str, lang: str, **values: Any) -> None:
        """Change what the file of an entry says in one language."""
        with self.opened(f"entry/{entry_id}") as data:
            data["languages"][lang] |= values

    @contextmanager
    def opened(self, name: str) -> Iterator[Any]:
        """Let somebody change what the folder has of a document."""
        path = self._path(name)
        data = yaml.safe_load(path.read_text())
        rows = data if isinstance(data, list) else [data]
        yield next(row for row in rows if _is_of(row, name))
        path.write_text(_yaml(data), encoding="utf-8")

    def remove(self, name: str) -> None:
        """Let the folder hold a document no more."""
        path = self._path(name)
        data = yaml.safe_load(path.read_text())
        if isinstance(data, list):
            left = [row for row in data if not _is_of(row, name)]
            path.write_text(_yaml(left), encoding="utf-8")
        else:
            path.unlink()

    def turn_round(self, file: str) -> None:
        """Write what a file lists from the last to the first."""
        path = self.fixtures / file
        path.write_text(_yaml(yaml.safe_load(path.read_text())[::-1]))

    def write_source(self, source_id: str = "report-2023", **values: Any) -> None:
        """Write the file of a source."""
        data = {
            "id": source_id,
            "kind": "document",
            "title": "A report",
            "publisher": "The inspectors",
            "published_on": "2023-05-06",
            "url": "https://report.example/",
            "licence": "OGL-UK-3.0",
            "lang": "en",
            **values,
        }
        (self.seeds / f"{source_id}.yaml").write_text(_yaml(data))

    def write_topics(self, *ids: str, only_english: str = "") -> None:
        """Write the file of topics, one of them perhaps in English only."""
        topics = [
            {
                "id": topic,
                "position": place,
                "languages": {
                    lang: {"label": f"{topic} {lang}", "description": "What it is."}
                    for lang in ("en", "cy")
                    if lang == "en" or topic != only_english
                },
            }
            for place, topic in enumerate(ids)
        ]
        self._write("topics.yaml", topics)

    def write_helplines(self, *rows: dict[str, Any]) -> None:
        """Write the file of helplines."""
        self._write("helplines.yaml", list(rows))

    def write_publishers(self, *rows: dict[str, Any]) -> None:
        """Write what publishers are called in each language."""
        self._write("publishers.yaml", list(rows))

    def write_review(self, record: str = "a-review", **signed_off: list[str]) -> None:
        """Write what the review consisted of."""
        statement = {"en": "Nobody.", "cy": "Neb."}
        data = {"record": record, "signed_off": signed_off, "statement": statement}
        self._write("review.yaml", data)

    def read(self) -> Content:
        """Return what the folder holds."""
        return read_content(self.fixtures, self.seeds)

    def plan(self, **answers: list[str]) -> Plan:
        """Return what loading it would do."""
        return plan_load(self.read(), Answers(**answers))

    def load(self, **answers: list[str]) -> Load:
        """Load it."""
        content = self.read()
        return load_content(content=content, actor=OPERATOR, answers=Answers(**answers))

    def standings(self) -> dict[str, str]:
        """Return how each document stands that is not the same everywhere."""
        return {
            str(line.name): str(line.standing)
            for line in self.plan().lines
            if line.standing != "unchanged"
        }

    def _write(self, name: str, data: Any) -> None:
        (self.fixtures / name).write_text(_yaml(data), encoding="utf-8")

    def _path(self, name: str) -> Path:
        """Return the file that holds a document, or a list in which it is."""
        kind, _, key = name.partition("/")
        return {
            "entry": self.fixtures / "entries" / f"{key}.yaml",
            "source": self.seeds / f"{key}.yaml",
            "topic": self.fixtures / "topics.yaml",
            "helpline": self.fixtures / "helplines.yaml",
            "review": self.fixtures / "review.yaml",
        }[kind]


def _is_of(row: dict[str, Any], name: str) -> bool:
    key = row["record"] if name.startswith("review/") else row["id"]
    return name.endswith(f"/{key}")


def _yaml(data: Any) -> str:
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))
