"""What the search index holds of an entry is the same, whoever makes it."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.conftest import ROOT

PROGRAM = """
import django
django.setup()
from glossary.indexing import index_rows
from glossary.management.folders import fixtures, seeds
from glossary.transfer import read_content
for document in read_content(fixtures(), seeds()).entries.values():
    print(index_rows(document, {"cy": ("editor",)}))
"""


def test_two_processes_make_the_same_of_an_entry():
    """Otherwise each of them would publish everything again."""
    made = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(made) == 1
    assert made != {b""}
