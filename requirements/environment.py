"""Makes the virtual environment and installs one hash-pinned list into it.

Called by the Makefile with the Python to build on:
``python3 requirements/environment.py .venv requirements/runtime.txt``.
It imports the standard library only, and stops with one sentence where the
machine lacks something.
"""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import time
from collections import deque
from pathlib import Path

OLDEST, NEWEST = (3, 11), (3, 13)


def main(environment: Path, requirements: Path) -> None:
    """Make ``environment`` where it is missing and install ``requirements``."""
    check_python()
    check_sqlite()
    python = environment / "bin" / "python"
    if not is_usable(python):
        check_venv()
        create(environment)
    install(pip_for(environment, python), requirements)


def check_python() -> None:
    """Stop unless this Python is one that the packages are pinned for."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        stop(
            f"Plain Words needs Python 3.11, 3.12 or 3.13, and {sys.executable} is"
            f" {platform.python_version()}: name another one, for example"
            " `make serve PYTHON=python3.12`."
        )


def check_sqlite() -> None:
    """Stop unless SQLite has the full-text index that search is built on."""
    try:
        import sqlite3  # noqa: PLC0415 - some builds of Python leave it out

        sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE t USING fts5(x)")
    except Exception as error:  # noqa: BLE001 - the class cannot be named here
        stop(
            f"Search needs SQLite with FTS5, and the one of {sys.executable} lacks it"
            f" ({error}): use the Python of your system or of python.org."
        )


def is_usable(python: Path) -> bool:
    """Tell whether the environment's Python starts and is of this version."""
    code = f"import sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    return python.exists() and quiet([str(python), "-c", code])


def check_venv() -> None:
    """Stop where pip could come neither with the environment nor from outside it."""
    if not has("venv") or not (has("ensurepip") or has("pip")):
        stop(
            "This Python came without venv; on Debian and Ubuntu it is a package of"
            " its own: sudo apt-get install python3-venv"
        )


def create(environment: Path) -> None:
    """Make the environment, with pip in it where Python brings pip along."""
    step = Step(f"Making {environment} with Python {platform.python_version()}")
    options = ["--clear"] if has("ensurepip") else ["--clear", "--without-pip"]
    run([sys.executable, "-m", "venv", *options, str(environment)], step)
    step.done()


def pip_for(environment: Path, python: Path) -> list[str]:
    """Return the command that installs into ``environment``."""
    if quiet([str(python), "-c", "import pip"]):
        return [str(python), "-m", "pip"]
    if has("ensurepip"):
        step = Step(f"Adding pip to {environment}")
        run([str(python), "-m", "ensurepip"], step)
        step.done()
        return [str(python), "-m", "pip"]
    check_venv()
    return [sys.executable, "-m", "pip", "--python", str(python)]


def install(pip: list[str], requirements: Path) -> None:
    """Install exactly what ``requirements`` lists; every file must match its hash."""
    pinned = [line for line in requirements.read_text().splitlines() if "==" in line]
    step = Step(f"Installing {requirements}, {len(pinned)} pinned")
    command = [*pip, "install", "--require-hashes", "--no-input", "--progress-bar=off"]
    run([*command, "--requirement", str(requirements)], step)
    step.done()


class Step:
    """One line of progress: what is being done, how far it is, how long it took."""

    def __init__(self, title: str) -> None:
        """Print the title and start the clock."""
        self.title = title
        self.started = time.monotonic()
        print(f"{title} ... ", end="", flush=True)

    def show(self, detail: str) -> None:
        """Show on a terminal what the step is busy with; a pipe is left alone."""
        if sys.stdout.isatty():
            line = f"{self.title} ... {detail}"
            width = shutil.get_terminal_size().columns - 1
            print(f"\r\033[K{line[:width]}", end="", flush=True)

    def done(self) -> None:
        """Close the line with the time taken."""
        self.show("")
        print(f"{time.monotonic() - self.started:.1f} s", flush=True)


def run(command: list[str], step: Step) -> None:
    """Run ``command`` and show its newest line; stop with the last ones if it fails."""
    last: deque[str] = deque(maxlen=15)
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_USER": "0"},
    )
    assert process.stdout is not None  # noqa: S101 - for the type checker
    for line in process.stdout:
        last.append(line.rstrip())
        step.show(line.strip().partition(" (from ")[0])
    if process.wait():
        print("\n" + "\n".join(last))
        stop(f"{step.title}: this failed, as said above. It needs the network, once.")


def quiet(command: list[str]) -> bool:
    """Run ``command`` with its output thrown away and tell whether it succeeded."""
    nowhere = subprocess.DEVNULL
    try:
        return not subprocess.call(command, stdout=nowhere, stderr=nowhere)
    except OSError:
        return False


def has(module: str) -> bool:
    """Tell whether this Python can import ``module``, and not just a bare folder."""
    spec = importlib.util.find_spec(module)
    return spec is not None and spec.origin is not None


def stop(sentence: str) -> None:
    """Print one sentence to standard error and give up."""
    sys.exit(sentence)


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), Path(sys.argv[2]))
    except KeyboardInterrupt:
        stop("\nStopped. The same command goes on where it was.")
