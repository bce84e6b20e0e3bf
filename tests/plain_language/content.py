"""A small content folder for the commands' tests, as files on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from tests.factories import entry_data, section

if TYPE_CHECKING:
    from pathlib import Path

REVIEW = {
    "record": "test-content",
    "statement": {"en": "People wrote it.", "cy": "Pobl ysgrifennodd hyn."},
}
TOPIC = {
    "id": "police-data",
    "languages": {
        "en": {"label": "Data", "description": "What the police write down."},
        "cy": {"label": "Data", "description": "Beth mae'r heddlu'n ei gofnodi."},
    },
}
SOURCE = {
    "id": "report-2023",
    "kind": "document",
    "title": "A report",
    "publisher": "The inspectors",
    "url": "https://report.example/",
    "lang": "en",
}


def write_content(folder: Path, *entries: dict[str, Any], **files: Any) -> list[str]:
    """Write a content folder and return the options that lead to it.

    ``files`` are written beside the entries: ``topics``, ``review``, ``helplines``.
    """
    (folder / "fixtures" / "entries").mkdir(parents=True)
    (folder / "seeds").mkdir()
    beside = {"topics": [TOPIC], "review": REVIEW} | files
    for name, data in beside.items():
        _write(folder / "fixtures" / f"{name}.yaml", data)
    for entry in entries:
        _write(folder / "fixtures" / "entries" / f"{entry['id']}.yaml", entry)
    _write(folder / "seeds" / "report-2023.yaml", SOURCE)
    return [f"--fixtures={folder / 'fixtures'}", f"--seeds={folder / 'seeds'}"]


def police_force(**english: Any) -> dict[str, Any]:
    """Return an entry in both languages in which nothing is wrong."""
    languages = {
        "en": section("police force", short="The police of one area.") | english,
        "cy": section("heddlu", "cy", short="Heddlu un ardal."),
    }
    return entry_data("police-force", languages=languages)


def _write(path: Path, data: Any) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
