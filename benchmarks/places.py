"""Where the benchmark keeps its data, and the settings its processes run with."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "var" / "bench"

PRODUCT = "explainer.settings"
BESIDE_RIVALS = "benchmarks.settings"
"""The settings of the product, alone and beside the rivals' tables."""
_KEY = "only-for-the-benchmark-and-long-enough-to-be-a-key-that-nobody-guesses"


def database_file(size: int) -> Path:
    """Return where the glossary of ``size`` entries is kept."""
    return FOLDER / str(size) / "glossary.sqlite3"


def environment(
    database: Path | str, *, settings: str = PRODUCT, **more: str
) -> dict[str, str]:
    """Return the environment of a process that reads ``database``, a file or address.

    Requests name the reader in ``X-Forwarded-For``, as behind a proxy, so that no
    reader asks for too much. Byte-code is written, as on any machine.
    """
    folder = database.parent if isinstance(database, Path) else FOLDER
    url = f"sqlite:///{database}" if isinstance(database, Path) else database
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name not in {"PYTHONDONTWRITEBYTECODE", "DJANGO_DEBUG", "HTTPS"}
    }
    return inherited | {
        "DJANGO_SETTINGS_MODULE": settings,
        "DATABASE_URL": url,
        "VAR_DIR": str(folder),
        "PYTHONPYCACHEPREFIX": str(FOLDER / "byte-code"),
        "SECRET_KEY": _KEY,
        "BEHIND_PROXY": "1",
        **more,
    }
