"""Glossaries that were made once and are kept for the next run."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import time
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.places import (
    BESIDE_RIVALS,
    PRODUCT,
    ROOT,
    database_file,
    environment,
)

if TYPE_CHECKING:
    from pathlib import Path

# Whatever decides what is in the tables.
_MADE_BY = (
    "benchmarks/bulk.py",
    "benchmarks/data.py",
    "benchmarks/entries.py",
    "benchmarks/rivals/filling.py",
    "benchmarks/rivals/models.py",
    "benchmarks/rows.py",
    "fixtures/**/*.yaml",
    "glossary/document/*.py",
    "glossary/indexing.py",
    "glossary/languages/*.py",
    "glossary/markdown/*.py",
    "glossary/migrations/*.py",
    "glossary/addresses.py",
    "glossary/public_form/*.py",
    "glossary/publishing/*.py",
    "glossary/search/keys.py",
    "glossary/shown_names.py",
    "seeds/*.yaml",
)


class Kept(NamedTuple):
    """A database, and how many entries in it are made up and stay as they are.

    One more is given new names by ``benchmarks.publication``.
    """

    path: Path
    size: int
    made_up: int


def keep(size: int, *, as_it_is: bool) -> Kept:
    """Return a glossary of ``size`` entries, made now unless one is still good.

    With ``as_it_is`` one that is there is taken whatever has changed since.
    """
    path = database_file(size)
    note = path.with_suffix(".json")
    known = json.loads(note.read_text()) if note.exists() else {}
    if known.get("digest") != _digest() and not (known and as_it_is):
        print(f"Making {size:,} entries, once ...", end=" ", flush=True)
        begun = time.monotonic()
        shutil.rmtree(path.parent, ignore_errors=True)
        path.parent.mkdir(parents=True)
        _python(path, "-m", "benchmarks.data", str(size), settings=BESIDE_RIVALS)
        known = {"digest": _digest(), "made_up": size - _starters() - 1}
        note.write_text(json.dumps(known))
        print(f"{time.monotonic() - begun:.0f} s")
    _python(path, "manage.py", "collectstatic", "--no-input", "--verbosity=0")
    return Kept(path, size, known["made_up"])


def _python(database: Path, *arguments: str, settings: str = PRODUCT) -> None:
    names = environment(database, settings=settings)
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=names, check=True)


def _starters() -> int:
    return sum(1 for _ in (ROOT / "fixtures" / "entries").glob("*.yaml"))


@cache
def _digest() -> str:
    digest = hashlib.sha256()
    for pattern in _MADE_BY:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()
