"""Where content is read from: the folders that came with the site, or others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings

from glossary.transfer import read_content

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.core.management.base import CommandParser

    from glossary.transfer import Content


def add_folders(parser: CommandParser) -> None:
    """Let somebody name other folders."""
    parser.add_argument("--fixtures", type=Path, default=fixtures())
    parser.add_argument("--seeds", type=Path, default=seeds())


def content_of(options: Mapping[str, Any]) -> Content:
    """Return the content of the folders that were named."""
    return read_content(options["fixtures"], options["seeds"])


def fixtures() -> Path:
    """Return the folder of the starter glossary."""
    return Path(settings.BASE_DIR) / "fixtures"


def seeds() -> Path:
    """Return the folder of the sources that it rests on."""
    return Path(settings.BASE_DIR) / "seeds"
