"""Makes the database ready and serves the site: one command, nothing asked."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from glossary.management.starting import make_ready


class Command(BaseCommand):
    """``manage.py serve``: HOST, PORT and WORKERS come from the environment."""

    help = "Migrate, load the starter glossary where there is none, serve the site."
    requires_system_checks = ()

    def handle(self, *_: Any, **__: Any) -> None:
        """Prepare what is not ready yet, then run the server."""
        host = os.environ.get("HOST", "127.0.0.1")
        port = _port(os.environ.get("PORT", "8000"))
        _require_free(host, port)
        Path(settings.VAR_DIR).mkdir(parents=True, exist_ok=True)
        make_ready(self.stdout.write)
        self.stdout.write(f"Serving on http://{_shown(host)}:{port}/ (Ctrl-C stops)")
        self.stdout.flush()
        sys.exit(_run_server(host, port))


def _port(value: str) -> int:
    """Return the port that ``value`` names."""
    if value.isdigit() and 0 < int(value) < 65536:
        return int(value)
    raise CommandError(f"PORT must be a number from 1 to 65535, not “{value}”.")


def _require_free(host: str, port: int) -> None:
    """Raise a sentence where something else listens already."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"Cannot listen on {_shown(host)}:{port} ({error.strerror}). "
                f"Choose another port: make serve PORT={port % 65535 + 1}"
            ) from None


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _run_server(host: str, port: int) -> int:
    """Run the server to its end and return its exit status.

    It gets a process group of its own: Ctrl-C would else reach its workers too, and
    a worker that is told to stop twice at once may never do so.
    """
    workers = os.environ.get("WORKERS", str(min(2, os.cpu_count() or 1)))
    server = str(Path(sys.executable).with_name("granian"))
    arguments = ["--interface", "wsgi", "--host", host, "--port", str(port)]
    arguments += ["--workers", workers, "--workers-kill-timeout", "5"]
    arguments += ["--blocking-threads", "4", "--backpressure", "64"]
    arguments += ["--no-ws", "--log-level", "warning"]
    with subprocess.Popen(
        [server, *arguments, "explainer.wsgi:application"], process_group=0
    ) as process:
        for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(name, lambda *_: process.terminate())
        return process.wait()
